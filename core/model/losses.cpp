#include "core/model/losses.h"

#include <torch/nn/functional/loss.h>

namespace sonoglyph {

torch::Tensor bernoulliNats(const torch::Tensor& image, const torch::Tensor& target)
{
    // LibTorch's kernel throws at values that are not numbers; a sum passes them on, so that a diverged run shows as a loss.
    if (!torch::isfinite(image).all().item<bool>()) return image.sum();
    return torch::binary_cross_entropy(image, target, {}, at::Reduction::Sum) / image.size(0);
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
