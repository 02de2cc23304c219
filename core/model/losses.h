// The terms of the objectives (paper, sections 3.1 to 3.3), in nats, summed over pixels or dimensions and averaged over the batch.
#pragma once

#include <torch/types.h>

#include "core/train/run_config.h"

namespace sonoglyph {

/// Binary cross-entropy of `image` (0..1, [N, ...]) against `target` (same shape): the Bernoulli reconstruction, and the terms of the
/// discriminator. Not a number where a value of `image` is none.
torch::Tensor bernoulliNats(const torch::Tensor& image, const torch::Tensor& target);

/// Cross-entropy of the digits [N] (int64) under `logits` [N, 10], averaged over the batch.
torch::Tensor digitNats(const torch::Tensor& logits, const torch::Tensor& digits);

/// KL(q || N(0, I)) of each dimension, averaged over the batch: [latent]. Both arguments are [N, latent].
torch::Tensor klPerDimension(const torch::Tensor& mean, const torch::Tensor& logVariance);

/// The generator's adversarial term for the probabilities [N, 1] that its images are real, averaged over the batch: -log D, or log(1 - D),
/// which is bounded below at -100 as LibTorch's binary cross-entropy bounds it.
torch::Tensor adversarialNats(const torch::Tensor& probability, Adversarial form);

}  // namespace sonoglyph
