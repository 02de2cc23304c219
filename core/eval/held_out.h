// Every held-out pair drawn and read, chunk by chunk: what all measures of core/eval see, once.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/lenet5.h"
#include "core/model/vae.h"

namespace sonoglyph {

class Batches;

/// Pairs `first`, `first` + 1, ... Tensors lie on the model's device, vectors have an entry a pair.
struct HeldOutChunk {
    std::int64_t first = 0;
    std::vector<std::uint32_t> pairs;  ///< into PairedDataset::testPairs
    std::vector<std::int64_t> labels;  ///< spoken
    torch::Tensor labelRows;           ///< the same as a tensor [N]
    Posterior posterior;
    torch::Tensor drawn;                       ///< [N, 1, 28, 28], from a sample of z
    torch::Tensor drawnMean;                   ///< from its mean; undefined without a judge
    torch::Tensor features;                    ///< LeNet-5's of `drawn`, [N, 84]; undefined without a judge
    std::vector<std::int64_t> read, readMean;  ///< empty without a judge

    std::int64_t size() const { return std::int64_t(pairs.size()); }
};

/// Each recording is encoded once; samples of z come from `seed`. Puts `vae` in evaluation mode. Errors: Cancelled.
Result<void> drawHeldOut(Vae& vae, Lenet5* judge, const Batches& batches, std::uint64_t seed,
                         const std::function<void(const HeldOutChunk&)>& visit, const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
