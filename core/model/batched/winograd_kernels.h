// Minimal filtering (Winograd 1980; Lavin & Gray 2016, "Fast Algorithms for Convolutional Neural Networks") for kernels of 2x2 taps: the
// sums between its products. Knows no LibTorch: compiled for several instruction sets, the machine's best is taken at run time.
//
// In one dimension a tile of m results y[i] = g[0] d[i] + g[1] d[i + 1] takes m + 1 products instead of 2 m: of polynomials at the points
// 0, 1, -1 (the first m of them) and infinity. In two dimensions each row is transformed, then each column. The factors are 1 and 1/2
// alone, so that little is lost to rounding.
#pragma once

#include <cstdint>

namespace sonoglyph::batched {

inline constexpr int largestTile = 3;

/// Results in a tile, 1 to largestTile each way.
struct Tile {
    int height, width;
};

/// What is transformed into what, each row by row: inputs are (height + 1) x (width + 1), products too, results height x width, taps 2x2.
enum class TileTransform { InputsToProducts, TapsToProducts, ProductsToResults };
enum class TileDirection { Forward, Gradient };  ///< Gradient: what is made of the gradients of the latter; the transposed matrix

/// A neighbour has been there: the first row, or column, of what comes out is added to.
struct TileOverlap {
    bool row = false, column = false;
};

/// For i of 0 to `count`: the values from[...][i] into to[...][i], as many pointers as the forms have values. Nothing may overlap.
#define SONOGLYPH_TRANSFORM_TILE(T)                                                                                                        \
    void transformTile(TileTransform transform, TileDirection direction, Tile tile, std::int64_t count, const T* const* from,              \
                       T* const* to, TileOverlap overlap)

SONOGLYPH_TRANSFORM_TILE(float);
SONOGLYPH_TRANSFORM_TILE(double);

}  // namespace sonoglyph::batched
