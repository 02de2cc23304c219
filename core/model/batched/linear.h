// A fully connected layer. CPU only.
#pragma once

#include <torch/types.h>

namespace sonoglyph::batched {

/// `x` [N, inputs], `weight` [outputs, inputs], `bias` [outputs] to [N, outputs], with gradients.
torch::Tensor linear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias);

}  // namespace sonoglyph::batched
