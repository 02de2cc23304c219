// The mel spectrogram of a sound that is still coming in: each sample is transformed once, whatever the size of the chunks, and only the
// last seconds are remembered, so that memory stays flat however long somebody listens.
//
// Promise: after any chunking, since(from) equals melSpectrogram() of everything pushed from that sample on (resampled with all that came
// before it), inputSince() and lastSecond() equal networkInput() of it, within 1e-4. Asking costs the frames at the edges of the stretch,
// which see silence outside of it; those inside are there already. Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/audio/spectrogram.h"

namespace sonoglyph {

class StreamingSpectrogram {
public:
    /// `inputRate` in Hz is the rate of the samples that will be pushed; at least the last `keptSeconds` are remembered (1 or more).
    StreamingSpectrogram(const SpectrogramParams& params, int inputRate, double keptSeconds);
    ~StreamingSpectrogram();
    StreamingSpectrogram(StreamingSpectrogram&&) noexcept;
    StreamingSpectrogram& operator=(StreamingSpectrogram&&) noexcept;

    void push(std::span<const float> samples);
    void reset();

    /// Frames since the beginning that no later sample can change, and the first of them that is remembered.
    std::int64_t settledFrames() const;
    std::int64_t firstFrame() const;
    /// Mel powers (not decibels) of a remembered settled frame, `bands` values.
    std::span<const float> melPower(std::int64_t frame) const;

    /// From a sample, counted since the beginning at the input rate, to the last one. It begins at a whole hop, at most one before `from`
    /// (or with the first sample that is remembered): startOf().
    Spectrogram since(std::int64_t from) const;
    Spectrogram inputSince(std::int64_t from) const;
    /// The network input of the last second; up to one hop less, to begin at a whole one.
    Spectrogram lastSecond() const;
    /// Where since(from) begins, in samples at the rate of the spectrogram since the beginning.
    std::int64_t startOf(std::int64_t from) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sonoglyph
