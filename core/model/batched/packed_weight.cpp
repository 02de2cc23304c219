#include "core/model/batched/packed_weight.h"

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>

namespace sonoglyph::batched {

namespace {

std::int64_t tapAt(std::int64_t place, TapOrder order)
{
    if (order == TapOrder::RowMajor) return place;
    const std::int64_t dy = place >> 3 & 1, dx = place >> 2 & 1, sy = place >> 1 & 1, sx = place & 1;
    return (2 * dy + sy) * 4 + 2 * dx + sx;
}

/// Both directions are a small transposition for each of the first dimension.
template <bool pack, class T>
void transposeTaps(const T* from, T* to, std::int64_t outer, std::int64_t channels, std::int64_t taps, TapOrder order)
{
    at::parallel_for(0, outer, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t o = begin; o < end; ++o) {
            const T* const source = from + o * channels * taps;
            T* const target = to + o * channels * taps;
            for (std::int64_t place = 0; place < taps; ++place) {
                const std::int64_t tap = tapAt(place, order);
                for (std::int64_t c = 0; c < channels; ++c) {
                    if constexpr (pack)
                        target[place * channels + c] = source[c * taps + tap];
                    else
                        target[c * taps + tap] = source[place * channels + c];
                }
            }
        }
    });
}

}  // namespace

torch::Tensor packTaps(const torch::Tensor& weight, TapOrder order)
{
    const auto source = weight.contiguous();
    const std::int64_t taps = weight.size(2) * weight.size(3);
    auto packed = torch::empty({weight.size(0), taps, weight.size(1)}, weight.options());
    AT_DISPATCH_FLOATING_TYPES(weight.scalar_type(), "packTaps", [&] {
        transposeTaps<true>(source.data_ptr<scalar_t>(), packed.data_ptr<scalar_t>(), weight.size(0), weight.size(1), taps, order);
    });
    return packed;
}

torch::Tensor unpackTaps(const torch::Tensor& packed, at::IntArrayRef shape, TapOrder order)
{
    auto weight = torch::empty(shape, packed.options());
    AT_DISPATCH_FLOATING_TYPES(packed.scalar_type(), "unpackTaps", [&] {
        transposeTaps<false>(packed.data_ptr<scalar_t>(), weight.data_ptr<scalar_t>(), shape[0], shape[1], shape[2] * shape[3], order);
    });
    return weight;
}

}  // namespace sonoglyph::batched
