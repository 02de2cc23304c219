// What stands between two convolutions, in one pass over the memory each way: batch norm or bias, rectifier, and the layout of the next.
#pragma once

#include <torch/nn.h>

#include "core/model/batched/layout.h"

namespace sonoglyph::batched {

/// max(x + bias, slope * (x + bias)) for each channel: `x` [H, W, N, C], `bias` [C], `slope` 0 (ReLU) to 1. The result in `layout`.
torch::Tensor biasRectify(const torch::Tensor& x, const torch::Tensor& bias, double slope, Layout layout);

/// Batch norm (Ioffe & Szegedy 2015) as torch::nn::BatchNorm2d does it, then the rectifier. `bias` [C] is that of the convolution before:
/// the batch's own mean takes it out again, so it counts for the running mean only and its gradient is zero. In training the running
/// statistics move; otherwise they are used, and there is no gradient.
torch::Tensor normRectify(const torch::Tensor& x, const torch::Tensor& bias, torch::nn::BatchNorm2dImpl& norm, double slope, Layout layout);

}  // namespace sonoglyph::batched
