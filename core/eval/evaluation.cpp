#include "core/eval/evaluation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/eval/posteriors.h"
#include "core/model/losses.h"
#include "core/train/batches.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t chunk = 500;  ///< pairs at a time: keeps the decoder's largest activation under 20 MB

/// A row for every data set among the held-out recordings, its recordings counted.
std::vector<SetReading> emptyReadings(const PairedDataset& dataset)
{
    std::map<std::string, SetReading> sets;
    for (const std::uint32_t i : dataset.split.test) {
        const Recording& recording = dataset.recordings.recordings[i];
        ++sets[recording.set].digits[std::size_t(recording.digit)].recordings;
    }
    std::vector<SetReading> out;
    for (auto& [name, reading] : sets) {
        reading.set = name;
        out.push_back(std::move(reading));
    }
    return out;
}

void count(std::vector<SetReading>& sets, const Recording& recording, bool right, bool rightMean)
{
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const SetReading& s) { return s.set == recording.set; });
    DigitReading& digit = set->digits[std::size_t(recording.digit)];
    ++digit.examples;
    digit.right += right;
    digit.rightMean += rightMean;
}

}  // namespace

std::array<double, 2> wilsonInterval(std::int64_t right, std::int64_t count)
{
    if (count <= 0) return {0, 1};
    const double z = 1.959963984540054, n = double(count), p = double(right) / n;
    const double centre = p + z * z / (2 * n), half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)), scale = 1 + z * z / n;
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

Result<Evaluation> evaluate(Vae& vae, Lenet5* judge, const Batches& batches, std::uint64_t seed, const Progress& progress,
                            const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    const PairedDataset& dataset = batches.dataset();
    const Message phase{SONOGLYPH_TEXT("core", "Reading the images of held-out sounds"), {}};

    // A recording stands in many pairs: its posterior is computed once.
    const auto& held = dataset.split.test;
    std::vector<std::int64_t> rowOf(dataset.spectrograms.count(), -1);
    for (std::size_t i = 0; i < held.size(); ++i) rowOf[held[i]] = std::int64_t(i);
    const auto encoded = posteriorsOf(vae, batches.spectrograms(), held, {}, stop);
    if (!encoded) return encoded.error();
    const Posterior& all = *encoded;
    Evaluation out;
    out.sets = emptyReadings(dataset);
    if (held.empty()) return out;

    Noise noise(seed, batches.device());
    std::array<std::int64_t, 10> spoken{};
    std::int64_t right = 0, rightMean = 0;
    const auto sums = torch::TensorOptions(torch::kFloat64).device(batches.device());
    auto reconstruction = torch::zeros({}, sums), klSum = torch::zeros({vae->latent()}, sums);
    auto sum = torch::zeros({10, DigitImages::pixelCount}, sums), squares = torch::zeros_like(sum);
    const auto pairs = std::int64_t(dataset.testPairs.size());
    std::vector<std::uint32_t> which;
    for (std::int64_t i = 0; i < pairs; i += chunk) {
        if (stop.stop_requested()) return cancelled();
        if (progress) progress(phase, double(i) / double(pairs));
        const std::int64_t n = std::min(chunk, pairs - i);
        which.resize(std::size_t(n));
        auto indices = torch::empty({2, n}, torch::kInt64);
        auto* const recording = indices.data_ptr<std::int64_t>();
        auto* const digit = recording + n;
        for (std::int64_t j = 0; j < n; ++j) {
            which[std::size_t(j)] = std::uint32_t(i + j);
            const Pair& pair = dataset.testPairs[std::size_t(i + j)];
            recording[j] = rowOf[pair.recording];
            digit[j] = dataset.testImages.label(int(pair.image));
            ++spoken[std::size_t(digit[j])];
        }
        const auto there = indices.to(batches.device());
        const Posterior q{all.mean.index_select(0, there[0]), all.logVariance.index_select(0, there[0])};
        const auto drawn = vae->decode(sample(q, noise.normal(q.mean.sizes())));
        reconstruction += bernoulliNats(drawn, batches.test(which).images).to(torch::kFloat64) * double(n);
        klSum += klPerDimension(q.mean, q.logVariance).to(torch::kFloat64) * double(n);
        const auto flat = drawn.flatten(1).to(torch::kFloat64);
        sum.index_add_(0, there[1], flat);
        squares.index_add_(0, there[1], flat.square());
        if (!judge) continue;
        const auto readings = torch::stack({(*judge)->forward(drawn).argmax(1), (*judge)->forward(vae->decode(q.mean)).argmax(1)}).cpu();
        const auto* const read = readings.data_ptr<std::int64_t>();
        const auto* const readMean = read + n;
        for (std::int64_t j = 0; j < n; ++j) {
            ++out.confusion[std::size_t(digit[j])][std::size_t(read[j])];
            const Pair& pair = dataset.testPairs[std::size_t(i + j)];
            count(out.sets, dataset.recordings.recordings[pair.recording], read[j] == digit[j], readMean[j] == digit[j]);
            right += read[j] == digit[j];
            rightMean += readMean[j] == digit[j];
        }
    }

    out.examples = pairs;
    out.judged = judge != nullptr;
    out.accuracy = double(right) / double(std::max<std::int64_t>(1, pairs));
    out.accuracyMean = double(rightMean) / double(std::max<std::int64_t>(1, pairs));
    out.interval = wilsonInterval(right, pairs);
    out.reconstruction = reconstruction.item<double>() / double(std::max<std::int64_t>(1, pairs));
    const auto kl = klSum.cpu() / double(std::max<std::int64_t>(1, pairs));
    sum = sum.cpu();
    squares = squares.cpu();
    out.kl = kl.sum().item<double>();
    out.klPerDimension.assign(kl.data_ptr<double>(), kl.data_ptr<double>() + kl.numel());
    out.activeUnits = int((kl > activeUnitNats).sum().item<std::int64_t>());
    int digits = 0;
    for (std::size_t d = 0; d < 10; ++d) {
        if (spoken[d] == 0) continue;
        out.perDigit[d] = double(out.confusion[d][d]) / double(spoken[d]);
        const auto mean = sum[std::int64_t(d)] / double(spoken[d]);
        out.diversity += (squares[std::int64_t(d)] / double(spoken[d]) - mean.square()).clamp_min(0).sqrt().mean().item<double>();
        ++digits;
    }
    out.diversity /= std::max(1, digits);
    return out;
}

