// How the weights of a new network start.
#pragma once

#include <cstdint>
#include <mutex>

#include <torch/nn.h>

#include "core/train/run_config.h"

namespace sonoglyph {

/// LibTorch draws initial weights from the process-wide generator: whoever makes a network whose start matters holds this lock meanwhile.
std::mutex& globalGeneratorMutex();

/// Makes a network with the given seed: same seed, same weights, also while other runs are being made.
template <class Make>
auto makeSeeded(std::uint64_t seed, Make make)
{
    std::lock_guard lock(globalGeneratorMutex());
    torch::manual_seed(seed);
    return make();
}

/// Initialisation::PyTorch leaves the module as LibTorch made it. Initialisation::He draws every convolution and linear layer from
/// Kaiming's normal distribution (He et al. 2015, fan-in, gain of ReLU) with zero biases; `heads`, the layer that gives means and
/// log-variances, starts at a tenth of that, or the first steps see a KL of 10^4 nats. Call under makeSeeded().
void initialise(torch::nn::Module& module, Initialisation how, torch::nn::Module* heads = nullptr);

}  // namespace sonoglyph
