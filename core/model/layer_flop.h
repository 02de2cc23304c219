// How much arithmetic a network is.
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

/// Multiplications and additions of a network's linear and convolution layers for the examples in `x`, forward only. Computes them: puts
/// `net` in evaluation mode.
double layerFlop(torch::nn::Sequential& net, torch::Tensor x);

}  // namespace sonoglyph
