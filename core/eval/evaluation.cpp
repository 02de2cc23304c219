#include "core/eval/evaluation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "core/base/statistics.h"
#include "core/eval/class_spread.h"
#include "core/eval/evaluation_details.h"
#include "core/eval/held_out.h"
#include "core/model/losses.h"
#include "core/train/batches.h"

namespace sonoglyph {

namespace {

constexpr std::size_t atOnce = 500;

/// A row for every data set among the held-out recordings, its recordings counted.
std::vector<SetReading> emptyReadings(const PairedDataset& dataset)
{
    std::map<std::string, SetReading> sets;
    for (const std::uint32_t i : dataset.split.test) {
        const Recording& recording = dataset.recordings.recordings[i];
        SetReading& reading = sets[recording.set];
        reading.perLabel.resize(dataset.recordings.labels.size());
        ++reading.perLabel[std::size_t(recording.label)].recordings;
    }
    std::vector<SetReading> out;
    for (auto& [name, reading] : sets) {
        reading.set = name;
        out.push_back(std::move(reading));
    }
    return out;
}

Evaluation emptyEvaluation(const PairedDataset& dataset)
{
    Evaluation out;
    out.labels = dataset.recordings.labels;
    out.perLabel.resize(out.labels.size());
    out.confusion = emptyConfusion(out.labels.size());
    out.sets = emptyReadings(dataset);
    return out;
}

void count(std::vector<SetReading>& sets, const Recording& recording, bool right, bool rightMean)
{
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const SetReading& s) { return s.set == recording.set; });
    LabelReading& reading = set->perLabel[std::size_t(recording.label)];
    ++reading.examples;
    reading.right += right;
    reading.rightMean += rightMean;
}

}  // namespace

Result<Evaluation> evaluate(Vae& vae, Lenet5* judge, const Batches& batches, std::uint64_t seed, const Progress& progress,
                            const std::stop_token& stop, bool details)
{
    torch::NoGradGuard noGrad;
    const PairedDataset& dataset = batches.dataset();
    Evaluation out = emptyEvaluation(dataset);
    std::optional<DetailCollector> collector;
    if (details) collector.emplace(batches);
    std::int64_t right = 0, rightMean = 0;
    const auto sums = torch::TensorOptions(torch::kFloat64).device(batches.device());
    auto reconstruction = torch::zeros({}, sums), klSum = torch::zeros({vae->latent()}, sums);
    ClassSpread spread(out.labels.size());
    const auto visit = [&](const HeldOutChunk& chunk) {
        const double n = double(chunk.size());
        reconstruction += bernoulliNats(chunk.drawn, batches.test(chunk.pairs).images).to(torch::kFloat64) * n;
        klSum += klPerDimension(chunk.posterior.mean, chunk.posterior.logVariance).to(torch::kFloat64) * n;
        spread.add(chunk.drawn, chunk.labelRows);
        for (std::size_t j = 0; j < chunk.read.size(); ++j) {
            const std::int64_t label = chunk.labels[j];
            ++out.confusion[std::size_t(label)][std::size_t(chunk.read[j])];
            const Pair& pair = dataset.testPairs[chunk.pairs[j]];
            count(out.sets, dataset.recordings.recordings[pair.recording], chunk.read[j] == label, chunk.readMean[j] == label);
            right += chunk.read[j] == label;
            rightMean += chunk.readMean[j] == label;
        }
        if (collector) collector->add(chunk);
    };
    if (auto drawn = drawHeldOut(vae, judge, batches, seed, visit, progress, stop); !drawn) return drawn.error();

    out.examples = std::int64_t(dataset.testPairs.size());
    const double pairs = double(std::max<std::int64_t>(1, out.examples));
    out.judged = judge != nullptr;
    out.accuracy = double(right) / pairs;
    out.accuracyMean = double(rightMean) / pairs;
    out.interval = wilsonInterval(right, out.examples);
    out.reconstruction = reconstruction.item<double>() / pairs;
    const auto kl = klSum.cpu() / pairs;
    out.kl = kl.sum().item<double>();
    out.klPerDimension.assign(kl.data_ptr<double>(), kl.data_ptr<double>() + kl.numel());
    out.activeUnits = int((kl > activeUnitNats).sum().item<std::int64_t>());
    const auto spoken = spread.counts();
    for (std::size_t label = 0; label < spoken.size(); ++label)
        if (spoken[label] > 0) out.perLabel[label] = double(out.confusion[label][label]) / double(spoken[label]);
    out.diversity = spread.deviation();
    if (collector) out.details = collector->finish(vae, seed);
    return out;
}

Result<Evaluation> evaluateClassifier(Classifier& net, const Batches& batches, const std::stop_token& stop, bool details)
{
    torch::NoGradGuard noGrad;
    net->eval();
    const PairedDataset& dataset = batches.dataset();
    const auto& held = dataset.split.test;
    Evaluation out = emptyEvaluation(dataset);
    out.heard = true;
    std::int64_t right = 0;
    double nats = 0;
    std::vector<std::int64_t> all;
    for (std::size_t i = 0; i < held.size(); i += atOnce) {
        if (stop.stop_requested()) return cancelled();
        std::vector<std::int64_t> rows(held.begin() + std::ptrdiff_t(i), held.begin() + std::ptrdiff_t(std::min(held.size(), i + atOnce)));
        std::vector<std::int64_t> said(rows.size());
        std::transform(rows.begin(), rows.end(), said.begin(), [&](std::int64_t r) { return dataset.recordings.recordings[r].label; });
        // Few and small: the losses of a chunk are taken on the CPU.
        const auto logits = net->forward(batches.spectrograms().index_select(0, torch::tensor(rows).to(batches.device()))).cpu();
        nats += digitNats(logits, torch::tensor(said)).item<double>() * double(rows.size());
        const auto heard = logits.argmax(1).contiguous();
        for (std::size_t j = 0; j < rows.size(); ++j) {
            const auto label = std::size_t(said[j]), got = std::size_t(heard.data_ptr<std::int64_t>()[j]);
            ++out.confusion[label][got];
            count(out.sets, dataset.recordings.recordings[std::size_t(rows[j])], label == got, label == got);
            right += label == got;
            all.push_back(std::int64_t(got));
        }
    }
    if (details) out.details = hearingDetails(batches, all);
    out.examples = std::int64_t(held.size());
    const double n = double(std::max<std::int64_t>(1, out.examples));
    out.accuracy = out.accuracyMean = double(right) / n;
    out.interval = wilsonInterval(right, out.examples);
    out.total = nats / n;
    for (std::size_t label = 0; label < out.labels.size(); ++label) {
        const auto& row = out.confusion[label];
        const auto spoken = std::accumulate(row.begin(), row.end(), std::int64_t(0));
        if (spoken > 0) out.perLabel[label] = double(row[label]) / double(spoken);
    }
    return out;
}

}  // namespace sonoglyph
