#include "core/train/noise.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/utils.h>

namespace sonoglyph {

Noise::Noise(std::uint64_t seed, torch::Device device) : generator_(at::detail::createCPUGenerator(seed)), device_(device) {}

torch::Tensor Noise::normal(at::IntArrayRef shape)
{
    return torch::randn(shape, generator_, torch::TensorOptions(torch::kFloat32)).to(device_, /*non_blocking=*/true);
}

torch::Tensor Noise::state() const { return generator_.get_state(); }

void Noise::restore(const torch::Tensor& state) { generator_.set_state(state.clone()); }

}  // namespace sonoglyph
