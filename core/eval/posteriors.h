// Many recordings encoded, batch by batch.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>

#include "core/base/result.h"
#include "core/model/vae.h"

namespace sonoglyph {

/// The posteriors of rows `which` of `spectrograms` [N, 1, 48, 48], in their order, on its device; in evaluation mode, without gradients.
/// `done` is told how many there are, after every batch; may be empty. None asked for: tensors without rows. Errors: Cancelled.
Result<Posterior> posteriorsOf(Vae& vae, const torch::Tensor& spectrograms, std::span<const std::uint32_t> which,
                               const std::function<void(std::size_t)>& done, const std::stop_token& stop);

}  // namespace sonoglyph
