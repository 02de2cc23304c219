// Changing the sampling rate with libsamplerate (band-limited sinc interpolation).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/audio/sound.h"

namespace sonoglyph {

/// The same sound at `rate` Hz; the same samples where the rate is already right. Length: round(samples * rate / sound.rate).
/// A ratio of rates outside 1/256 to 256 throws std::invalid_argument (readSoundFile() and validate() keep within it), here and below.
Sound resampled(const Sound& sound, int rate);

/// Resampling of a sound that is still coming in. Not thread-safe; one object a stream.
class StreamingResampler {
public:
    StreamingResampler(int inputRate, int outputRate);
    ~StreamingResampler();
    StreamingResampler(StreamingResampler&&) noexcept;
    StreamingResampler& operator=(StreamingResampler&&) noexcept;

    /// Appends to `out` what can already be computed. With `last`, also what was held back; then only reset() may follow.
    void push(std::span<const float> samples, std::vector<float>& out, bool last = false);
    /// What push({}, out, true) would append, without ending the stream.
    std::vector<float> heldBack() const;
    void reset();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sonoglyph
