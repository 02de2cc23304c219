#include "core/model/batched/layout.h"

#include <algorithm>

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <torch/autograd.h>

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

/// Rows of `from` into columns of `to`, a square at a time: both sides of it are in the cache. LibTorch's copy of a permuted tensor takes
/// three times as long.
template <class T>
void transpose(std::int64_t height, std::int64_t width, const T* from, std::int64_t fromStride, T* to, std::int64_t toStride)
{
    constexpr std::int64_t side = 16;
    for (std::int64_t y = 0; y < height; y += side)
        for (std::int64_t x = 0; x < width; x += side) {
            const std::int64_t bottom = std::min(y + side, height), right = std::min(x + side, width);
            for (std::int64_t column = x; column < right; ++column)
                for (std::int64_t row = y; row < bottom; ++row) to[column * toStride + row] = from[row * fromStride + column];
        }
}

/// The pictures of a batch are its positions transposed, each example for itself; of one channel, all of them at once.
struct Transposition {
    std::int64_t pictures, channels, positions;

    static Transposition of(std::int64_t examples, std::int64_t channels, std::int64_t positions)
    {
        return channels == 1 ? Transposition{1, examples, positions} : Transposition{examples, channels, positions};
    }
    template <class T>
    void toPictures(const T* from, T* to) const
    {
        each([&](std::int64_t n) {
            transpose(positions, channels, from + n * channels, pictures * channels, to + n * channels * positions, positions);
        });
    }
    template <class T>
    void toPositions(const T* from, T* to) const
    {
        each([&](std::int64_t n) {
            transpose(channels, positions, from + n * channels * positions, positions, to + n * channels, pictures * channels);
        });
    }

private:
    template <class Work>
    void each(const Work& work) const
    {
        at::parallel_for(0, pictures, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t n = begin; n < end; ++n) work(n);
        });
    }
};

Tensor positionsOf(const Tensor& pictures)
{
    const Tensor from = pictures.contiguous();
    Tensor to = torch::empty({from.size(2), from.size(3), from.size(0), from.size(1)}, from.options());
    const auto transposition = Transposition::of(from.size(0), from.size(1), from.size(2) * from.size(3));
    AT_DISPATCH_FLOATING_TYPES(from.scalar_type(), "toPositions",
                               [&] { transposition.toPositions(from.data_ptr<scalar_t>(), to.data_ptr<scalar_t>()); });
    return to;
}

Tensor picturesOf(const Tensor& positions)
{
    const Tensor from = positions.contiguous();
    Tensor to = torch::empty({from.size(2), from.size(3), from.size(0), from.size(1)}, from.options());
    const auto transposition = Transposition::of(from.size(2), from.size(3), from.size(0) * from.size(1));
    AT_DISPATCH_FLOATING_TYPES(from.scalar_type(), "toPictures",
                               [&] { transposition.toPictures(from.data_ptr<scalar_t>(), to.data_ptr<scalar_t>()); });
    return to;
}

struct ToPositions : torch::autograd::Function<ToPositions> {
    static Tensor forward(AutogradContext*, const Tensor& pictures) { return positionsOf(pictures); }
    static tensor_list backward(AutogradContext*, tensor_list grads) { return {picturesOf(grads[0])}; }
};

struct ToPictures : torch::autograd::Function<ToPictures> {
    static Tensor forward(AutogradContext*, const Tensor& positions) { return picturesOf(positions); }
    static tensor_list backward(AutogradContext*, tensor_list grads) { return {positionsOf(grads[0])}; }
};

}  // namespace

Tensor toPositions(const Tensor& pictures) { return ToPositions::apply(pictures); }

Tensor toPictures(const Tensor& positions) { return ToPictures::apply(positions); }

}  // namespace sonoglyph::batched
