// Collects what an evaluation knows beyond its sums (core/session/evaluation_details.h), chunk by chunk as images are drawn.
#pragma once

#include <array>
#include <memory>

#include <torch/types.h>

#include "core/eval/class_spread.h"
#include "core/eval/held_out.h"
#include "core/session/evaluation_details.h"

namespace sonoglyph {

class DetailCollector {
public:
    /// `batches` must outlive it.
    explicit DetailCollector(const Batches& batches);

    void add(const HeldOutChunk& chunk);
    /// Draws the learned pairs, too. Puts `vae` in evaluation mode; samples of z come from `seed`.
    std::shared_ptr<const EvaluationDetails> finish(Vae& vae, std::uint64_t seed);

private:
    void addExamples(const HeldOutChunk& chunk);
    std::vector<PairPicture> learnedPairs(Vae& vae, std::uint64_t seed) const;
    void findArchetypes();

    const Batches& batches_;
    std::shared_ptr<EvaluationDetails> out_;
    std::vector<std::uint32_t> rowOf_;  ///< by recording of the data set: into out_->recordings
    ClassSpread features_, drawnMeans_;
    torch::Tensor realMeans_;  ///< [labels, 784] of the training images, on the batches' device
    double distances_ = 0;
    std::vector<std::vector<int>> examples_;  ///< taken for each cell of the confusion
};

/// The same of a classifier: readings and speakers alone. `heard` has an entry a held-out recording, in the split's order.
std::shared_ptr<const EvaluationDetails> hearingDetails(const Batches& batches, const std::vector<std::int64_t>& heard);

}  // namespace sonoglyph
