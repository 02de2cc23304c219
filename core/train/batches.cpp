#include "core/train/batches.h"

#include <numeric>

#include "core/data/random.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t referenceStream = 4;  // apart from the streams of split and pairing

}  // namespace

torch::Tensor imageTensor(const DigitImages& images)
{
    return torch::from_blob(const_cast<std::uint8_t*>(images.pixels().data()), {images.count(), 1, DigitImages::height, DigitImages::width},
                            torch::kUInt8);
}

torch::Tensor unitImages(const torch::Tensor& bytes) { return bytes.to(torch::kFloat32).mul_(1.0F / 255); }

Batches::Batches(const PairedDataset& dataset, torch::Device device)
    : dataset_(dataset), trainPairs_(dataset.trainPairs), testPairs_(dataset.testPairs), trainRecordings_(dataset.split.train),
      seed_(dataset.config.seed), trainDigits_(dataset.trainImages), testDigits_(dataset.testImages),
      trainImages_(imageTensor(dataset.trainImages).to(device)), testImages_(imageTensor(dataset.testImages).to(device))
{
    const auto& table = dataset.spectrograms;
    spectrograms_ = torch::from_blob(const_cast<float*>(table.values().data()),
                                     {std::int64_t(table.count()), 1, table.size(), table.size()}, torch::kFloat32)
                        .to(device);
}

Batch Batches::gather(std::span<const Pair> pairs, const DigitImages& labelled, const torch::Tensor& images,
                      std::span<const std::uint32_t> which, std::span<const float> inputs) const
{
    auto indices = torch::empty({3, std::int64_t(which.size())}, torch::kInt64);
    auto* image = indices.data_ptr<std::int64_t>();
    auto* recording = image + which.size();
    auto* label = recording + which.size();
    for (std::size_t i = 0; i < which.size(); ++i) {
        image[i] = pairs[which[i]].image;
        recording[i] = pairs[which[i]].recording;
        label[i] = labelled.label(int(pairs[which[i]].image));
    }
    const auto there = indices.to(device(), /*non_blocking=*/true);
    auto shape = spectrograms_.sizes().vec();
    shape[0] = std::int64_t(which.size());
    const auto spectrograms = inputs.empty() ? spectrograms_.index_select(0, there[1])
                                             : torch::from_blob(const_cast<float*>(inputs.data()), shape, torch::kFloat32)
                                                   .to(device(), torch::kFloat32, /*non_blocking=*/false, /*copy=*/true);
    return {spectrograms, unitImages(images.index_select(0, there[0])), there[2]};
}

torch::Tensor Batches::referenceSpectrograms(int most) const
{
    std::vector<std::int64_t> rows(trainRecordings_.begin(), trainRecordings_.end());
    Random random = seededRandom(seed_, referenceStream);
    shuffle(std::span(rows), random);
    rows.resize(std::min(rows.size(), std::size_t(most)));
    return spectrograms_.index_select(0, torch::tensor(rows).to(device()));
}

std::pair<double, double> Batches::standardisation() const
{
    std::vector<std::int64_t> rows(trainRecordings_.begin(), trainRecordings_.end());
    const auto x = spectrograms_.index_select(0, torch::tensor(rows).to(device())).to(torch::kFloat64);
    return {x.mean().item<double>(), x.std(/*unbiased=*/false).item<double>()};
}

double Batches::meanImageNats() const
{
    std::vector<std::int64_t> rows(trainPairs_.size());
    std::transform(trainPairs_.begin(), trainPairs_.end(), rows.begin(), [](const Pair& p) { return std::int64_t(p.image); });
    auto sum = torch::zeros({1, DigitImages::height, DigitImages::width}, torch::TensorOptions(torch::kFloat64).device(device()));
    constexpr std::size_t chunk = 4096;
    for (std::size_t i = 0; i < rows.size(); i += chunk) {
        const auto part = torch::from_blob(rows.data() + i, {std::int64_t(std::min(chunk, rows.size() - i))}, torch::kInt64);
        sum += trainImages_.index_select(0, part.to(device())).to(torch::kFloat64).sum(0);
    }
    const auto p = (sum / (255.0 * double(rows.size()))).clamp(1e-12, 1 - 1e-12);
    return -(p * p.log() + (1 - p) * (1 - p).log()).sum().item<double>();
}

}  // namespace sonoglyph
