// Position-major batches: how the layers of core/model/batched/ lay a batch of pictures out in memory, and why.
//
// A tensor [H, W, N, C] holds for every position of the picture the whole batch, for every example all channels. The values of a position
// lie one after another, so that what a convolution sums over positions is sums of long stretches of memory, and its products are a
// handful of large ones, whose rows are the examples (core/model/batched/winograd.h): no patches are gathered (im2col writes every value
// of a 4x4 convolution with stride 2 four times).
//
// Blocks [H/2, W/2, N, 2 * 2 * C] hold each 2x2 square of positions as one: over them a 4x4 convolution with stride 2 is a 2x2 convolution
// with stride 1. An odd last row or column, which such a convolution never reaches, is left out.
#pragma once

#include <cstdint>

#include <torch/types.h>

namespace sonoglyph::batched {

enum class Layout { Positions, Blocks };

/// Where the values of one position lie: those of example n begin at start + n * stride; start < 0 where the position is left out.
struct PositionSlice {
    std::int64_t start;
    std::int64_t stride;
};

struct Shape {
    std::int64_t height, width, examples, channels;

    static Shape of(const torch::Tensor& positions) { return {positions.size(0), positions.size(1), positions.size(2), positions.size(3)}; }
    std::int64_t positions() const { return height * width; }
    std::int64_t rows() const { return positions() * examples; }
    /// Values at one position.
    std::int64_t sliceSize() const { return examples * channels; }

    torch::Tensor empty(Layout layout, const torch::Tensor& like) const
    {
        return layout == Layout::Positions ? torch::empty({height, width, examples, channels}, like.options())
                                           : torch::empty({height / 2, width / 2, examples, 4 * channels}, like.options());
    }
    PositionSlice slice(Layout layout, std::int64_t position) const
    {
        if (layout == Layout::Positions) return {position * sliceSize(), channels};
        const std::int64_t y = position / width, x = position % width;
        if (y >= height / 2 * 2 || x >= width / 2 * 2) return {-1, 0};
        return {((y / 2) * (width / 2) + x / 2) * 4 * sliceSize() + (y % 2 * 2 + x % 2) * channels, 4 * channels};
    }
};

/// [N, C, H, W] to [H, W, N, C] and back, with gradients.
torch::Tensor toPositions(const torch::Tensor& pictures);
torch::Tensor toPictures(const torch::Tensor& positions);

}  // namespace sonoglyph::batched
