#include "core/eval/evaluation_details.h"

#include <algorithm>
#include <map>
#include <span>

#include "core/model/byte_images.h"
#include "core/train/batches.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

constexpr std::size_t picturesOfAPart = 16;
constexpr int examplesOfACell = 12;
constexpr std::int64_t imagesAtOnce = 5000;

/// Everything that does not depend on the model.
std::shared_ptr<EvaluationDetails> detailsOf(const PairedDataset& dataset)
{
    auto out = std::make_shared<EvaluationDetails>();
    out->dataset = dataset.config.name;
    out->split = dataset.config.split;
    out->seed = dataset.config.seed;
    for (const std::uint32_t i : dataset.split.test) out->recordings.push_back(dataset.recordings.recordings[i].file.filename().string());
    return out;
}

/// Counts who said what and how it was read.
std::vector<SpeakerReading> speakersOf(const PairedDataset& dataset, const std::vector<PairReading>& pairs)
{
    std::map<std::pair<std::string, std::string>, LabelReading> speakers;
    const auto readingOf = [&](std::uint32_t held) -> LabelReading& {
        const Recording& recording = dataset.recordings.recordings[dataset.split.test[held]];
        return speakers[{recording.set, recording.speaker}];
    };
    for (std::uint32_t i = 0; i < dataset.split.test.size(); ++i) ++readingOf(i).recordings;
    for (const PairReading& pair : pairs) {
        LabelReading& reading = readingOf(pair.recording);
        ++reading.examples;
        reading.right += pair.read == pair.label;
        reading.rightMean += pair.readMean == pair.label;
    }
    std::vector<SpeakerReading> out;
    for (const auto& [who, reading] : speakers) out.push_back({who.first, who.second, reading});
    return out;
}

/// [labels, 784] in 0..1.
torch::Tensor meanImages(const DigitImages& images, std::size_t labels)
{
    ClassSpread means(labels);
    const auto bytes = imageTensor(images);
    for (std::int64_t i = 0; i < images.count(); i += imagesAtOnce) {
        std::vector<std::int64_t> part;
        for (std::int64_t j = i; j < std::min<std::int64_t>(images.count(), i + imagesAtOnce); ++j) part.push_back(images.label(int(j)));
        means.add(unitImages(bytes.slice(0, i, i + std::int64_t(part.size()))), torch::tensor(part));
    }
    return means.means().to(torch::kFloat32);
}

ByteImage pictureOf(const torch::Tensor& row) { return byteImages(row.reshape({1, 1, 28, 28}).to(torch::kFloat32)).front(); }

}  // namespace

DetailCollector::DetailCollector(const Batches& batches)
    : batches_(batches), out_(detailsOf(batches.dataset())), rowOf_(batches.dataset().recordings.recordings.size()),
      features_(batches.dataset().recordings.labels.size()), drawnMeans_(batches.dataset().recordings.labels.size()),
      realMeans_(meanImages(batches.dataset().trainImages, batches.dataset().recordings.labels.size()).to(batches.device())),
      examples_(batches.dataset().recordings.labels.size(), std::vector<int>(batches.dataset().recordings.labels.size()))
{
    const auto& held = batches.dataset().split.test;
    for (std::uint32_t i = 0; i < held.size(); ++i) rowOf_[held[i]] = i;
}

void DetailCollector::add(const HeldOutChunk& chunk)
{
    if (chunk.read.empty()) return;
    const PairedDataset& dataset = batches_.dataset();
    for (std::size_t j = 0; j < chunk.pairs.size(); ++j) {
        const Pair& pair = dataset.testPairs[chunk.pairs[j]];
        out_->pairs.push_back(
            {rowOf_[pair.recording], std::uint8_t(chunk.labels[j]), std::uint8_t(chunk.read[j]), std::uint8_t(chunk.readMean[j])});
    }
    features_.add(chunk.features, chunk.labelRows);
    drawnMeans_.add(chunk.drawnMean, chunk.labelRows);
    const auto off = chunk.drawn.flatten(1) - realMeans_.index_select(0, chunk.labelRows);
    distances_ += off.square().mean(1).sqrt().sum().item<double>();
    addExamples(chunk);
}

