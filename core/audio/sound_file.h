// Reading and writing sound files with libsndfile: WAV, FLAC, OGG, AIFF and what else it knows. Every function may be called on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/audio/sound.h"
#include "core/base/result.h"

namespace sonoglyph {

struct SoundFileInfo {
    int rate = 0;  ///< Hz
    int channels = 0;
    std::int64_t frames = 0;  ///< samples a channel
    std::string format;       ///< for people, e.g. "WAV, signed 16 bit PCM"

    double seconds() const { return rate > 0 ? double(frames) / rate : 0.0; }
};

/// Reads the header only.
Result<SoundFileInfo> probeSoundFile(const std::filesystem::path& file);

/// Reads at most `maxSeconds` (more than 0) from the start, mixed to mono at the file's own rate. Memory grows with what is returned, not
/// with the file. Errors: NotFound, Unreadable (permission, a folder, a device), Corrupt (not a sound file, truncated header, a rate
/// outside 1000 to 384000 Hz, no samples, samples that are not numbers).
Result<Sound> readSoundFile(const std::filesystem::path& file, double maxSeconds = 60.0);

enum class WavSamples {
    Pcm16,  ///< 16-bit integers, what is louder than 1 cut off
    Exact,  ///< 16-bit integers where that changes no sample, else 32-bit floats
};

/// Writes a mono WAV file, replacing it whole.
Result<void> writeWavFile(const std::filesystem::path& file, const Sound& sound, WavSamples samples = WavSamples::Pcm16);

}  // namespace sonoglyph
