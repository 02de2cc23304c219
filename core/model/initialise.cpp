#include "core/model/initialise.h"

namespace sonoglyph {

std::mutex& globalGeneratorMutex()
{
    static std::mutex mutex;
    return mutex;
}

void initialise(torch::nn::Module& module, Initialisation how, torch::nn::Module* heads)
{
    if (how == Initialisation::PyTorch) return;
    torch::NoGradGuard noGrad;
    for (const auto& layer : module.modules()) {
        torch::Tensor weight, bias;
        double fanIn = 0;
        if (const auto* linear = layer->as<torch::nn::Linear>()) {
            weight = linear->weight, bias = linear->bias, fanIn = double(weight.size(1));
        } else if (const auto* conv = layer->as<torch::nn::Conv2d>()) {
            weight = conv->weight, bias = conv->bias, fanIn = double(weight[0].numel());
        } else if (const auto* up = layer->as<torch::nn::ConvTranspose2d>()) {
            // An output pixel of a transposed convolution sums over kernel / stride positions only.
            const auto& o = up->options;
            const double overlap = double(o.kernel_size()->at(0) * o.kernel_size()->at(1)) / double(o.stride()->at(0) * o.stride()->at(1));
            weight = up->weight, bias = up->bias, fanIn = double(weight.size(0)) * overlap;
        } else {
            continue;
        }
        const double scale = layer.get() == heads ? 0.1 : 1.0;
        weight.normal_(0, scale * std::sqrt(2.0 / fanIn));
        bias.zero_();
    }
}

}  // namespace sonoglyph
