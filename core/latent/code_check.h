// Whether values can be a point of a latent space. Any thread.
#pragma once

#include <span>

#include "core/base/result.h"

namespace sonoglyph {

/// Errors: Incompatible (not `latent` values), BadOption (a value is not a finite number).
Result<void> checkCode(std::span<const float> code, std::size_t latent);

}  // namespace sonoglyph
