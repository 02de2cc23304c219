#include "core/model/batched/winograd_kernels.h"

#include <cstring>

#include "core/base/best_instructions.h"

namespace sonoglyph::batched {

namespace {

// One dimension, for tiles of m results; the values of a row or column lie `step` apart. Products stand in the order of their points.

template <int m>
struct Inputs {
    static constexpr int from = m + 1, to = m + 1;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* d, V* p, int step)
    {
        if constexpr (m == 1) {
            p[0] = d[0];
            p[step] = d[step];
        } else if constexpr (m == 2) {
            p[0] = d[0] - d[step];
            p[step] = d[step];
            p[2 * step] = d[2 * step] - d[step];
        } else {
            p[0] = d[0] - d[2 * step];
            p[step] = (d[2 * step] + d[step]) * 0.5f;
            p[2 * step] = (d[2 * step] - d[step]) * 0.5f;
            p[3 * step] = d[3 * step] - d[step];
        }
    }
};

template <int m>
struct InputsGradient {
    static constexpr int from = m + 1, to = m + 1;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* p, V* d, int step)
    {
        if constexpr (m == 1) {
            d[0] = p[0];
            d[step] = p[step];
        } else if constexpr (m == 2) {
            d[0] = p[0];
            d[step] = p[step] - p[0] - p[2 * step];
            d[2 * step] = p[2 * step];
        } else {
            d[0] = p[0];
            d[step] = (p[step] - p[2 * step]) * 0.5f - p[3 * step];
            d[2 * step] = (p[step] + p[2 * step]) * 0.5f - p[0];
            d[3 * step] = p[3 * step];
        }
    }
};

template <int m>
struct Taps {
    static constexpr int from = 2, to = m + 1;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* g, V* p, int step)
    {
        p[0] = g[0];
        if constexpr (m >= 2) p[step] = g[0] + g[step];
        if constexpr (m >= 3) p[2 * step] = g[0] - g[step];
        p[m * step] = g[step];
    }
};

template <int m>
struct TapsGradient {
    static constexpr int from = m + 1, to = 2;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* p, V* g, int step)
    {
        g[0] = p[0];
        g[step] = p[m * step];
        if constexpr (m >= 2) g[0] += p[step], g[step] += p[step];
        if constexpr (m >= 3) g[0] += p[2 * step], g[step] -= p[2 * step];
    }
};

template <int m>
struct Results {
    static constexpr int from = m + 1, to = m;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* p, V* y, int step)
    {
        if constexpr (m == 1) {
            y[0] = p[0] + p[step];
        } else if constexpr (m == 2) {
            y[0] = p[0] + p[step];
            y[step] = p[step] + p[2 * step];
        } else {
            y[0] = p[0] + (p[step] + p[2 * step]);
            y[step] = p[step] - p[2 * step];
            y[2 * step] = (p[step] + p[2 * step]) + p[3 * step];
        }
    }
};

template <int m>
struct ResultsGradient {
    static constexpr int from = m, to = m + 1;
    template <class V>
    SONOGLYPH_INLINE static void apply(const V* y, V* p, int step)
    {
        p[0] = y[0];
        if constexpr (m == 2) p[step] = y[0] + y[step];
        if constexpr (m == 3) {
            p[step] = (y[0] + y[2 * step]) + y[step];
            p[2 * step] = (y[0] + y[2 * step]) - y[step];
        }
        p[m * step] = y[(m - 1) * step];
    }
};

