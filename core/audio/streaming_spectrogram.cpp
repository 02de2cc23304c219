#include "core/audio/streaming_spectrogram.h"

#include <algorithm>
#include <vector>

#include "core/audio/frame_stream.h"
#include "core/audio/resample.h"

namespace sonoglyph {

namespace {

/// Frames go on for as long as samples come, whatever a whole recording would be cut to.
FrameLayout endless(FrameLayout layout)
{
    layout.padded = false;
    return layout;
}

/// Forgets whole items from the front once twice as many as are wanted are there: each is moved at most once.
template <class T>
std::size_t forgotten(std::vector<T>& values, std::size_t wanted, std::size_t item)
{
    if (values.size() < 2 * wanted * item) return 0;
    const std::size_t items = values.size() / item - wanted;
    values.erase(values.begin(), values.begin() + std::ptrdiff_t(items * item));
    return items;
}

}  // namespace

struct StreamingSpectrogram::State {
    State(const SpectrogramParams& spectrogramParams, int rate, double keptSeconds)
        : params(spectrogramParams), layout(params, rate), inputRate(rate), transform(endless(layout)), resampler(rate, layout.rate),
          frames(endless(layout)), keptFrames(std::size_t(keptSeconds * layout.rate / layout.hop) + 2),
          keptSamples(keptFrames * std::size_t(layout.hop) + std::size_t(layout.fftSize))
    {
    }

    std::int64_t settled() const { return firstFrame + std::int64_t(powers.size() / std::size_t(layout.bands)); }
    std::span<const float> power(std::int64_t frame) const
    {
        const auto bands = std::size_t(layout.bands);
        return std::span(powers).subspan(std::size_t(frame - firstFrame) * bands, bands);
    }
    std::int64_t firstStart() const { return (firstSample + layout.hop - 1) / layout.hop * layout.hop; }

    /// The mel powers, frame after frame, of the samples from `start` (a whole hop) to the end.
    std::vector<float> powersFrom(std::int64_t start) const;
    Spectrogram spectrogramFrom(std::int64_t start) const { return toSpectrogram(powersFrom(start), layout.bands, params.floorDecibels); }
    Spectrogram inputFrom(std::int64_t start) const { return resized(spectrogramFrom(start), params.size, params.size); }

    SpectrogramParams params;
    FrameLayout layout;
    int inputRate;
    mutable FrameTransform transform;  ///< its scratch memory is no part of what was heard
    StreamingResampler resampler;
    FrameStream frames;
    std::size_t keptFrames, keptSamples;
    std::int64_t firstFrame = 0, firstSample = 0;
    std::int64_t pushed = 0;       ///< at the input rate
    std::vector<float> samples;    ///< the last ones at the rate of the spectrogram
    std::vector<float> powers;     ///< of the last settled frames
    std::vector<float> converted;  ///< scratch of push()
};

std::vector<float> StreamingSpectrogram::State::powersFrom(std::int64_t start) const
{
    const std::vector<float> rest = resampler.heldBack();
    const std::int64_t kept = firstSample + std::int64_t(samples.size());
    const std::int64_t limit = layout.padded ? start + layout.rate : kept + std::int64_t(rest.size());
    const std::int64_t end = std::min(limit, kept + std::int64_t(rest.size()));
    const std::int64_t count = (limit - start) / layout.hop + 1;
    const auto bands = std::size_t(layout.bands);
    std::vector<float> out(std::size_t(count) * bands), frame(std::size_t(layout.fftSize));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t from = start + i * layout.hop - layout.fftSize / 2, to = from + layout.fftSize;
        const auto result = std::span(out).subspan(std::size_t(i) * bands, bands);
        if (const std::int64_t same = start / layout.hop + i; from >= start && to <= end && same >= firstFrame && same < settled()) {
            std::ranges::copy(power(same), result.begin());
        } else if (from < end && to > start) {
            for (std::int64_t at = from; at < to; ++at) {
                const bool inside = at >= start && at < end;
                frame[std::size_t(at - from)] = !inside     ? 0.0f
                                                : at < kept ? samples[std::size_t(at - firstSample)]
                                                            : rest[std::size_t(at - kept)];
            }
            transform.apply(frame, result);
        }
    }
    return out;
}

StreamingSpectrogram::StreamingSpectrogram(const SpectrogramParams& params, int inputRate, double keptSeconds)
    : state_(new State(params, inputRate, keptSeconds))
{
}
StreamingSpectrogram::~StreamingSpectrogram() = default;
StreamingSpectrogram::StreamingSpectrogram(StreamingSpectrogram&&) noexcept = default;
StreamingSpectrogram& StreamingSpectrogram::operator=(StreamingSpectrogram&&) noexcept = default;

void StreamingSpectrogram::push(std::span<const float> samples)
{
    State& s = *state_;
    s.pushed += std::int64_t(samples.size());
    s.converted.clear();
    s.resampler.push(samples, s.converted);
    s.frames.push(s.converted, s.transform, s.powers);
    s.samples.insert(s.samples.end(), s.converted.begin(), s.converted.end());
    s.firstFrame += std::int64_t(forgotten(s.powers, s.keptFrames, std::size_t(s.layout.bands)));
    s.firstSample += std::int64_t(forgotten(s.samples, s.keptSamples, 1));
}

void StreamingSpectrogram::reset()
{
    State& s = *state_;
    s.resampler.reset();
    s.frames = FrameStream(endless(s.layout));
    s.firstFrame = s.firstSample = s.pushed = 0;
    s.samples.clear();
    s.powers.clear();
}

std::int64_t StreamingSpectrogram::settledFrames() const { return state_->settled(); }

std::int64_t StreamingSpectrogram::firstFrame() const { return state_->firstFrame; }

std::span<const float> StreamingSpectrogram::melPower(std::int64_t frame) const { return state_->power(frame); }

std::int64_t StreamingSpectrogram::startOf(std::int64_t from) const
{
    const auto at = std::int64_t(double(from) * state_->layout.rate / state_->inputRate);
    return std::max(state_->firstStart(), at / state_->layout.hop * state_->layout.hop);
}

Spectrogram StreamingSpectrogram::since(std::int64_t from) const { return state_->spectrogramFrom(startOf(from)); }

Spectrogram StreamingSpectrogram::inputSince(std::int64_t from) const { return state_->inputFrom(startOf(from)); }

Spectrogram StreamingSpectrogram::lastSecond() const
{
    const State& s = *state_;
    const auto total = std::int64_t(double(s.pushed) * s.layout.rate / s.inputRate);
    const std::int64_t begin = std::max<std::int64_t>(0, total - s.layout.rate);
    return s.inputFrom(std::max(s.firstStart(), (begin + s.layout.hop - 1) / s.layout.hop * s.layout.hop));
}

}  // namespace sonoglyph
