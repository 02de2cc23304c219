#include "core/model/classifier.h"

#include "core/model/batched/forward.h"
#include "core/model/vae.h"

namespace sonoglyph {

ClassifierImpl::ClassifierImpl(int labels)
{
    encoder = register_module("encoder", aivaeEncoder(labels));
    inputMean_ = register_buffer("input_mean", torch::zeros({1}));
    inputDeviation_ = register_buffer("input_deviation", torch::ones({1}));
}

torch::Tensor ClassifierImpl::forward(const torch::Tensor& spectrograms)
{
    return batched::forward(encoder, (spectrograms - inputMean_) / inputDeviation_);
}

void ClassifierImpl::setStandardisation(double mean, double deviation)
{
    inputMean_.fill_(mean);
    inputDeviation_.fill_(deviation);
}

}  // namespace sonoglyph
