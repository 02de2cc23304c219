// Adam's update by LibTorch's operations on lists of tensors: on a GPU a handful of launches for all weights, however many tensors hold
// them, and no transfer. On the CPU it is the slow way, for comparison.
#pragma once

#include <vector>

#include <torch/types.h>

#include "core/train/adam_kernel.h"

namespace sonoglyph {

/// Entry by entry of one shape, all on one device.
struct AdamLists {
    std::vector<torch::Tensor> gradients, parameters, m, v;
};

/// As adamUpdate() of core/train/adam_kernel.h. Without gradients of its own: call under NoGradGuard.
void adamUpdate(const AdamUpdate& update, AdamLists& lists);

/// Euclidean length of all `tensors` together, without dimension, on their device. There is at least one.
torch::Tensor lengthOf(const std::vector<torch::Tensor>& tensors);

}  // namespace sonoglyph
