// The audio-to-image variational autoencoders: AIVAE (paper table 1) and the generator of AIVAEGAN (paper table 2).
//
// Readings of the tables that the paper leaves open (pinned by golden values): encoder convolutions 4x4, stride 2, no padding; heads
// without activation, the first `latent` outputs are the means, the rest the log-variances; AIVAE's up-convolutions 4x4, stride 2,
// padding 1 (7-14-28); AIVAEGAN's up-convolutions without padding from latent x 1 x 1 (1-3-7-14-28), hidden layers convolution - batch
// norm - activation; a sigmoid at the end.
#pragma once

#include <torch/nn.h>

#include "core/train/run_config.h"

namespace sonoglyph {

/// q(z|x) of a batch, both [N, latent].
struct Posterior {
    torch::Tensor mean;
    torch::Tensor logVariance;
};

/// [N, 1, 48, 48] to [N, outputs].
torch::nn::Sequential aivaeEncoder(int outputs);

class VaeImpl : public torch::nn::Module {
public:
    VaeImpl(ModelKind kind, int latent);

    /// `spectrograms` [N, 1, 48, 48] as networkInput() makes them; standardised here.
    Posterior encode(const torch::Tensor& spectrograms);
    /// `z` [N, latent] to images [N, 1, 28, 28] in 0..1.
    torch::Tensor decode(const torch::Tensor& z);

    /// Shift and scale of the input, fixed for a model: (x - mean) / deviation. Start as 0 and 1.
    void setStandardisation(double mean, double deviation);

    ModelKind kind() const { return kind_; }
    int latent() const { return latent_; }

    torch::nn::Sequential encoder{nullptr};  ///< [N, 1, 48, 48] to [N, 2 latent]
    torch::nn::Sequential decoder{nullptr};  ///< [N, latent] to [N, 1, 28, 28]

private:
    ModelKind kind_;
    int latent_;
    torch::Tensor inputMean_, inputDeviation_;
};
TORCH_MODULE(Vae);

/// z = mean + deviation * noise (reparametrisation, paper section 3.1); `noise` has the shape of the mean.
torch::Tensor sample(const Posterior& posterior, const torch::Tensor& noise);

}  // namespace sonoglyph
