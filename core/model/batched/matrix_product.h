// Products of matrices by oneDNN, the library that LibTorch computes convolutions with, shared out among the threads. CPU only, no
// gradients.
//
// LibTorch's own go to BLAS: OpenBLAS copies both factors into an order of its own, fills the result with zeros to add to, and picks
// kernels by the processor's name, which it may not know; oneDNN makes them for the instructions that are there (README, "Speed of
// training").
#pragma once

#include <torch/types.h>

namespace sonoglyph::batched {

/// `out` [m, n] = `a` [m, k] x `b` [k, n], float32 or float64. Inside a parallel loop it runs on the calling thread alone.
void multiplyInto(torch::Tensor& out, const torch::Tensor& a, const torch::Tensor& b);
/// The same as a new tensor.
torch::Tensor product(const torch::Tensor& a, const torch::Tensor& b);

}  // namespace sonoglyph::batched