Result<Evaluation> evaluateClassifier(Classifier& net, const Batches& batches, const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    net->eval();
    const PairedDataset& dataset = batches.dataset();
    const auto& held = dataset.split.test;
    Evaluation out;
    out.sets = emptyReadings(dataset);
    out.heard = true;
    std::int64_t right = 0;
    double nats = 0;
    for (std::size_t i = 0; i < held.size(); i += chunk) {
        if (stop.stop_requested()) return cancelled();
        std::vector<std::int64_t> rows(held.begin() + std::ptrdiff_t(i),
                                       held.begin() + std::ptrdiff_t(std::min(held.size(), i + std::size_t(chunk))));
        std::vector<std::int64_t> said(rows.size());
        std::transform(rows.begin(), rows.end(), said.begin(), [&](std::int64_t r) { return dataset.recordings.recordings[r].digit; });
        // Few and small: the losses of a chunk are taken on the CPU.
        const auto logits = net->forward(batches.spectrograms().index_select(0, torch::tensor(rows).to(batches.device()))).cpu();
        nats += digitNats(logits, torch::tensor(said)).item<double>() * double(rows.size());
        const auto heard = logits.argmax(1).contiguous();
        for (std::size_t j = 0; j < rows.size(); ++j) {
            const auto digit = std::size_t(said[j]), got = std::size_t(heard.data_ptr<std::int64_t>()[j]);
            ++out.confusion[digit][got];
            count(out.sets, dataset.recordings.recordings[std::size_t(rows[j])], digit == got, digit == got);
            right += digit == got;
        }
    }
    out.examples = std::int64_t(held.size());
    const double n = double(std::max<std::int64_t>(1, out.examples));
    out.accuracy = out.accuracyMean = double(right) / n;
    out.interval = wilsonInterval(right, out.examples);
    out.total = nats / n;
    for (std::size_t d = 0; d < 10; ++d) {
        const auto& row = out.confusion[d];
        const auto spoken = std::accumulate(row.begin(), row.end(), std::int64_t(0));
        if (spoken > 0) out.perDigit[d] = double(row[d]) / double(spoken);
    }
    return out;
}

}  // namespace sonoglyph
