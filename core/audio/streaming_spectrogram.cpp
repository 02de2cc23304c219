#include "core/audio/streaming_spectrogram.h"

#include "core/audio/frame_stream.h"
#include "core/audio/resample.h"

namespace sonoglyph {

struct StreamingSpectrogram::State {
    State(const SpectrogramParams& spectrogramParams, int inputRate)
        : params(spectrogramParams), layout(params, inputRate), transform(layout), resampler(inputRate, layout.rate), frames(layout)
    {
    }

    SpectrogramParams params;
    FrameLayout layout;
    mutable FrameTransform transform;  ///< its scratch memory is no part of what was heard
    StreamingResampler resampler;
    FrameStream frames;
    std::vector<float> converted;  ///< scratch of push()
    std::vector<float> powers;     ///< of the settled frames
};

StreamingSpectrogram::StreamingSpectrogram(const SpectrogramParams& params, int inputRate) : state_(new State(params, inputRate)) {}
StreamingSpectrogram::~StreamingSpectrogram() = default;
StreamingSpectrogram::StreamingSpectrogram(StreamingSpectrogram&&) noexcept = default;
StreamingSpectrogram& StreamingSpectrogram::operator=(StreamingSpectrogram&&) noexcept = default;

void StreamingSpectrogram::push(std::span<const float> samples)
{
    state_->converted.clear();
    state_->resampler.push(samples, state_->converted);
    state_->frames.push(state_->converted, state_->transform, state_->powers);
}

void StreamingSpectrogram::reset()
{
    state_->resampler.reset();
    state_->frames = FrameStream(state_->layout);
    state_->powers.clear();
}

int StreamingSpectrogram::settledFrames() const { return int(state_->powers.size() / std::size_t(state_->layout.bands)); }

std::span<const float> StreamingSpectrogram::melPower(int frame) const
{
    const auto bands = std::size_t(state_->layout.bands);
    return std::span(state_->powers).subspan(std::size_t(frame) * bands, bands);
}

Spectrogram StreamingSpectrogram::snapshot() const
{
    FrameStream frames = state_->frames;
    std::vector<float> powers = state_->powers;
    frames.push(state_->resampler.heldBack(), state_->transform, powers);
    frames.finish(state_->transform, powers);
    return toSpectrogram(powers, state_->layout.bands, state_->params.floorDecibels);
}

Spectrogram StreamingSpectrogram::input() const { return resized(snapshot(), state_->params.size, state_->params.size); }

}  // namespace sonoglyph
