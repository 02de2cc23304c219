// The convolutions of the paper's tables on position-major batches, as matrix products, with their gradients. All of float32 or float64.
#pragma once

#include <torch/types.h>

namespace sonoglyph::batched {

/// 4x4, stride 2, no padding, no bias: `blocks` [H/2, W/2, N, 4 C] (core/model/batched/layout.h) and `weight` [O, C, 4, 4] to
/// [H/2 - 1, W/2 - 1, N, O].
torch::Tensor convolution(const torch::Tensor& blocks, const torch::Tensor& weight);

/// The same for one channel: `image` [H, W, N, 1] and `weight` [O, 1, 4, 4] to [(H - 2) / 2, (W - 2) / 2, N, O].
torch::Tensor imageConvolution(const torch::Tensor& image, const torch::Tensor& weight);

/// Transposed convolution with stride 2, square kernels, no bias: `x` [H, W, N, C] and `weight` [C, O, k, k] to
/// [2 H - 2 + k - 2 padding, 2 W - 2 + k - 2 padding, N, O].
torch::Tensor upConvolution(const torch::Tensor& x, const torch::Tensor& weight, std::int64_t padding);

}  // namespace sonoglyph::batched
