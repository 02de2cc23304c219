#include "core/model/lenet5.h"

namespace sonoglyph {

Lenet5Impl::Lenet5Impl(int labels) : labels_(labels)
{
    using namespace torch::nn;
    const auto conv = [](int in, int out, int padding) { return Conv2d(Conv2dOptions(in, out, 5).padding(padding)); };
    const auto pool = [] { return MaxPool2d(MaxPool2dOptions(2)); };
    net_ = register_module("net", Sequential(conv(1, 6, 2), ReLU(), pool(), conv(6, 16, 0), ReLU(), pool(), conv(16, 120, 0), ReLU(),
                                             Flatten(), Linear(120, 84), ReLU(), Linear(84, labels)));
}

torch::Tensor Lenet5Impl::forward(const torch::Tensor& images) { return net_->forward(images); }

torch::Tensor Lenet5Impl::features(const torch::Tensor& images)
{
    auto out = images;
    for (auto module = net_->begin(); module + 1 != net_->end(); ++module) out = module->any_forward(out).get<torch::Tensor>();
    return out;
}

torch::Tensor Lenet5Impl::read(const torch::Tensor& features)
{
    return net_->ptr<torch::nn::LinearImpl>(net_->size() - 1)->forward(features);
}

}  // namespace sonoglyph
