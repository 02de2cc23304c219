// The audio-only classifier: how well the label can be heard at all. AIVAE's encoder (paper table 1) whose last layer gives a logit a label
// instead of means and log-variances: what a model that draws could be read at, at best, with an encoder of this size.
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

class ClassifierImpl : public torch::nn::Module {
public:
    explicit ClassifierImpl(int labels = 10);

    /// `spectrograms` [N, 1, 48, 48] as networkInput() makes them, standardised here, to logits of the labels [N, labels].
    torch::Tensor forward(const torch::Tensor& spectrograms);
    /// As VaeImpl::setStandardisation().
    void setStandardisation(double mean, double deviation);

    torch::nn::Sequential encoder{nullptr};

private:
    torch::Tensor inputMean_, inputDeviation_;
};
TORCH_MODULE(Classifier);

}  // namespace sonoglyph
