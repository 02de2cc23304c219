// The network inputs of a whole set of recordings: computed once, in parallel, and kept in the cache folder.
//
// The cache file is CACHE/spectrograms/KEY.safetensors. KEY is a SHA-256 over the bytes of every sound file, their order, and all
// spectrogram parameters: a changed file or parameter gives another key, a renamed folder does not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/recordings.h"

namespace sonoglyph {

/// [count, size, size] floats of 0 to 1 in one block. Row 0 of a spectrogram is the lowest mel band.
class SpectrogramTable {
public:
    SpectrogramTable() = default;
    SpectrogramTable(int size, std::vector<float> values) : size_(size), values_(std::move(values)) {}

    int size() const { return size_; }
    std::size_t count() const { return size_ > 0 ? values_.size() / stride() : 0; }
    std::span<const float> at(std::size_t i) const { return std::span(values_).subspan(i * stride(), stride()); }
    std::span<const float> values() const { return values_; }

private:
    std::size_t stride() const { return std::size_t(size_) * std::size_t(size_); }

    int size_ = 0;
    std::vector<float> values_;
};

struct BadRecording {
    std::filesystem::path file;
    Message reason;
};

struct SpectrogramSet {
    SpectrogramTable table;             ///< one for every usable recording, in their order
    std::vector<std::uint32_t> usable;  ///< indices into the recordings asked for, ascending
    std::vector<BadRecording> bad;      ///< the others
    std::vector<Message> notes;         ///< e.g. that the cache folder cannot be written
    bool fromCache = false;
};

/// Reads or computes. params.rate 0 leaves every recording at its own rate. `cacheFolder` is made where it is missing; a cache that is
/// damaged is computed again, one that cannot be written is a note. `threads` 0: as many as there are cores. Errors: Cancelled,
/// Corrupt (no recording can be read), OutOfMemory.
Result<SpectrogramSet> spectrogramsOf(std::span<const Recording> recordings, const SpectrogramParams& params,
                                      const std::filesystem::path& cacheFolder, const Progress& progress, std::stop_token stop,
                                      int threads);

}  // namespace sonoglyph
