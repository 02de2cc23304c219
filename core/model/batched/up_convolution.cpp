#include <algorithm>

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <torch/autograd.h>

#include "core/model/batched/convolution.h"
#include "core/model/batched/layout.h"
#include "core/model/batched/matrix_product.h"
#include "core/model/batched/packed_weight.h"
#include "core/model/batched/row_kernels.h"
#include "core/model/batched/winograd.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

/// What each input position gives to the outputs around it, added up, and the way back.
struct Spread {
    std::int64_t height, width, examples, outputs, kernel, padding;
    std::int64_t outHeight() const { return 2 * height - 2 + kernel - 2 * padding; }
    std::int64_t outWidth() const { return 2 * width - 2 + kernel - 2 * padding; }
    std::int64_t depth() const { return kernel * kernel * outputs; }

    template <class T>
    void add(const T* columns, T* out) const
    {
        at::parallel_for(0, outHeight() * outWidth(), 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t p = begin; p < end; ++p) {
                T* const sums = out + p * examples * outputs;
                bool first = true;
                eachSource(p, [&](std::int64_t source, std::int64_t tap) {
                    addStrided({examples, outputs}, columns + source * examples * depth() + tap * outputs, depth(), sums, first);
                    first = false;
                });
                if (first) std::fill_n(sums, examples * outputs, T(0));
            }
        });
    }
    template <class T>
    void collect(const T* out, T* columns) const
    {
        at::parallel_for(0, height * width, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t p = begin; p < end; ++p)
                for (std::int64_t tap = 0; tap < kernel * kernel; ++tap) {
                    const std::int64_t y = p / width * 2 + tap / kernel - padding, x = p % width * 2 + tap % kernel - padding;
                    T* const to = columns + p * examples * depth() + tap * outputs;
                    if (y >= 0 && y < outHeight() && x >= 0 && x < outWidth())
                        copyStrided({examples, outputs}, out + (y * outWidth() + x) * examples * outputs, to, depth());
                    else
                        for (std::int64_t n = 0; n < examples; ++n) std::fill_n(to + n * depth(), outputs, T(0));
                }
        });
    }

private:
    /// The input positions and taps that reach an output position.
    template <class Visit>
    void eachSource(std::int64_t position, Visit visit) const
    {
        const std::int64_t y = position / outWidth() + padding, x = position % outWidth() + padding;
        for (std::int64_t ky = y % 2; ky < kernel && ky <= y; ky += 2) {
            if ((y - ky) / 2 >= height) continue;
            for (std::int64_t kx = x % 2; kx < kernel && kx <= x; kx += 2)
                if ((x - kx) / 2 < width) visit((y - ky) / 2 * width + (x - kx) / 2, ky * kernel + kx);
        }
    }
};

/// With any taps.
struct SpreadUpConvolution : torch::autograd::Function<SpreadUpConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, std::int64_t padding)
    {
        const auto packed = packTaps(weight, TapOrder::RowMajor).flatten(1);
        const Spread spread{x.size(0), x.size(1), x.size(2), weight.size(1), weight.size(2), padding};
        const auto columns = product(x.flatten(0, 2), packed);
        auto out = torch::empty({spread.outHeight(), spread.outWidth(), spread.examples, spread.outputs}, x.options());
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "upConvolution",
                                   [&] { spread.add(columns.data_ptr<scalar_t>(), out.data_ptr<scalar_t>()); });
        context->save_for_backward({x, packed});
        context->saved_data["shape"] = weight.sizes().vec();
        context->saved_data["padding"] = padding;
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &x = saved[0], &packed = saved[1];
        const auto shape = context->saved_data["shape"].toIntVector();
        const Spread spread{x.size(0), x.size(1), x.size(2), shape[1], shape[2], context->saved_data["padding"].toInt()};
        const auto grad = grads[0].contiguous();
        const auto columns = torch::empty({x.size(0) * x.size(1) * x.size(2), spread.depth()}, x.options());
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "upConvolution",
                                   [&] { spread.collect(grad.data_ptr<scalar_t>(), columns.data_ptr<scalar_t>()); });
        Tensor forX, forWeight;
        if (context->needs_input_grad(0)) forX = product(columns, packed.t()).view(x.sizes());
        if (context->needs_input_grad(1)) forWeight = unpackTaps(product(x.flatten(0, 2).t(), columns), shape, TapOrder::RowMajor);
        return {forX, forWeight, Tensor()};
    }
};

