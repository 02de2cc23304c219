// How much arithmetic a network is.
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

/// Multiplications and additions of a network's linear and convolution layers for an input of this `shape`, forward only. Computes them:
/// puts `net` in evaluation mode.
double layerFlop(torch::nn::Sequential& net, at::IntArrayRef shape);

}  // namespace sonoglyph
