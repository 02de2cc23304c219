// The sound of recordings in memory, 16 bits a sample: what augmentation starts from. Mixed has some 10,000 recordings: 130 MB at 8 kHz.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/audio/word_detector.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/recordings.h"

namespace sonoglyph {

struct Waveform {
    std::vector<std::int16_t> samples;  ///< the loudest is 32767 or -32767
    int rate = 0;                       ///< Hz
    float scale = 0;                    ///< of one step: the sound's own level
    WordBounds word;                    ///< where something is said; everything where nothing stands out

    /// At its own level.
    std::vector<float> sound() const;
};

/// Never changed once read; any thread may read.
class Waveforms {
public:
    Waveforms() = default;
    explicit Waveforms(std::vector<Waveform> all) : all_(std::move(all)) {}

    /// `recording`: an index into the recordings asked for, one of those that were read.
    const Waveform& at(std::uint32_t recording) const { return all_[recording]; }
    std::size_t bytes() const;

private:
    std::vector<Waveform> all_;
};

/// Reads the recordings `which` at `rate` Hz (0: each at its own). `threads` 0: as many as there are cores. Errors: Cancelled, OutOfMemory,
/// those of readSoundFile().
Result<Waveforms> readWaveforms(std::span<const Recording> recordings, std::span<const std::uint32_t> which, int rate,
                                const Progress& progress, std::stop_token stop, int threads);

}  // namespace sonoglyph
