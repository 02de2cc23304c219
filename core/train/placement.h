// Where a learner's tensors lie, and how it computes there.
#pragma once

#include <torch/types.h>

#include "core/base/result.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// This program's own kernels are for the CPU. Any other device computes with LibTorch's layers (core/model/batched/forward.h) and
/// operations on lists of tensors (core/train/adam_lists.h).
struct Placement {
    torch::Device device{torch::kCPU};
    bool lists = false;  ///< the optimiser works on lists of tensors; always so on another device than the CPU

    static Placement of(const RunConfig& config);
};

/// Errors: Unavailable where LibTorch finds no such device ("cpu" or "cuda"), with what to do.
Result<void> requireDevice(const std::string& device);

}  // namespace sonoglyph