void DetailCollector::addExamples(const HeldOutChunk& chunk)
{
    const PairedDataset& dataset = batches_.dataset();
    std::vector<std::int64_t> wanted;
    const auto isHeldOutPicture = [&](std::size_t j) { return std::size_t(chunk.first) + j < picturesOfAPart; };
    for (std::size_t j = 0; j < chunk.pairs.size(); ++j) {
        int& there = examples_[std::size_t(chunk.labels[j])][std::size_t(chunk.read[j])];
        if (there >= examplesOfACell && !isHeldOutPicture(j)) continue;
        ++there;
        wanted.push_back(std::int64_t(j));
    }
    if (wanted.empty()) return;
    const auto drawn = byteImages(chunk.drawn.index_select(0, torch::tensor(wanted).to(batches_.device())).cpu());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto j = std::size_t(wanted[i]);
        const Pair& pair = dataset.testPairs[chunk.pairs[j]];
        const std::string& recording = out_->recordings[rowOf_[pair.recording]];
        if (isHeldOutPicture(j))
            out_->heldOut.push_back({int(chunk.labels[j]), recording, dataset.testImages.image(int(pair.image)), drawn[i]});
        out_->examples.push_back({int(chunk.labels[j]), int(chunk.read[j]), recording, drawn[i]});
    }
}

std::vector<PairPicture> DetailCollector::learnedPairs(Vae& vae, std::uint64_t seed) const
{
    const PairedDataset& dataset = batches_.dataset();
    std::vector<std::uint32_t> which(std::min(picturesOfAPart, dataset.trainPairs.size()));
    for (std::uint32_t i = 0; i < which.size(); ++i) which[i] = i;
    if (which.empty()) return {};
    const auto q = vae->encode(batches_.train(which).spectrograms);
    Noise noise(seed, batches_.device());
    const auto drawn = byteImages(vae->decode(sample(q, noise.normal(q.mean.sizes()))).cpu());
    std::vector<PairPicture> out;
    for (const std::uint32_t i : which) {
        const Pair& pair = dataset.trainPairs[i];
        const Recording& recording = dataset.recordings.recordings[pair.recording];
        out.push_back({recording.label, recording.file.filename().string(), dataset.trainImages.image(int(pair.image)), drawn[i]});
    }
    return out;
}

void DetailCollector::findArchetypes()
{
    const DigitImages& images = batches_.dataset().trainImages;
    const auto bytes = imageTensor(images);
    const auto drawn = drawnMeans_.means().to(torch::kFloat32), real = realMeans_.cpu();
    const auto counts = drawnMeans_.counts();
    out_->archetypes.resize(counts.size());
    for (std::int64_t d = 0; d < std::int64_t(counts.size()); ++d) {
        Archetype& archetype = out_->archetypes[std::size_t(d)];
        archetype.real = pictureOf(real[d]);
        if (counts[std::size_t(d)] == 0) continue;
        archetype.drawn = pictureOf(drawn[d]);
        const auto& candidates = images.indicesOf(int(d));
        if (candidates.empty()) continue;
        const std::vector<std::int64_t> rows(candidates.begin(), candidates.end());
        const auto distances = (unitImages(bytes.index_select(0, torch::tensor(rows))).flatten(1) - drawn[d]).square().mean(1).sqrt();
        const auto nearest = distances.argmin().item<std::int64_t>();
        archetype.nearestIndex = int(rows[std::size_t(nearest)]);
        archetype.nearest = images.image(archetype.nearestIndex);
        archetype.distance = distances[nearest].item<double>();
    }
}

std::shared_ptr<const EvaluationDetails> DetailCollector::finish(Vae& vae, std::uint64_t seed)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    out_->speakers = speakersOf(batches_.dataset(), out_->pairs);
    out_->featureDiversity = features_.deviation();
    out_->archetypeDistance = out_->pairs.empty() ? 0 : distances_ / double(out_->pairs.size());
    out_->learned = learnedPairs(vae, seed);
    findArchetypes();
    return out_;
}

std::shared_ptr<const EvaluationDetails> hearingDetails(const Batches& batches, const std::vector<std::int64_t>& heard)
{
    const PairedDataset& dataset = batches.dataset();
    auto out = detailsOf(dataset);
    for (std::uint32_t i = 0; i < heard.size(); ++i) {
        const auto label = std::uint8_t(dataset.recordings.recordings[dataset.split.test[i]].label);
        out->pairs.push_back({i, label, std::uint8_t(heard[i]), std::uint8_t(heard[i])});
    }
    out->speakers = speakersOf(dataset, out->pairs);
    return out;
}

}  // namespace sonoglyph
