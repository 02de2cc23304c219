// LeNet-5 (LeCun et al. 1998; paper table 3), the judge of every image: 28x28 padded to 32x32, 5x5 convolutions 6, 16, 120 with ReLU, 2x2
// max pooling after the first two, fully connected 84 and as many as there are labels (10).
#pragma once

#include <torch/nn.h>

namespace sonoglyph {

class Lenet5Impl : public torch::nn::Module {
public:
    explicit Lenet5Impl(int labels = 10);
    int labels() const { return labels_; }
    /// [N, 1, 28, 28] in 0..1 to logits [N, labels].
    torch::Tensor forward(const torch::Tensor& images);
    /// What the last layer reads: [N, 1, 28, 28] to [N, 84], 0 or more.
    torch::Tensor features(const torch::Tensor& images);
    /// features() to logits [N, labels].
    torch::Tensor read(const torch::Tensor& features);

private:
    int labels_;
    torch::nn::Sequential net_{nullptr};
};
TORCH_MODULE(Lenet5);

}  // namespace sonoglyph
