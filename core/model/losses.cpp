#include "core/model/losses.h"

#include <torch/nn/functional/loss.h>

namespace sonoglyph {

torch::Tensor bernoulliNats(const torch::Tensor& image, const torch::Tensor& target)
{
    // LibTorch's kernel throws at values that are not numbers, on a GPU it ends the process: it gets others, and a sum tells of them, so
    // that a diverged run shows as a loss. Asking whether there are any would wait for the GPU.
    const auto numbers = image.nan_to_num(0.5, 0.5, 0.5);
    return (torch::binary_cross_entropy(numbers, target, {}, at::Reduction::Sum) + 0 * image.detach().sum()) / image.size(0);
}

torch::Tensor adversarialNats(const torch::Tensor& probability, Adversarial form)
{
    if (form == Adversarial::NonSaturating) return bernoulliNats(probability, torch::ones_like(probability));
    return -bernoulliNats(probability, torch::zeros_like(probability));
}

torch::Tensor digitNats(const torch::Tensor& logits, const torch::Tensor& digits)
{
    return torch::nn::functional::cross_entropy(logits, digits);
}

torch::Tensor klPerDimension(const torch::Tensor& mean, const torch::Tensor& logVariance)
{
    return -0.5 * (1 + logVariance - mean.square() - logVariance.exp()).mean(0);
}

}  // namespace sonoglyph
