#include "core/model/batched/convolution.h"

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <torch/autograd.h>

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

Tensor matrix(const Tensor& t) { return t.reshape({-1, t.size(-1)}); }

struct BlockConvolution : torch::autograd::Function<BlockConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& blocks, const Tensor& weight)
    {
        const Winograd winograd(blocks.size(0), blocks.size(1), blocks.size(2));
        const auto filters = winograd.filters(packTaps(weight, TapOrder::Blocks).view({weight.size(0), 4, blocks.size(3)}));
        const auto inputs = winograd.inputs(blocks);
        context->save_for_backward({inputs, filters});
        context->saved_data["blocks"] = blocks.sizes().vec();
        context->saved_data["weight"] = weight.sizes().vec();
        return winograd.results(winograd.multiply(inputs, filters));
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &inputs = saved[0], &filters = saved[1];
        const auto blocks = context->saved_data["blocks"].toIntVector();
        const Winograd winograd(blocks[0], blocks[1], blocks[2]);
        const auto grad = winograd.resultsGradient(grads[0].contiguous());
        Tensor forBlocks, forWeight;
        if (context->needs_input_grad(0)) forBlocks = winograd.inputsGradient(winograd.multiplyGradient(grad, filters));
        if (context->needs_input_grad(1))
            forWeight = unpackTaps(winograd.filtersGradient(winograd.filterGradient(grad, inputs)),
                                   context->saved_data["weight"].toIntVector(), TapOrder::Blocks);
        return {forBlocks, forWeight};
    }
};

/// The 16 values under the kernel for each result, and the way back, which adds them up.
struct Patches {
    std::int64_t height, width, examples;  ///< of the image
    std::int64_t outHeight() const { return (height - 2) / 2; }
    std::int64_t outWidth() const { return (width - 2) / 2; }

    template <class T>
    void gather(const T* image, T* patches) const
    {
        at::parallel_for(0, outHeight() * outWidth(), 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t p = begin; p < end; ++p) {
                const std::int64_t y = p / outWidth() * 2, x = p % outWidth() * 2;
                for (std::int64_t n = 0; n < examples; ++n)
                    for (std::int64_t k = 0; k < 16; ++k)
                        patches[(p * examples + n) * 16 + k] = image[((y + k / 4) * width + x + k % 4) * examples + n];
            }
        });
    }
    template <class T>
    void scatter(const T* patches, T* image) const
    {
        at::parallel_for(0, height, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t y = begin; y < end; ++y)
                for (std::int64_t ky = y % 2; ky < 4; ky += 2) {
                    const std::int64_t py = (y - ky) / 2;
                    if (y < ky || py >= outHeight()) continue;
                    for (std::int64_t px = 0; px < outWidth(); ++px)
                        for (std::int64_t n = 0; n < examples; ++n)
                            for (std::int64_t kx = 0; kx < 4; ++kx)
                                image[(y * width + 2 * px + kx) * examples + n] +=
                                    patches[((py * outWidth() + px) * examples + n) * 16 + ky * 4 + kx];
                }
        });
    }
};

struct ImageConvolution : torch::autograd::Function<ImageConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& image, const Tensor& weight)
    {
        const Patches p{image.size(0), image.size(1), image.size(2)};
        const auto patches = torch::empty({p.outHeight() * p.outWidth() * p.examples, 16}, image.options());
        AT_DISPATCH_FLOATING_TYPES(image.scalar_type(), "imageConvolution",
                                   [&] { p.gather(image.data_ptr<scalar_t>(), patches.data_ptr<scalar_t>()); });
        const auto flat = weight.reshape({weight.size(0), 16});
        context->save_for_backward({image, patches, flat});
        return product(patches, flat.t()).view({p.outHeight(), p.outWidth(), p.examples, weight.size(0)});
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &image = saved[0], &patches = saved[1], &flat = saved[2];
        const auto grad = matrix(grads[0].contiguous());
        Tensor forImage, forWeight;
        if (context->needs_input_grad(0)) {
            const Patches p{image.size(0), image.size(1), image.size(2)};
            const auto forPatches = product(grad, flat);
            forImage = torch::zeros_like(image);
            AT_DISPATCH_FLOATING_TYPES(image.scalar_type(), "imageConvolution",
                                       [&] { p.scatter(forPatches.data_ptr<scalar_t>(), forImage.data_ptr<scalar_t>()); });
        }
        if (context->needs_input_grad(1)) forWeight = product(grad.t(), patches).view({flat.size(0), 1, 4, 4});
        return {forImage, forWeight};
    }
};

}  // namespace

Tensor convolution(const Tensor& blocks, const Tensor& weight) { return BlockConvolution::apply(blocks, weight); }

Tensor imageConvolution(const Tensor& image, const Tensor& weight) { return ImageConvolution::apply(image, weight); }

}  // namespace sonoglyph::batched
