#include "core/model/discriminator.h"

#include "core/model/batched/forward.h"

namespace sonoglyph {

DiscriminatorImpl::DiscriminatorImpl()
{
    using namespace torch::nn;
    const auto conv = [](int in, int out) { return Conv2d(Conv2dOptions(in, out, 4).stride(2)); };
    const auto leaky = [] { return LeakyReLU(LeakyReLUOptions().negative_slope(0.2)); };
    net_ = register_module("net",
                           Sequential(conv(1, 128), BatchNorm2d(128), leaky(), conv(128, 256), BatchNorm2d(256), leaky(), conv(256, 512),
                                      BatchNorm2d(512), leaky(), Conv2d(Conv2dOptions(512, 1, 1)), Sigmoid(), Flatten()));
}

torch::Tensor DiscriminatorImpl::forward(const torch::Tensor& images) { return batched::forward(net_, images); }

}  // namespace sonoglyph
