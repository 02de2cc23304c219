// A 2x2 convolution with stride 1 over blocks (core/model/batched/layout.h) by minimal filtering (core/model/batched/winograd_kernels.h):
// about half the multiplications, as a handful of large matrix products, one for each pair of points. Gradients the same way.
//
// The results of a line are cut into tiles of 3 and 2 (a single one: of 1). `products` are tensors [products, N, channels]: those of one
// pair of points lie one after another, of all tiles that have it.
#pragma once

#include <vector>

#include <torch/types.h>

#include "core/model/batched/winograd_kernels.h"

namespace sonoglyph::batched {

class Winograd {
public:
    /// For blocks [height, width, examples, ...], two each way at least.
    Winograd(std::int64_t height, std::int64_t width, std::int64_t examples);

    /// `packed` [O, 4, D] (packTaps()) to [pairs of points, O, D], and the way back for gradients.
    torch::Tensor filters(const torch::Tensor& packed) const;
    torch::Tensor filtersGradient(const torch::Tensor& gradient) const;

    /// Blocks [height, width, N, D] to products [.., N, D], and the way back for gradients.
    torch::Tensor inputs(const torch::Tensor& blocks) const;
    torch::Tensor inputsGradient(const torch::Tensor& gradient) const;

    /// Products [.., N, O] to [height - 1, width - 1, N, O], and the way back for gradients.
    torch::Tensor results(const torch::Tensor& products) const;
    torch::Tensor resultsGradient(const torch::Tensor& gradient) const;

    /// Products of inputs [.., N, D] and filters to those of results [.., N, O].
    torch::Tensor multiply(const torch::Tensor& inputs, const torch::Tensor& filters) const;
    /// From the gradient of that [.., N, O]: of the inputs and of the filters.
    torch::Tensor multiplyGradient(const torch::Tensor& gradient, const torch::Tensor& filters) const;
    torch::Tensor filterGradient(const torch::Tensor& gradient, const torch::Tensor& inputs) const;

private:
    /// Tiles of one line; the larger ones first, so that the tiles which have a point are always the first ones.
    struct Line {
        explicit Line(std::int64_t results);

        std::vector<std::int64_t> starts;
        std::vector<int> sizes;
        int points() const { return sizes.front() + 1; }
        /// Of product `k` of `tile`: infinity is the last point of all sizes.
        int point(std::size_t tile, int k) const { return k < sizes[tile] ? k : sizes.front(); }
        /// Tiles that have it.
        std::int64_t count(int point) const;
    };
    /// Products `first` to `first + count` meet the same filter.
    struct Pair {
        std::int64_t first, count;
    };
    enum class Side { Inputs, Products, Results };

    std::int64_t products() const { return pairs_.back().first + pairs_.back().count; }
    Tile largest() const { return {rows_.sizes.front(), columns_.sizes.front()}; }
    /// Where the values of a tile lie, in units of N x channels.
    std::vector<std::int64_t> places(Side side, std::size_t row, std::size_t column) const;
    void transformTiles(TileTransform transform, TileDirection direction, Side fromSide, const torch::Tensor& from, Side toSide,
                        torch::Tensor& to) const;
    /// Each row of products with the matrix of its pair of points.
    torch::Tensor multiplyEach(const torch::Tensor& products, const torch::Tensor& matrices) const;
    torch::Tensor transformTaps(TileDirection direction, const torch::Tensor& from) const;
    template <class Work>
    void eachRun(std::int64_t begin, std::int64_t end, const Work& work) const;

    std::int64_t height_, width_, examples_;
    Line rows_, columns_;
    std::vector<Pair> pairs_;
};

}  // namespace sonoglyph::batched
