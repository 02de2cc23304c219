// The batches of a run, one a step. Where recordings are augmented, the inputs of the next step are made while the present one trains.
#pragma once

#include <future>
#include <optional>

#include "core/data/augmentation.h"
#include "core/data/sampler.h"
#include "core/train/batches.h"

namespace sonoglyph {

/// What it gives depends on the step alone, not on threads or on what was asked for before. Not thread-safe; data set and `batches` must
/// outlive it.
class BatchFeed {
public:
    /// `threads` work beside the caller's; without an augmenter none.
    BatchFeed(const PairedDataset& dataset, const Batches& batches, Sampler sampler, std::optional<Augmenter> augmenter, int threads);
    ~BatchFeed();
    BatchFeed(const BatchFeed&) = delete;
    BatchFeed& operator=(const BatchFeed&) = delete;

    /// Steps count from 1. Quickest where they follow one another.
    Batch batch(std::int64_t step);

private:
    struct Inputs {
        std::vector<std::uint32_t> pairs;
        std::vector<float> spectrograms;
    };
    /// Begins to make the inputs of `step`.
    void begin(std::int64_t step);

    const PairedDataset& dataset_;
    const Batches& batches_;
    Sampler sampler_;
    std::optional<Augmenter> augmenter_;
    int threads_;
    std::int64_t ahead_ = 0;  ///< the step whose inputs are being made; 0: none
    std::future<Inputs> inputs_;
};

}  // namespace sonoglyph
