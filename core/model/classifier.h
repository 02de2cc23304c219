// The audio-only classifier: how well the digit can be heard at all. AIVAE's encoder (paper table 1) whose last layer gives ten logits
// instead of means and log-variances: what a model that draws could be read at, at best, with an encoder of this size.
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

class ClassifierImpl : public torch::nn::Module {
public:
    ClassifierImpl();

    /// `spectrograms` [N, 1, 48, 48] as networkInput() makes them, standardised here, to logits of the digits [N, 10].
    torch::Tensor forward(const torch::Tensor& spectrograms);
    /// As VaeImpl::setStandardisation().
    void setStandardisation(double mean, double deviation);

    torch::nn::Sequential encoder{nullptr};

private:
    torch::Tensor inputMean_, inputDeviation_;
};
TORCH_MODULE(Classifier);

}  // namespace sonoglyph
