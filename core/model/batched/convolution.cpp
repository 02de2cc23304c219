#include "core/model/batched/convolution.h"

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <torch/autograd.h>

#include "core/model/batched/layout.h"
#include "core/model/batched/packed_weight.h"
#include "core/model/batched/row_kernels.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

Tensor matrix(const Tensor& t) { return t.reshape({-1, t.size(-1)}); }

void product(Tensor& out, const Tensor& a, const Tensor& b, bool add)
{
    if (add)
        at::addmm_out(out, out, a, b);
    else
        at::mm_out(out, a, b);
}

/// The matrices of a convolution over blocks: for each row of results and each of the four block taps, the rows of the input that meet
/// the tap's weights. None is a copy.
class BlockMatrices {
public:
    BlockMatrices(const Tensor& blocks, std::int64_t outputs)
        : height_(blocks.size(0) - 1), width_(blocks.size(1) - 1), examples_(blocks.size(2)), depth_(blocks.size(3)), outputs_(outputs)
    {
    }

    std::int64_t height() const { return height_; }
    std::vector<std::int64_t> resultShape() const { return {height_, width_, examples_, outputs_}; }

    Tensor input(const Tensor& blocks, std::int64_t y, int tap) const
    {
        const std::int64_t start = ((y + tap / 2) * (width_ + 1) + tap % 2) * examples_ * depth_;
        return blocks.as_strided({width_ * examples_, depth_}, {depth_, 1}, blocks.storage_offset() + start);
    }
    Tensor result(const Tensor& results, std::int64_t y) const { return results[y].view({width_ * examples_, outputs_}); }
    /// [O, depth]
    Tensor weight(const Tensor& packed, int tap) const { return packed.view({outputs_, 4, depth_}).select(1, tap); }

private:
    std::int64_t height_, width_, examples_, depth_, outputs_;
};

struct BlockConvolution : torch::autograd::Function<BlockConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& blocks, const Tensor& weight)
    {
        const auto packed = packTaps(weight, TapOrder::Blocks);
        const BlockMatrices m(blocks, weight.size(0));
        auto out = torch::empty(m.resultShape(), blocks.options());
        for (std::int64_t y = 0; y < m.height(); ++y) {
            auto row = m.result(out, y);
            for (int tap = 0; tap < 4; ++tap) product(row, m.input(blocks, y, tap), m.weight(packed, tap).t(), tap > 0);
        }
        context->save_for_backward({blocks, packed});
        context->saved_data["shape"] = weight.sizes().vec();
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &blocks = saved[0], &packed = saved[1];
        const auto shape = context->saved_data["shape"].toIntVector();
        const BlockMatrices m(blocks, shape[0]);
        const auto grad = grads[0].contiguous();
        Tensor forBlocks, forWeight;
        if (context->needs_input_grad(0)) {
            forBlocks = torch::zeros_like(blocks);
            for (std::int64_t y = 0; y < m.height(); ++y)
                for (int tap = 0; tap < 4; ++tap) {
                    auto rows = m.input(forBlocks, y, tap);
                    product(rows, m.result(grad, y), m.weight(packed, tap), true);
                }
        }
        if (context->needs_input_grad(1)) {
            const auto sums = torch::empty_like(packed);
            for (int tap = 0; tap < 4; ++tap) {
                auto sum = m.weight(sums, tap);
                for (std::int64_t y = 0; y < m.height(); ++y) product(sum, m.result(grad, y).t(), m.input(blocks, y, tap), y > 0);
            }
            forWeight = unpackTaps(sums, shape, TapOrder::Blocks);
        }
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
        return torch::mm(patches, flat.t()).view({p.outHeight(), p.outWidth(), p.examples, weight.size(0)});
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &image = saved[0], &patches = saved[1], &flat = saved[2];
        const auto grad = matrix(grads[0].contiguous());
        Tensor forImage, forWeight;
        if (context->needs_input_grad(0)) {
            const Patches p{image.size(0), image.size(1), image.size(2)};
            const auto forPatches = torch::mm(grad, flat);
            forImage = torch::zeros_like(image);
            AT_DISPATCH_FLOATING_TYPES(image.scalar_type(), "imageConvolution",
                                       [&] { p.scatter(forPatches.data_ptr<scalar_t>(), forImage.data_ptr<scalar_t>()); });
        }
        if (context->needs_input_grad(1)) forWeight = torch::mm(grad.t(), patches).view({flat.size(0), 1, 4, 4});
        return {forImage, forWeight};
    }
};

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

struct UpConvolution : torch::autograd::Function<UpConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, std::int64_t padding)
    {
        const auto packed = packTaps(weight, TapOrder::RowMajor).flatten(1);
        const Spread spread{x.size(0), x.size(1), x.size(2), weight.size(1), weight.size(2), padding};
        const auto columns = torch::mm(matrix(x), packed);
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
        if (context->needs_input_grad(0)) forX = torch::mm(columns, packed.t()).view(x.sizes());
        if (context->needs_input_grad(1)) forWeight = unpackTaps(torch::mm(matrix(x).t(), columns), shape, TapOrder::RowMajor);
        return {forX, forWeight, Tensor()};
    }
};

}  // namespace

Tensor convolution(const Tensor& blocks, const Tensor& weight) { return BlockConvolution::apply(blocks, weight); }

Tensor imageConvolution(const Tensor& image, const Tensor& weight) { return ImageConvolution::apply(image, weight); }

Tensor upConvolution(const Tensor& x, const Tensor& weight, std::int64_t padding) { return UpConvolution::apply(x, weight, padding); }

}  // namespace sonoglyph::batched
