#include "core/model/layer_flop.h"

namespace sonoglyph {

double layerFlop(torch::nn::Sequential& net, at::IntArrayRef shape)
{
    torch::NoGradGuard noGrad;
    net->eval();
    auto x = torch::zeros(shape, net->parameters().front().options());
    double flop = 0;
    for (auto& layer : *net) {
        const auto in = x;
        x = layer.forward(x);
        const double n = double(x.size(0));
        const auto module = layer.ptr();
        if (const auto* linear = module->as<torch::nn::Linear>()) flop += 2 * n * double(linear->weight.numel());
        if (const auto* conv = module->as<torch::nn::Conv2d>()) flop += 2 * n * double(conv->weight.numel() * x.size(2) * x.size(3));
        // A transposed convolution does the work of the convolution that it transposes: at every input pixel.
        if (const auto* up = module->as<torch::nn::ConvTranspose2d>()) flop += 2 * n * double(up->weight.numel() * in.size(2) * in.size(3));
    }
    return flop;
}

}  // namespace sonoglyph
