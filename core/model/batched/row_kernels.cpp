#include "core/model/batched/row_kernels.h"

#include <algorithm>
#include <cstring>

#include "core/base/best_instructions.h"

namespace sonoglyph::batched {

namespace {

template <class T>
SONOGLYPH_INLINE void rectifyRows(Rows rows, const T* __restrict x, const T* __restrict scale, const T* __restrict shift, T slope,
                                  T* __restrict out, std::int64_t outStride)
{
    for (std::int64_t r = 0; r < rows.count; ++r, x += rows.channels, out += outStride)
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const T y = scale[c] * x[c] + shift[c];
            out[c] = std::max(y, slope * y);
        }
}

template <class T>
SONOGLYPH_INLINE void rectifyGradientRows(Rows rows, const T* __restrict y, const T* __restrict dy, std::int64_t stride, T slope,
                                          T* __restrict dx, T* __restrict sum)
{
    for (std::int64_t r = 0; r < rows.count; ++r, y += stride, dy += stride, dx += rows.channels)
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const T through = (y[c] > 0 ? T(1) : slope) * dy[c];
            dx[c] = through;
            sum[c] += through;
        }
}

template <class T>
SONOGLYPH_INLINE void addRowsOf(Rows rows, const T* __restrict x, T* __restrict sum)
{
    for (std::int64_t r = 0; r < rows.count; ++r, x += rows.channels)
        for (std::int64_t c = 0; c < rows.channels; ++c) sum[c] += x[c];
}

template <class T>
SONOGLYPH_INLINE void addSquaresOf(Rows rows, const T* __restrict x, const T* __restrict mean, T* __restrict squares)
{
    for (std::int64_t r = 0; r < rows.count; ++r, x += rows.channels)
        for (std::int64_t c = 0; c < rows.channels; ++c) squares[c] += (x[c] - mean[c]) * (x[c] - mean[c]);
}

template <class T>
SONOGLYPH_INLINE void normGradientRows(Rows rows, const T* __restrict x, const T* __restrict scale, const T* __restrict shift,
                                       const T* __restrict mean, T slope, const T* __restrict dy, std::int64_t dyStride, T* __restrict dx,
                                       T* __restrict sum, T* __restrict weighted)
{
    for (std::int64_t r = 0; r < rows.count; ++r, x += rows.channels, dy += dyStride, dx += rows.channels)
        for (std::int64_t c = 0; c < rows.channels; ++c) {
            const T through = (scale[c] * x[c] + shift[c] > 0 ? T(1) : slope) * dy[c];
            dx[c] = through;
            sum[c] += through;
            weighted[c] += through * (x[c] - mean[c]);
        }
}

template <class T>
SONOGLYPH_INLINE void normGradientFinishRows(Rows rows, const T* __restrict x, const T* __restrict scale, const T* __restrict offset,
                                             const T* __restrict pull, T* __restrict dx)
{
    for (std::int64_t r = 0; r < rows.count; ++r, x += rows.channels, dx += rows.channels)
        for (std::int64_t c = 0; c < rows.channels; ++c) dx[c] = scale[c] * (dx[c] - offset[c] - x[c] * pull[c]);
}

template <class T>
SONOGLYPH_INLINE void addStridedRows(Rows rows, const T* __restrict from, std::int64_t fromStride, T* __restrict to, bool first)
{
    for (std::int64_t r = 0; r < rows.count; ++r, from += fromStride, to += rows.channels) {
        if (first)
            std::copy_n(from, rows.channels, to);
        else
            for (std::int64_t c = 0; c < rows.channels; ++c) to[c] += from[c];
    }
}

template <class T>
SONOGLYPH_INLINE void copyStridedRows(Rows rows, const T* __restrict from, T* __restrict to, std::int64_t toStride)
{
    for (std::int64_t r = 0; r < rows.count; ++r, from += rows.channels, to += toStride) std::copy_n(from, rows.channels, to);
}

template <class T>
SONOGLYPH_INLINE void multiplyRowsOf(Rows rows, const T* __restrict matrix, const T* __restrict x, T* __restrict out)
{
    // Two sums of many lanes each: one sum alone would wait for every addition, and the order of additions is ours to choose.
    typedef T Lanes __attribute__((vector_size(64)));
    constexpr auto width = std::int64_t(sizeof(Lanes) / sizeof(T));
    Lanes a, b;
    const auto add = [&](Lanes& sum, std::int64_t at) {
        std::memcpy(&a, matrix + at, sizeof a);
        std::memcpy(&b, x + at, sizeof b);
        sum += a * b;
    };
    for (std::int64_t r = 0; r < rows.count; ++r, matrix += rows.channels) {
        Lanes even{}, odd{};
        std::int64_t c = 0;
        for (; c + 2 * width <= rows.channels; c += 2 * width) {
            add(even, c);
            add(odd, c + width);
        }
        even += odd;
        T sum = 0;
        for (std::int64_t lane = 0; lane < width; ++lane) sum += even[lane];
        for (; c < rows.channels; ++c) sum += matrix[c] * x[c];
        out[r] = sum;
    }
}

}  // namespace

#define SONOGLYPH_ROW_KERNELS(T)                                                                                                           \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void rectify(Rows rows, const T* x, const T* scale, const T* shift, T slope, T* out, std::int64_t outStride)                           \
    {                                                                                                                                      \
        rectifyRows(rows, x, scale, shift, slope, out, outStride);                                                                         \
    }                                                                                                                                      \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void rectifyGradient(Rows rows, const T* y, const T* dy, std::int64_t stride, T slope, T* dx, T* sum)                                  \
    {                                                                                                                                      \
        rectifyGradientRows(rows, y, dy, stride, slope, dx, sum);                                                                          \
    }                                                                                                                                      \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void addRows(Rows rows, const T* x, T* sum) { addRowsOf(rows, x, sum); }                                                               \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void addSquares(Rows rows, const T* x, const T* mean, T* squares) { addSquaresOf(rows, x, mean, squares); }                            \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void normGradient(Rows rows, const T* x, const T* scale, const T* shift, const T* mean, T slope, const T* dy, std::int64_t dyStride,   \
                      T* dx, T* sum, T* weighted)                                                                                          \
    {                                                                                                                                      \
        normGradientRows(rows, x, scale, shift, mean, slope, dy, dyStride, dx, sum, weighted);                                             \
    }                                                                                                                                      \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void normGradientFinish(Rows rows, const T* x, const T* scale, const T* offset, const T* pull, T* dx)                                  \
    {                                                                                                                                      \
        normGradientFinishRows(rows, x, scale, offset, pull, dx);                                                                          \
    }                                                                                                                                      \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void addStrided(Rows rows, const T* from, std::int64_t fromStride, T* to, bool first)                                                  \
    {                                                                                                                                      \
        addStridedRows(rows, from, fromStride, to, first);                                                                                 \
    }                                                                                                                                      \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void copyStrided(Rows rows, const T* from, T* to, std::int64_t toStride) { copyStridedRows(rows, from, to, toStride); }                \
    SONOGLYPH_BEST_INSTRUCTIONS                                                                                                            \
    void multiplyRows(Rows rows, const T* matrix, const T* x, T* out) { multiplyRowsOf(rows, matrix, x, out); }

SONOGLYPH_ROW_KERNELS(float)
SONOGLYPH_ROW_KERNELS(double)

}  // namespace sonoglyph::batched
