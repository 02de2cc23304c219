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

/// Work on units 0 to `count`, shared among the threads in one go: a matrix product inside runs on its own thread alone. Waking a thread
/// costs more than a small product, so all products of a convolution are shared out at once.
template <class Work>
void shareOut(std::int64_t count, const Work& work)
{
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        torch::NoGradGuard noGrad;  // is each thread's own
        work(begin, end);
    });
}

/// A convolution over blocks as products of matrices that are no copies: rows are the examples of neighbouring positions of one line.
class BlockMatrices {
public:
    BlockMatrices(const Tensor& blocks, std::int64_t outputs)
        : height_(blocks.size(0) - 1), width_(blocks.size(1) - 1), examples_(blocks.size(2)), depth_(blocks.size(3)), outputs_(outputs)
    {
    }

    void forward(const Tensor& blocks, const Tensor& packed, Tensor& out) const
    {
        shareOut(height_ * width_, [&](std::int64_t begin, std::int64_t end) {
            eachLine(begin, end, width_, [&](std::int64_t y, std::int64_t x, std::int64_t count) {
                auto result = span(out, y * width_ + x, count, outputs_);
                for (int tap = 0; tap < 4; ++tap) product(result, input(blocks, y, x, tap, count), weight(packed, tap).t(), tap > 0);
            });
        });
    }

    void backwardInput(const Tensor& grad, const Tensor& packed, Tensor& forBlocks) const
    {
        shareOut((height_ + 1) * (width_ + 1), [&](std::int64_t begin, std::int64_t end) {
            span(forBlocks, begin, end - begin, depth_).zero_();
            eachLine(begin, end, width_ + 1, [&](std::int64_t y, std::int64_t x, std::int64_t count) {
                for (int tap = 0; tap < 4; ++tap) {
                    const std::int64_t gradY = y - tap / 2;
                    const std::int64_t first = std::max<std::int64_t>(x - tap % 2, 0), last = std::min(x - tap % 2 + count, width_);
                    if (gradY < 0 || gradY >= height_ || first >= last) continue;
                    auto sum = input(forBlocks, gradY, first, tap, last - first);
                    product(sum, span(grad, gradY * width_ + first, last - first, outputs_), weight(packed, tap), true);
                }
            });
        });
    }

    void backwardWeight(const Tensor& grad, const Tensor& blocks, Tensor& sums) const
    {
        constexpr std::int64_t slice = 64;
        const std::int64_t slices = (outputs_ + slice - 1) / slice;
        shareOut(4 * slices, [&](std::int64_t begin, std::int64_t end) {
            while (begin < end) {
                const int tap = int(begin / slices);
                const std::int64_t from = begin % slices * slice, unitsHere = std::min(end, (tap + 1) * slices) - begin;
                const std::int64_t count = std::min(unitsHere * slice, outputs_ - from);
                auto sum = weight(sums, tap).narrow(0, from, count);
                for (std::int64_t y = 0; y < height_; ++y)
                    product(sum, span(grad, y * width_, width_, outputs_).narrow(1, from, count).t(), input(blocks, y, 0, tap, width_),
                            y > 0);
                begin += unitsHere;
            }
        });
    }

private:
    /// The part of units `begin` to `end` on each line of `width` positions.
    template <class Visit>
    static void eachLine(std::int64_t begin, std::int64_t end, std::int64_t width, const Visit& visit)
    {
        while (begin < end) {
            const std::int64_t count = std::min(end - begin, width - begin % width);
            visit(begin / width, begin % width, count);
            begin += count;
        }
    }

    /// The rows of `count` positions from `position` on: [count * examples, channels].
    Tensor span(const Tensor& t, std::int64_t position, std::int64_t count, std::int64_t channels) const
    {
        return t.as_strided({count * examples_, channels}, {channels, 1}, t.storage_offset() + position * examples_ * channels);
    }
    /// What meets a tap's weights for the results at (`y`, `x`) and the `count` - 1 to the right of it.
    Tensor input(const Tensor& blocks, std::int64_t y, std::int64_t x, int tap, std::int64_t count) const
    {
        return span(blocks, (y + tap / 2) * (width_ + 1) + x + tap % 2, count, depth_);
    }
    /// [O, depth]
    Tensor weight(const Tensor& packed, int tap) const { return packed.view({outputs_, 4, depth_}).select(1, tap); }

    std::int64_t height_, width_, examples_, depth_, outputs_;
};

struct BlockConvolution : torch::autograd::Function<BlockConvolution> {
    static Tensor forward(AutogradContext* context, const Tensor& blocks, const Tensor& weight)
    {
        const auto packed = packTaps(weight, TapOrder::Blocks);
        auto out = torch::empty({blocks.size(0) - 1, blocks.size(1) - 1, blocks.size(2), weight.size(0)}, blocks.options());
        BlockMatrices(blocks, weight.size(0)).forward(blocks, packed, out);
        context->save_for_backward({blocks, packed});
        context->saved_data["shape"] = weight.sizes().vec();
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &blocks = saved[0], &packed = saved[1];
        const auto shape = context->saved_data["shape"].toIntVector();
        const BlockMatrices matrices(blocks, shape[0]);
        const auto grad = grads[0].contiguous();
        Tensor forBlocks, forWeight;
        if (context->needs_input_grad(0)) {
            forBlocks = torch::empty_like(blocks);
            matrices.backwardInput(grad, packed, forBlocks);
        }
        if (context->needs_input_grad(1)) {
            auto sums = torch::empty_like(packed);
            matrices.backwardWeight(grad, blocks, sums);
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