/// Positions as the blocks around them, `padding` (0 or 1) positions wider each way, and the way back, which cuts those off.
struct Border {
    std::int64_t height, width, examples, channels, padding;  ///< of the positions

    template <class T>
    void add(const T* positions, T* blocks) const
    {
        eachPosition([&](std::int64_t inside, PositionSlice place) {
            T* const to = blocks + place.start;
            if (inside >= 0)
                copyStrided({examples, channels}, positions + inside * examples * channels, to, place.stride);
            else
                for (std::int64_t n = 0; n < examples; ++n) std::fill_n(to + n * place.stride, channels, T(0));
        });
    }
    template <class T>
    void cut(const T* blocks, T* positions) const
    {
        eachPosition([&](std::int64_t inside, PositionSlice place) {
            if (inside < 0) return;
            addStrided({examples, channels}, blocks + place.start, place.stride, positions + inside * examples * channels, /*first=*/true);
        });
    }

private:
    /// Calls visit(position or -1 on the border, place in the blocks).
    template <class Visit>
    void eachPosition(const Visit& visit) const
    {
        const Shape padded{height + 2 * padding, width + 2 * padding, examples, channels};
        at::parallel_for(0, padded.positions(), 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t p = begin; p < end; ++p) {
                const std::int64_t y = p / padded.width - padding, x = p % padded.width - padding;
                visit(y >= 0 && y < height && x >= 0 && x < width ? y * width + x : -1, padded.slice(Layout::Blocks, p));
            }
        });
    }
};

/// With 4x4 taps: the gradient of a convolution over blocks by its input, and so computed like that.
struct BlockUpConvolution : torch::autograd::Function<BlockUpConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, std::int64_t padding)
    {
        const Winograd winograd = winogradFor(x);
        const auto filters = winograd.filters(packTaps(weight, TapOrder::Blocks).view({weight.size(0), 4, 4 * weight.size(1)}));
        const auto results = winograd.resultsGradient(x.contiguous());
        const auto blocks = winograd.inputsGradient(winograd.multiplyGradient(results, filters));
        const Border border = borderFor(x, weight.size(1), padding);
        auto out = torch::empty({border.height, border.width, border.examples, border.channels}, x.options());
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "upConvolution",
                                   [&] { border.cut(blocks.data_ptr<scalar_t>(), out.data_ptr<scalar_t>()); });
        context->save_for_backward({x, results, filters});
        context->saved_data["weight"] = weight.sizes().vec();
        context->saved_data["padding"] = padding;
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &x = saved[0], &results = saved[1], &filters = saved[2];
        const auto shape = context->saved_data["weight"].toIntVector();
        const Border border = borderFor(x, shape[1], context->saved_data["padding"].toInt());
        const auto grad = grads[0].contiguous();
        const auto blocks = torch::empty({x.size(0) + 1, x.size(1) + 1, x.size(2), 4 * shape[1]}, x.options());
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "upConvolution",
                                   [&] { border.add(grad.data_ptr<scalar_t>(), blocks.data_ptr<scalar_t>()); });
        const Winograd winograd = winogradFor(x);
        const auto inputs = winograd.inputs(blocks);
        Tensor forX, forWeight;
        if (context->needs_input_grad(0)) forX = winograd.results(winograd.multiply(inputs, filters));
        if (context->needs_input_grad(1))
            forWeight = unpackTaps(winograd.filtersGradient(winograd.filterGradient(results, inputs)), shape, TapOrder::Blocks);
        return {forX, forWeight, Tensor()};
    }

private:
    static Winograd winogradFor(const Tensor& x) { return {x.size(0) + 1, x.size(1) + 1, x.size(2)}; }
    static Border borderFor(const Tensor& x, std::int64_t channels, std::int64_t padding)
    {
        return {2 * x.size(0) + 2 - 2 * padding, 2 * x.size(1) + 2 - 2 * padding, x.size(2), channels, padding};
    }
};

}  // namespace

Tensor upConvolution(const Tensor& x, const Tensor& weight, std::int64_t padding)
{
    constexpr std::int64_t fewOutputs = 8;  // less than the sums between the products cost
    return weight.size(2) == 4 && padding <= 1 && weight.size(1) > fewOutputs ? BlockUpConvolution::apply(x, weight, padding)
                                                                              : SpreadUpConvolution::apply(x, weight, padding);
}

}  // namespace sonoglyph::batched