/// Rows, then columns, at place `i`: V is one value, or as many as the instructions take at a time.
template <template <int> class Form, int height, int width, class V, class T>
SONOGLYPH_INLINE void transformAt(std::int64_t i, const T* const* from, T* const* to, TileOverlap overlap)
{
    using Rows = Form<height>;
    using Columns = Form<width>;
    V in[Rows::from * Columns::from], half[Rows::from * Columns::to], out[Rows::to * Columns::to];
#pragma GCC unroll 16
    for (int k = 0; k < Rows::from * Columns::from; ++k) std::memcpy(&in[k], from[k] + i, sizeof(V));
#pragma GCC unroll 4
    for (int y = 0; y < Rows::from; ++y) {
        // A row's values are neighbours.
        Columns::apply(in + y * Columns::from, half + y * Columns::to, 1);
    }
    // The columns of both have the same distance.
#pragma GCC unroll 4
    for (int x = 0; x < Columns::to; ++x) Rows::apply(half + x, out + x, Columns::to);
#pragma GCC unroll 16
    for (int k = 0; k < Rows::to * Columns::to; ++k) {
        if ((overlap.row && k < Columns::to) || (overlap.column && k % Columns::to == 0)) {
            V before;
            std::memcpy(&before, to[k] + i, sizeof(V));
            out[k] += before;
        }
        std::memcpy(to[k] + i, &out[k], sizeof(V));
    }
}

template <template <int> class Form, int height, int width, class T>
SONOGLYPH_INLINE void transformAll(std::int64_t count, const T* const* from, T* const* to, TileOverlap overlap)
{
    typedef T Lanes __attribute__((vector_size(64)));
    constexpr auto lanes = std::int64_t(sizeof(Lanes) / sizeof(T));
    std::int64_t i = 0;
    for (; i + lanes <= count; i += lanes) transformAt<Form, height, width, Lanes>(i, from, to, overlap);
    for (; i < count; ++i) transformAt<Form, height, width, T>(i, from, to, overlap);
}

template <template <int> class Form, class T>
SONOGLYPH_INLINE void transformSized(Tile tile, std::int64_t count, const T* const* from, T* const* to, TileOverlap overlap)
{
    switch (tile.height * 10 + tile.width) {
    case 11:
        return transformAll<Form, 1, 1>(count, from, to, overlap);
    case 12:
        return transformAll<Form, 1, 2>(count, from, to, overlap);
    case 13:
        return transformAll<Form, 1, 3>(count, from, to, overlap);
    case 21:
        return transformAll<Form, 2, 1>(count, from, to, overlap);
    case 22:
        return transformAll<Form, 2, 2>(count, from, to, overlap);
    case 23:
        return transformAll<Form, 2, 3>(count, from, to, overlap);
    case 31:
        return transformAll<Form, 3, 1>(count, from, to, overlap);
    case 32:
        return transformAll<Form, 3, 2>(count, from, to, overlap);
    case 33:
        return transformAll<Form, 3, 3>(count, from, to, overlap);
    }
}

template <class T>
SONOGLYPH_INLINE void transformOf(TileTransform transform, TileDirection direction, Tile tile, std::int64_t count, const T* const* from,
                                  T* const* to, TileOverlap overlap)
{
    const bool forward = direction == TileDirection::Forward;
    switch (transform) {
    case TileTransform::InputsToProducts:
        return forward ? transformSized<Inputs>(tile, count, from, to, overlap)
                       : transformSized<InputsGradient>(tile, count, from, to, overlap);
    case TileTransform::TapsToProducts:
        return forward ? transformSized<Taps>(tile, count, from, to, overlap)
                       : transformSized<TapsGradient>(tile, count, from, to, overlap);
    case TileTransform::ProductsToResults:
        return forward ? transformSized<Results>(tile, count, from, to, overlap)
                       : transformSized<ResultsGradient>(tile, count, from, to, overlap);
    }
}

}  // namespace

SONOGLYPH_BEST_INSTRUCTIONS SONOGLYPH_TRANSFORM_TILE(float) { transformOf(transform, direction, tile, count, from, to, overlap); }
SONOGLYPH_BEST_INSTRUCTIONS SONOGLYPH_TRANSFORM_TILE(double) { transformOf(transform, direction, tile, count, from, to, overlap); }

}  // namespace sonoglyph::batched
