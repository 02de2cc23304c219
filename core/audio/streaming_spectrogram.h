// The mel spectrogram of a sound that is still coming in: each sample is transformed once, whatever the size of the chunks.
//
// Promise: after any chunking, snapshot() equals melSpectrogram() and input() equals networkInput() of everything pushed since reset()
// (resampling included), within 1e-4. Not thread-safe.
#pragma once

#include <memory>
#include <span>

#include "core/audio/spectrogram.h"

namespace sonoglyph {

class StreamingSpectrogram {
public:
    /// `inputRate` in Hz is the rate of the samples that will be pushed.
    StreamingSpectrogram(const SpectrogramParams& params, int inputRate);
    ~StreamingSpectrogram();
    StreamingSpectrogram(StreamingSpectrogram&&) noexcept;
    StreamingSpectrogram& operator=(StreamingSpectrogram&&) noexcept;

    void push(std::span<const float> samples);
    void reset();

    /// Frames that no later sample can change.
    int settledFrames() const;
    /// Mel powers (not decibels) of one settled frame, `bands` values.
    std::span<const float> melPower(int frame) const;

    Spectrogram snapshot() const;
    Spectrogram input() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sonoglyph
