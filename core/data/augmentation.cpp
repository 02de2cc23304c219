#include "core/data/augmentation.h"

#include <algorithm>
#include <cmath>

#include "core/data/sound_effects.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t augmentationStream = std::uint64_t(1) << 33;  // apart from those of split, pairing and order
constexpr std::uint64_t rowsAStep = std::uint64_t(1) << 20;

constexpr double cutJitterSeconds = 0.03;              ///< a word's ends are not found more exactly
constexpr double leastSpeakers = 3, mostSpeakers = 6;  ///< in a babble
constexpr double leastDirect = -3, mostDirect = 15;    ///< dB, of the direct sound over the echo: far from the microphone, or close to it
constexpr double leastEchoSeconds = 0.05;

/// A sound on its way, and where its word is.
struct Take {
    std::vector<float> samples;
    std::size_t wordBegin = 0, wordEnd = 0;

    std::span<const float> word() const { return std::span(samples).subspan(wordBegin, wordEnd - wordBegin); }
};

/// `from` may lie before the first sample: zeros come in front.
void keep(Take& take, std::ptrdiff_t from, std::ptrdiff_t to)
{
    std::vector<float> kept(std::size_t(std::max<std::ptrdiff_t>(0, to - from)));
    const auto size = std::ptrdiff_t(take.samples.size());
    const auto first = std::clamp<std::ptrdiff_t>(from, 0, size), last = std::clamp<std::ptrdiff_t>(to, first, size);
    std::copy(take.samples.begin() + first, take.samples.begin() + last, kept.begin() + (first - from));
    take.samples = std::move(kept);
    const auto moved = [&](std::size_t position) {
        return std::size_t(std::clamp<std::ptrdiff_t>(std::ptrdiff_t(position) - from, 0, std::ptrdiff_t(take.samples.size())));
    };
    take.wordBegin = moved(take.wordBegin);
    take.wordEnd = moved(take.wordEnd);
}

bool drawShare(Random& random, double share) { return drawBetween(random, 0, 1) < share; }

void trim(Take& take, int rate, Random& random)
{
    const double jitter = cutJitterSeconds * rate;
    const auto from = std::ptrdiff_t(double(take.wordBegin) + drawBetween(random, -jitter, jitter));
    const auto to = std::ptrdiff_t(double(take.wordEnd) + drawBetween(random, -jitter, jitter));
    keep(take, std::max<std::ptrdiff_t>(0, from), std::min(to, std::ptrdiff_t(take.samples.size())));
}

/// Within the second, as far as the word leaves room.
void shift(Take& take, int rate, double mostSeconds, Random& random)
{
    const auto second = std::ptrdiff_t(rate), begin = std::ptrdiff_t(take.wordBegin), end = std::ptrdiff_t(take.wordEnd);
    const auto wanted = std::ptrdiff_t(drawBetween(random, -mostSeconds, mostSeconds) * rate);
    const auto by = std::clamp(wanted, -begin, std::max(-begin, second - end));
    keep(take, -by, std::min(std::ptrdiff_t(take.samples.size()), second - by));
}

/// First and one past the last of up to `most` neighbours, as often none as any other number.
std::pair<int, int> drawNeighbours(Random& random, int of, double most)
{
    const int count = std::min(of, int(drawBetween(random, 0, most + 1)));
    const int first = int(drawBelow(random, std::uint64_t(of - count + 1)));
    return {first, first + count};
}

/// Silences bands and columns of a size x size input.
void hide(std::span<float> input, int size, const AugmentationParams& params, Random& random)
{
    const auto silence = [&](int rowBegin, int rowEnd, int columnBegin, int columnEnd) {
        for (int row = rowBegin; row < rowEnd; ++row)
            std::fill(input.begin() + row * size + columnBegin, input.begin() + row * size + columnEnd, 0.0F);
    };
    if (params.hiddenBands > 0) {
        const auto [begin, end] = drawNeighbours(random, size, params.hiddenBands);
        silence(begin, end, 0, size);
    }
    if (params.hiddenColumns > 0) {
        const auto [begin, end] = drawNeighbours(random, size, params.hiddenColumns);
        silence(0, size, begin, end);
    }
}

}  // namespace

