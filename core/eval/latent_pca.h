// Principal components of many codes: see core/latent/pca.h.
#pragma once

#include <torch/types.h>

#include "core/latent/pca.h"

namespace sonoglyph {

/// Of `codes` [N, latent], by the eigenvectors of their covariance in float64. Always the same for the same codes. As many axes as there
/// are dimensions, mostPcaAxes at most; no code at all: empty.
Pca pcaOf(const torch::Tensor& codes);

}  // namespace sonoglyph
