// From a batch of drawn images to pictures that may leave the core.
#pragma once

#include <vector>

#include <torch/types.h>

#include "core/base/byte_image.h"

namespace sonoglyph {

/// [N, 1, H, W] in 0..1 to N pictures that share one block of bytes.
std::vector<ByteImage> byteImages(const torch::Tensor& images);

}  // namespace sonoglyph
