#include "core/audio/spectrogram.h"

#include "core/audio/fourier_spectrogram.h"
#include "core/audio/frame_stream.h"
#include "core/audio/resample.h"

namespace sonoglyph {

namespace {

Spectrogram spectrogramOf(const Sound& sound, const SpectrogramParams& params, bool mel)
{
    if (params.rate > 0 && sound.rate != params.rate) return spectrogramOf(resampled(sound, params.rate), params, mel);

    const FrameLayout layout(params, sound.rate, mel);
    FrameTransform& transform = threadFrameTransform(layout);
    FrameStream frames(layout);
    std::vector<float> powers;
    frames.push(sound.samples, transform, powers);
    frames.finish(transform, powers);
    return toSpectrogram(powers, layout.bands, params.floorDecibels);
}

}  // namespace

Spectrogram melSpectrogram(const Sound& sound, const SpectrogramParams& params) { return spectrogramOf(sound, params, true); }

Spectrogram fourierSpectrogram(const Sound& sound, const SpectrogramParams& params) { return spectrogramOf(sound, params, false); }

Spectrogram networkInput(const Sound& sound, const SpectrogramParams& params)
{
    return resized(melSpectrogram(sound, params), params.size, params.size);
}

Result<void> validate(const SpectrogramParams& params)
{
    const auto outside = [](const char* name, const char* range) {
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The spectrogram setting %1 must be %2."), {name, range}}, {}};
    };
    if (params.rate != 0 && (params.rate < 2000 || params.rate > 192000))
        return outside("rate", "0 (the recording's own) or 2000 to 192000 Hz");
    if (params.fftSize < 16 || params.fftSize > 16384 || params.fftSize % 2 != 0)
        return outside("fftSize", "an even number from 16 to 16384");
    if (!(params.hopSeconds >= 0.001 && params.hopSeconds <= 1)) return outside("hopSeconds", "0.001 to 1 s");
    if (params.bands < 1 || params.bands > 512) return outside("bands", "1 to 512");
    if (!(params.maxFrequency >= 0 && params.maxFrequency <= 96000))
        return outside("maxFrequency", "0 (half the rate) or at most 96000 Hz");
    if (!(params.floorDecibels >= -200 && params.floorDecibels <= -1)) return outside("floorDecibels", "-200 to -1 dB");
    if (params.size < 1 || params.size > 1024) return outside("size", "1 to 1024");
    return {};
}

}  // namespace sonoglyph
