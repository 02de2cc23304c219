// The loops over rows of channels that stand between the matrix products. Knows no LibTorch: compiled for several instruction sets, the
// machine's best is taken at run time. For float and double.
//
// A row holds `channels` values; rows of `x` and of results lie one after another, those of an argument with a stride begin that far apart.
// Nothing may overlap. Sums are added to.
#pragma once

#include <cstdint>

namespace sonoglyph::batched {

struct Rows {
    std::int64_t count, channels;
};

#define SONOGLYPH_ROW_KERNELS(T)                                                                                                           \
    /* out = rectified(scale * x + shift): what is below 0 times `slope` */                                                                \
    void rectify(Rows rows, const T* x, const T* scale, const T* shift, T slope, T* out, std::int64_t outStride);                          \
    /* The gradient through the rectifier, from its results `y`: dx, and its sum over the rows. `y` and `dy` have the same stride. */      \
    void rectifyGradient(Rows rows, const T* y, const T* dy, std::int64_t stride, T slope, T* dx, T* sum);                                 \
    /* sum += x; squares += (x - mean)^2 */                                                                                                \
    void addRows(Rows rows, const T* x, T* sum);                                                                                           \
    void addSquares(Rows rows, const T* x, const T* mean, T* squares);                                                                     \
    /* The gradient through the rectifier of scale * x + shift, its sum, and its sum weighted with x - mean. */                            \
    void normGradient(Rows rows, const T* x, const T* scale, const T* shift, const T* mean, T slope, const T* dy, std::int64_t dyStride,   \
                      T* dx, T* sum, T* weighted);                                                                                         \
    /* dx = scale * (dx - offset - x * pull) */                                                                                            \
    void normGradientFinish(Rows rows, const T* x, const T* scale, const T* offset, const T* pull, T* dx);                                 \
    /* to += from, or = where `first` */                                                                                                   \
    void addStrided(Rows rows, const T* from, std::int64_t fromStride, T* to, bool first);                                                 \
    void copyStrided(Rows rows, const T* from, T* to, std::int64_t toStride);                                                              \
    /* out = the product of each row of `matrix` with x */                                                                                 \
    void multiplyRows(Rows rows, const T* matrix, const T* x, T* out);

SONOGLYPH_ROW_KERNELS(float)
SONOGLYPH_ROW_KERNELS(double)
#undef SONOGLYPH_ROW_KERNELS

}  // namespace sonoglyph::batched
