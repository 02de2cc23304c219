// The discriminator of AIVAEGAN (paper table 2): is this 28x28 image drawn or real?
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

class DiscriminatorImpl : public torch::nn::Module {
public:
    DiscriminatorImpl();
    /// [N, 1, 28, 28] in 0..1 to the probability of being real, [N, 1].
    torch::Tensor forward(const torch::Tensor& images);

private:
    torch::nn::Sequential net_{nullptr};
};
TORCH_MODULE(Discriminator);

}  // namespace sonoglyph
