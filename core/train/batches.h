// The way from pairs to tensors: every step's batch is gathered from the data set's two tables, nothing is kept twice.
#pragma once

#include <memory>
#include <span>

#include "core/data/paired_dataset.h"
#include "core/train/learner.h"

namespace sonoglyph {

/// All images as bytes, [N, 1, 28, 28]; shares their memory, not to be written to.
torch::Tensor imageTensor(const DigitImages& images);
/// Bytes to 0..1.
torch::Tensor unitImages(const torch::Tensor& bytes);

/// The tables as tensors: on the CPU they share the data set's memory, on another device they lie there, and what is gathered too. Any
/// thread may gather; the data set must outlive the object.
class Batches {
public:
    explicit Batches(const PairedDataset& dataset, torch::Device device = torch::kCPU);

    const PairedDataset& dataset() const { return dataset_; }
    torch::Device device() const { return spectrograms_.device(); }

    /// `which` are indices into the pairs.
    Batch train(std::span<const std::uint32_t> which) const { return gather(trainPairs_, trainDigits_, trainImages_, which, {}); }
    Batch test(std::span<const std::uint32_t> which) const { return gather(testPairs_, testDigits_, testImages_, which, {}); }
    /// With other inputs than the table's, one for each pair.
    Batch train(std::span<const std::uint32_t> which, std::span<const float> inputs) const
    {
        return gather(trainPairs_, trainDigits_, trainImages_, which, inputs);
    }

    /// [recordings, 1, 48, 48]; not to be written to.
    const torch::Tensor& spectrograms() const { return spectrograms_; }

    /// Training recordings to compare a sound with (core/model/training_reference.h): at most `most`, drawn by the data set's seed.
    torch::Tensor referenceSpectrograms(int most) const;
    /// Mean and deviation over the pixels of the training recordings.
    std::pair<double, double> standardisation() const;
    /// The reconstruction loss of the one image that suits all training pairs best, their mean: where a model that ignores the sound
    /// stands. Nats a pair.
    double meanImageNats() const;

private:
    Batch gather(std::span<const Pair> pairs, const DigitImages& labelled, const torch::Tensor& images,
                 std::span<const std::uint32_t> which, std::span<const float> inputs) const;

    const PairedDataset& dataset_;
    std::span<const Pair> trainPairs_, testPairs_;
    std::span<const std::uint32_t> trainRecordings_;
    std::uint64_t seed_;
    DigitImages trainDigits_, testDigits_;
    torch::Tensor spectrograms_, trainImages_, testImages_;
};

}  // namespace sonoglyph
