// A LibTorch network of this program's kind, computed for a batch on the CPU several times as fast as LibTorch computes it layer by layer.
//
// Same parameters, same results and gradients up to rounding, in float32 and float64. README, "Speed of training", tells what was tried.
#pragma once

#include <torch/nn.h>

namespace sonoglyph::batched {

/// From here on packing the weights costs less than it brings.
inline constexpr std::int64_t smallestBatch = 8;

/// What net->forward(x) would give. Convolutions, batch norms and rectifiers run position-major (core/model/batched/layout.h); for fewer
/// examples, on other devices, and for networks with other layers than those of the paper's tables 1 and 2, it is net->forward(x); a single
/// example without gradients has the weights of its linear layers read once, not copied. Gradients flow to `x` and to the parameters that
/// ask for them.
torch::Tensor forward(torch::nn::Sequential& net, const torch::Tensor& x);

}  // namespace sonoglyph::batched
