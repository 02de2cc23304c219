#include "core/data/waveforms.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <new>
#include <optional>

#include "core/audio/resample.h"
#include "core/audio/sound_file.h"
#include "core/base/parallel.h"

namespace sonoglyph {

namespace {

Waveform waveformOf(const Sound& sound)
{
    constexpr float most = 32767;
    Waveform out;
    out.rate = sound.rate;
    out.word = findWord(sound).value_or(WordBounds{0, sound.samples.size()});
    float peak = 0;
    for (const float sample : sound.samples) peak = std::max(peak, std::abs(sample));
    out.scale = peak / most;
    out.samples.resize(sound.samples.size());
    if (peak > 0)
        std::transform(sound.samples.begin(), sound.samples.end(), out.samples.begin(),
                       [&](float sample) { return std::int16_t(std::lround(sample / peak * most)); });
    return out;
}

}  // namespace

std::vector<float> Waveform::sound() const
{
    std::vector<float> out(samples.size());
    std::transform(samples.begin(), samples.end(), out.begin(), [this](std::int16_t sample) { return scale * float(sample); });
    return out;
}

std::size_t Waveforms::bytes() const
{
    std::size_t sum = all_.size() * sizeof(Waveform);
    for (const Waveform& waveform : all_) sum += waveform.samples.size() * sizeof(std::int16_t);
    return sum;
}

Result<Waveforms> readWaveforms(std::span<const Recording> recordings, std::span<const std::uint32_t> which, int rate,
                                const Progress& progress, std::stop_token stop, int threads)
{
    const Message phase{SONOGLYPH_TEXT("core", "Reading %1 recordings"), {std::to_string(which.size())}};
    try {
        std::vector<Waveform> all(recordings.size());
        std::atomic<std::size_t> done{0};
        std::mutex mutex;  // of what follows
        std::optional<Error> failed;
        const bool complete = parallelFor(
            which.size(), threads,
            [&](std::size_t i) {
                const auto sound = readSoundFile(recordings[which[i]].file);
                if (sound) all[which[i]] = waveformOf(rate > 0 ? resampled(*sound, rate) : *sound);
                const std::size_t count = ++done;
                const std::lock_guard lock(mutex);
                if (!sound && !failed) failed = sound.error();
                if (progress && count % 100 == 0) progress(phase, double(count) / double(which.size()));
            },
            stop);
        if (!complete) return cancelled();
        if (failed) return *failed;
        return Waveforms(std::move(all));
    } catch (const std::bad_alloc&) {
        return Error{Errc::OutOfMemory,
                     {SONOGLYPH_TEXT("core", "There is not enough memory for %1 recordings."), {std::to_string(which.size())}},
                     {}};
    }
}

}  // namespace sonoglyph
