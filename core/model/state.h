// The tensors of a network by PyTorch's names, between LibTorch's modules and safetensors files.
#pragma once

#include <map>
#include <string>

#include <torch/nn.h>

#include "core/base/safetensors.h"

namespace sonoglyph {

using TensorDict = std::map<std::string, torch::Tensor>;

/// Parameters and buffers, `prefix` before each name. The tensors are the module's own, not copies.
TensorDict stateOf(const torch::nn::Module& module, const std::string& prefix = {});

/// Copies into the module what stateOf() would list. Every name must be there with the same shape (LibTorch's own load() takes wrong
/// shapes without a word); other names in `from` are left alone. Errors: Incompatible, `file` is named in them.
Result<void> restore(torch::nn::Module& module, const TensorDict& from, const std::filesystem::path& file, const std::string& prefix = {});

/// SHA-256 of the tensors of one axis: they change with every step of training, and small weights (small_weights.h) leave them alone.
std::string fingerprint(const torch::nn::Module& module);

/// Views for writing; `keep` gets contiguous copies on the CPU where the tensors are not, and must outlive the views.
TensorMap viewsOf(const TensorDict& tensors, TensorDict& keep);

/// Tensors that share the file's memory: they must not outlive `file` and must not be written to.
TensorDict tensorsOf(const SafetensorsFile& file);

}  // namespace sonoglyph
