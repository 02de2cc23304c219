// Which code multiplies matrices: OpenBLAS carries kernels for many processors and picks one by the processor's model number. For models
// newer than itself it picks the oldest there is (OpenBLAS 0.3.21 of Debian 12 on Intel's server processors since 2023: a quarter to a
// fifth of the speed), although the instructions that the better kernels need are there.
#pragma once

namespace sonoglyph {

/// To be called first in main(), before another thread exists and before LibTorch is loaded: where OpenBLAS would pick kernels older than
/// AVX2 on a processor that has it, names better ones in the environment (OPENBLAS_CORETYPE). What a person has set stays. Takes
/// milliseconds; does nothing with another BLAS.
void preferFastMatrixKernels();

}  // namespace sonoglyph
