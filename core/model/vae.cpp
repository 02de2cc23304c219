#include "core/model/vae.h"

#include "core/model/batched/forward.h"

namespace sonoglyph {

namespace {

using torch::nn::BatchNorm2d;
using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;
using torch::nn::ConvTranspose2d;
using torch::nn::ConvTranspose2dOptions;
using torch::nn::Flatten;
using torch::nn::LeakyReLU;
using torch::nn::LeakyReLUOptions;
using torch::nn::Linear;
using torch::nn::ReLU;
using torch::nn::Sequential;
using torch::nn::Sigmoid;
using torch::nn::Unflatten;
using torch::nn::UnflattenOptions;

Conv2d conv(int in, int out) { return Conv2d(Conv2dOptions(in, out, 4).stride(2)); }
ConvTranspose2d up(int in, int out, int kernel, int padding = 0)
{
    return ConvTranspose2d(ConvTranspose2dOptions(in, out, kernel).stride(2).padding(padding));
}
LeakyReLU leaky() { return LeakyReLU(LeakyReLUOptions().negative_slope(0.2)); }

Sequential aivaeDecoder(int latent)
{
    return Sequential(Linear(latent, 512), ReLU(), Linear(512, 1024), ReLU(), Linear(1024, 6272), ReLU(),
                      Unflatten(UnflattenOptions(1, {128, 7, 7})), up(128, 64, 4, 1), ReLU(), up(64, 1, 4, 1), Sigmoid());
}

Sequential aivaeganEncoder(int latent)
{
    return Sequential(conv(1, 128), BatchNorm2d(128), leaky(), conv(128, 256), BatchNorm2d(256), leaky(), conv(256, 512), BatchNorm2d(512),
                      leaky(), conv(512, 2 * latent), Flatten());
}

Sequential aivaeganDecoder(int latent)
{
    return Sequential(Unflatten(UnflattenOptions(1, {latent, 1, 1})), up(latent, 512, 3), BatchNorm2d(512), ReLU(), up(512, 256, 3),
                      BatchNorm2d(256), ReLU(), up(256, 128, 2), BatchNorm2d(128), ReLU(), up(128, 1, 2), Sigmoid());
}

}  // namespace

Sequential aivaeEncoder(int outputs)
{
    return Sequential(conv(1, 64), ReLU(), conv(64, 128), ReLU(), Flatten(), Linear(12800, 1024), ReLU(), Linear(1024, 512), ReLU(),
                      Linear(512, outputs));
}

VaeImpl::VaeImpl(ModelKind kind, int latent) : kind_(kind), latent_(latent)
{
    const bool plain = kind == ModelKind::Aivae;
    encoder = register_module("encoder", plain ? aivaeEncoder(2 * latent) : aivaeganEncoder(latent));
    decoder = register_module("decoder", plain ? aivaeDecoder(latent) : aivaeganDecoder(latent));
    inputMean_ = register_buffer("input_mean", torch::zeros({1}));
    inputDeviation_ = register_buffer("input_deviation", torch::ones({1}));
}

Posterior VaeImpl::encode(const torch::Tensor& spectrograms)
{
    const auto halves = batched::forward(encoder, (spectrograms - inputMean_) / inputDeviation_).chunk(2, 1);
    return {halves[0], halves[1]};
}

torch::Tensor VaeImpl::decode(const torch::Tensor& z) { return batched::forward(decoder, z); }

void VaeImpl::setStandardisation(double mean, double deviation)
{
    inputMean_.fill_(mean);
    inputDeviation_.fill_(deviation);
}

torch::Tensor sample(const Posterior& posterior, const torch::Tensor& noise)
{
    return posterior.mean + (0.5 * posterior.logVariance).exp() * noise;
}

}  // namespace sonoglyph
