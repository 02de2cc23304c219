// Weights of a kernel as the matrix products want them: the channels of one tap beside one another.
#pragma once

#include <torch/types.h>

namespace sonoglyph::batched {

/// Which tap of a 4x4 kernel belongs to which place in a 2x2 block: [dy][dx][sy][sx] = tap (2 dy + sy, 2 dx + sx).
enum class TapOrder { RowMajor, Blocks };

/// [A, B, k, k] to [A, k * k, B].
torch::Tensor packTaps(const torch::Tensor& weight, TapOrder order);
/// The way back, for gradients: `shape` is that of the weight.
torch::Tensor unpackTaps(const torch::Tensor& packed, at::IntArrayRef shape, TapOrder order);

}  // namespace sonoglyph::batched