AugmentationParams microphoneAugmentation()
{
    AugmentationParams p;
    p.share = 0.95;
    p.trimShare = 0.5;
    p.shiftSeconds = 0.3;
    p.speedPercent = 20;
    p.roomShare = 0.5;
    p.roomSeconds = 0.5;
    p.tiltDecibels = 12;
    p.noiseShare = 0.7;
    p.snrLowest = 3;
    p.snrHighest = 45;
    p.levelLowest = -55;
    p.levelHighest = 3;
    p.hiddenBands = 8;
    p.hiddenColumns = 8;
    return p;
}

Augmenter::Augmenter(const PairedDataset& dataset, Waveforms waveforms, const AugmentationParams& params, std::uint64_t seed)
    : dataset_(dataset), waveforms_(std::move(waveforms)), params_(params), seed_(seededRandom(seed, augmentationStream)())
{
}

void Augmenter::input(std::int64_t step, std::size_t row, std::uint32_t recording, std::span<float> out) const
{
    Random random = seededRandom(seed_, std::uint64_t(step) * rowsAStep + row);
    if (drawShare(random, params_.share)) {
        const Spectrogram heard = networkInput(changed(recording, random), dataset_.config.spectrogram);
        std::copy(heard.values.begin(), heard.values.end(), out.begin());
        hide(out, dataset_.config.spectrogram.size, params_, random);
    } else {
        const auto own = dataset_.spectrograms.at(recording);
        std::copy(own.begin(), own.end(), out.begin());
    }
}

Sound Augmenter::changed(std::uint32_t recording, Random& random) const
{
    const Waveform& waveform = waveforms_.at(recording);
    const int rate = waveform.rate;
    const bool second = dataset_.config.spectrogram.timeMode == TimeMode::Pad;
    Take take{waveform.sound(), waveform.word.begin, waveform.word.end};

    if (drawShare(random, params_.trimShare)) trim(take, rate, random);
    if (params_.speedPercent > 0) {
        // As often faster as slower: evenly in the logarithm.
        const double most = std::log1p(params_.speedPercent / 100);
        const double factor = std::exp(drawBetween(random, -most, most));
        take.samples = atSpeed(take.samples, factor);
        take.wordBegin = std::min(std::size_t(double(take.wordBegin) / factor), take.samples.size());
        take.wordEnd = std::min(std::size_t(double(take.wordEnd) / factor), take.samples.size());
    }
    if (drawShare(random, params_.roomShare)) {
        const double seconds = drawBetween(random, leastEchoSeconds, params_.roomSeconds);
        take.samples = inRoom(take.samples, rate, seconds, drawBetween(random, leastDirect, mostDirect), random);
    }
    if (params_.tiltDecibels > 0) tilt(take.samples, rate, drawBetween(random, -params_.tiltDecibels, params_.tiltDecibels));
    if (second) shift(take, rate, params_.shiftSeconds, random);
    if (drawShare(random, params_.noiseShare)) {
        const double power = meanPower(take.word());
        // Half of the time the noise lasts on where the recording has ended: the microphone is still open.
        if (second && drawBelow(random, 2) == 0) take.samples.resize(std::size_t(rate));
        addNoise(take.samples, noise(take.samples.size(), random), power, drawBetween(random, params_.snrLowest, params_.snrHighest));
    }
    digitise(take.samples, drawBetween(random, params_.levelLowest, params_.levelHighest));
    return {rate, std::move(take.samples)};
}

std::vector<float> Augmenter::noise(std::size_t samples, Random& random) const
{
    switch (drawBelow(random, 3)) {
    case 0:
        return whiteNoise(samples, random);
    case 1:
        return pinkNoise(samples, random);
    default:
        return babble(samples, random);
    }
}

std::vector<float> Augmenter::babble(std::size_t samples, Random& random) const
{
    const auto& train = dataset_.split.train;
    std::vector<float> out(samples);
    const auto voices = int(drawBetween(random, leastSpeakers, mostSpeakers + 1));
    for (int i = 0; i < voices; ++i) {
        const Waveform& other = waveforms_.at(train[std::size_t(drawBelow(random, train.size()))]);
        if (other.samples.empty()) continue;
        // Each at full scale, and again and again: the talk does not end.
        std::size_t at = std::size_t(drawBelow(random, other.samples.size()));
        for (float& value : out) {
            value += float(other.samples[at]) / 32768;
            if (++at == other.samples.size()) at = 0;
        }
    }
    return out;
}

}  // namespace sonoglyph
