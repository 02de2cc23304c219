#include "core/eval/robustness.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/data/sound_effects.h"
#include "core/data/waveforms.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t robustnessStream = std::uint64_t(1) << 34;  // apart from those of split, pairing, order and augmentation
constexpr double softer = -30, snr = 20;                            // dB

struct Change {
    const char* name;
    void (*apply)(Sound& sound, const WordBounds& word, Random& random);
};

void addTo(Sound& sound, const WordBounds& word, std::vector<float> (*noise)(std::size_t, Random&), Random& random)
{
    const double power = meanPower(std::span(sound.samples).subspan(word.begin, word.end - word.begin));
    addNoise(sound.samples, noise(sound.samples.size(), random), power, snr);
}

constexpr Change changes[] = {
    {"cut to the word", [](Sound& sound, const WordBounds& word, Random&) { sound = cut(sound, word); }},
    {"-30 dB",
     [](Sound& sound, const WordBounds&, Random&) {
         float peak = 1e-9F;
         for (const float sample : sound.samples) peak = std::max(peak, std::abs(sample));
         digitise(sound.samples, 20 * std::log10(double(peak)) + softer);
     }},
    {"white noise, 20 dB SNR", [](Sound& sound, const WordBounds& word, Random& random) { addTo(sound, word, whiteNoise, random); }},
    {"pink noise, 20 dB SNR", [](Sound& sound, const WordBounds& word, Random& random) { addTo(sound, word, pinkNoise, random); }},
};

torch::Tensor readAll(const DigitReader& read, const torch::Tensor& spectrograms)
{
    constexpr std::int64_t chunk = 500;
    std::vector<torch::Tensor> parts;
    for (const auto& part : spectrograms.split(chunk)) parts.push_back(read(part));
    return torch::cat(parts);
}

torch::Tensor inputsOf(const PairedDataset& dataset, const Waveforms& waveforms, const Change& change, std::uint64_t seed)
{
    const auto& held = dataset.split.test;
    const std::int64_t side = dataset.spectrograms.size();
    auto inputs = torch::empty({std::int64_t(held.size()), 1, side, side}, torch::kFloat32);
    auto* const out = inputs.data_ptr<float>();
    parallelFor(held.size(), 0, [&](std::size_t i) {
        const Waveform& waveform = waveforms.at(held[i]);
        Sound sound{waveform.rate, waveform.sound()};
        Random random = seededRandom(seed, robustnessStream + held[i]);
        change.apply(sound, waveform.word, random);
        const Spectrogram heard = networkInput(sound, dataset.config.spectrogram);
        std::copy(heard.values.begin(), heard.values.end(), out + std::int64_t(i) * side * side);
    });
    return inputs;
}

}  // namespace

Result<std::vector<RobustnessReading>> measureRobustness(const DigitReader& read, const PairedDataset& dataset, std::uint64_t seed,
                                                         const Progress& progress, const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    const auto& held = dataset.split.test;
    auto waveforms = readWaveforms(dataset.recordings.recordings, held, dataset.config.spectrogram.rate, progress, stop, 0);
    if (!waveforms) return waveforms.error();
    std::vector<std::int64_t> rows(held.begin(), held.end()), said(rows.size());
    std::transform(rows.begin(), rows.end(), said.begin(), [&](auto i) { return dataset.recordings.recordings[std::size_t(i)].label; });
    const std::int64_t side = dataset.spectrograms.size();
    const auto table = torch::from_blob(const_cast<float*>(dataset.spectrograms.values().data()),
                                        {std::int64_t(dataset.spectrograms.count()), 1, side, side}, torch::kFloat32);
    const auto digits = torch::tensor(said), before = readAll(read, table.index_select(0, torch::tensor(rows)));
    const auto share = [](const torch::Tensor& a, const torch::Tensor& b) { return (a == b).to(torch::kFloat64).mean().item<double>(); };
    std::vector<RobustnessReading> out;
    for (const Change& change : changes) {
        if (stop.stop_requested()) return cancelled();
        const auto after = readAll(read, inputsOf(dataset, *waveforms, change, seed));
        out.push_back({change.name, std::int64_t(held.size()), share(after, before), share(after, digits), share(before, digits)});
    }
    return out;
}

}  // namespace sonoglyph
