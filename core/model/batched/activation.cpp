#include "core/model/batched/activation.h"

#include <vector>

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>
#include <torch/autograd.h>

#include "core/model/batched/row_kernels.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

/// So many rows of a batch are summed in the working precision before the sums go on in float64; they stay in a core's cache meanwhile.
constexpr std::int64_t rowsPerChunk = 512;

std::int64_t positionsPerChunk(const Shape& shape) { return std::max<std::int64_t>(1, rowsPerChunk / shape.examples); }

std::int64_t chunksOf(const Shape& shape) { return (shape.positions() + positionsPerChunk(shape) - 1) / positionsPerChunk(shape); }

/// Calls work(first position, last position, chunk) for chunks that do not depend on the number of threads: sums come out the same.
template <class Work>
void eachChunk(const Shape& shape, Work work)
{
    const std::int64_t positions = positionsPerChunk(shape);
    at::parallel_for(0, chunksOf(shape), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t chunk = begin; chunk < end; ++chunk)
            work(chunk * positions, std::min(shape.positions(), (chunk + 1) * positions), chunk);
    });
}

/// Sums of `count` values for each channel, one set a chunk, added up in float64.
template <class T>
class ChunkSums {
public:
    ChunkSums(const Shape& shape, int count)
        : width_(count * shape.channels), chunks_(chunksOf(shape)), sums_(std::size_t(width_ * chunks_))
    {
    }
    T* at(std::int64_t chunk) { return sums_.data() + chunk * width_; }
    std::vector<double> total() const
    {
        std::vector<double> total(std::size_t(width_), 0.0);
        for (std::int64_t k = 0; k < chunks_; ++k)
            for (std::int64_t i = 0; i < width_; ++i) total[std::size_t(i)] += double(sums_[std::size_t(k * width_ + i)]);
        return total;
    }

private:
    std::int64_t width_, chunks_;
    std::vector<T> sums_;
};

/// rectified(scale * x + shift) into `layout`.
template <class T>
void rectifyInto(const T* x, const T* scale, const T* shift, T slope, T* out, Layout layout, const Shape& shape)
{
    at::parallel_for(0, shape.positions(), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t p = begin; p < end; ++p)
            if (const auto [start, stride] = shape.slice(layout, p); start >= 0)
                rectify({shape.examples, shape.channels}, x + p * shape.sliceSize(), scale, shift, slope, out + start, stride);
    });
}

struct BiasRectify : torch::autograd::Function<BiasRectify> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& bias, double slope, std::int64_t layout)
    {
        const Shape shape = Shape::of(x);
        auto out = shape.empty(Layout(layout), x);
        const auto ones = torch::ones_like(bias);
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "biasRectify", [&] {
            rectifyInto(x.data_ptr<scalar_t>(), ones.data_ptr<scalar_t>(), bias.data_ptr<scalar_t>(), scalar_t(slope),
                        out.data_ptr<scalar_t>(), Layout(layout), shape);
        });
        context->save_for_backward({out});
        context->saved_data["shape"] = x.sizes().vec();
        context->saved_data["slope"] = slope;
        context->saved_data["layout"] = layout;
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto out = context->get_saved_variables()[0];
        const auto grad = grads[0].contiguous();
        const auto sizes = context->saved_data["shape"].toIntVector();
        const Shape shape{sizes[0], sizes[1], sizes[2], sizes[3]};
        const double slope = context->saved_data["slope"].toDouble();
        const Layout layout = Layout(context->saved_data["layout"].toInt());
        auto forX = torch::empty(sizes, out.options());
        auto forBias = torch::empty({shape.channels}, out.options());
        AT_DISPATCH_FLOATING_TYPES(out.scalar_type(), "biasRectify", [&] {
            ChunkSums<scalar_t> sums(shape, 1);
            const scalar_t *y = out.data_ptr<scalar_t>(), *g = grad.data_ptr<scalar_t>();
            scalar_t* const d = forX.data_ptr<scalar_t>();
            eachChunk(shape, [&](std::int64_t begin, std::int64_t end, std::int64_t chunk) {
                scalar_t* const sum = sums.at(chunk);
                for (std::int64_t p = begin; p < end; ++p) {
                    const auto [start, stride] = shape.slice(layout, p);
                    scalar_t* const to = d + p * shape.sliceSize();
                    if (start < 0) {
                        std::fill_n(to, shape.sliceSize(), scalar_t(0));
                        continue;
                    }
                    rectifyGradient({shape.examples, shape.channels}, y + start, g + start, stride, scalar_t(slope), to, sum);
                }
            });
            const auto total = sums.total();
            std::copy(total.begin(), total.end(), forBias.data_ptr<scalar_t>());
        });
        return {forX, forBias, Tensor(), Tensor()};
    }
};

/// Mean and sum of squared deviations of each channel, by Chan's formula over chunks (Chan, Golub & LeVeque 1979).
struct Moments {
    std::vector<double> mean, squares;
};

template <class T>
Moments momentsOf(const T* x, const Shape& shape)
{
    const std::int64_t channels = shape.channels;
    std::vector<T> means(std::size_t(chunksOf(shape) * channels)), squares(means.size());
    std::vector<double> rows(std::size_t(chunksOf(shape)));
    eachChunk(shape, [&](std::int64_t begin, std::int64_t end, std::int64_t chunk) {
        const std::int64_t count = (end - begin) * shape.examples;
        const T* const first = x + begin * shape.sliceSize();
        T* const mean = means.data() + chunk * channels;
        T* const square = squares.data() + chunk * channels;
        addRows({count, channels}, first, mean);
        for (std::int64_t c = 0; c < channels; ++c) mean[c] /= T(count);
        addSquares({count, channels}, first, mean, square);
        rows[std::size_t(chunk)] = double(count);
    });
    Moments total{std::vector<double>(std::size_t(channels)), std::vector<double>(std::size_t(channels))};
    for (std::size_t c = 0; c < std::size_t(channels); ++c) {
        double seen = 0;
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const double delta = double(means[k * std::size_t(channels) + c]) - total.mean[c];
            const double all = seen + rows[k];
            total.squares[c] += double(squares[k * std::size_t(channels) + c]) + delta * delta * seen * rows[k] / all;
            total.mean[c] += delta * rows[k] / all;
            seen = all;
        }
    }
    return total;
}

Tensor tensorOf(const std::vector<double>& values, const Tensor& like)
{
    return torch::tensor(values, torch::kFloat64).to(like.scalar_type());
}

/// With the batch's own statistics: `mean` and `inverse` (of the deviation, epsilon included) [C] are constants of the forward pass, the
/// gradient takes account of how they depend on x.
struct NormRectify : torch::autograd::Function<NormRectify> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, const Tensor& bias, const Tensor& mean,
                          const Tensor& inverse, double slope, std::int64_t layout)
    {
        const Shape shape = Shape::of(x);
        auto out = shape.empty(Layout(layout), x);
        const auto scale = weight * inverse, shift = bias - mean * scale;
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "normRectify", [&] {
            rectifyInto(x.data_ptr<scalar_t>(), scale.data_ptr<scalar_t>(), shift.data_ptr<scalar_t>(), scalar_t(slope),
                        out.data_ptr<scalar_t>(), Layout(layout), shape);
        });
        context->save_for_backward({x, scale, shift, mean, inverse});
        context->saved_data["slope"] = slope;
        context->saved_data["layout"] = layout;
        return out;
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &x = saved[0], &scale = saved[1], &shift = saved[2], &mean = saved[3], &inverse = saved[4];
        const auto grad = grads[0].contiguous();
        const double slope = context->saved_data["slope"].toDouble();
        const Layout layout = Layout(context->saved_data["layout"].toInt());
        const Shape shape = Shape::of(x);
        auto forX = torch::empty_like(x), forWeight = torch::empty_like(mean), forBias = torch::empty_like(mean);
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "normRectify", [&] {
            backward<scalar_t>(x.data_ptr<scalar_t>(), grad.data_ptr<scalar_t>(), scale.data_ptr<scalar_t>(), shift.data_ptr<scalar_t>(),
                               mean.data_ptr<scalar_t>(), inverse.data_ptr<scalar_t>(), scalar_t(slope), layout, shape,
                               forX.data_ptr<scalar_t>(), forWeight.data_ptr<scalar_t>(), forBias.data_ptr<scalar_t>());
        });
        return {forX, forWeight, forBias, Tensor(), Tensor(), Tensor(), Tensor()};
    }

private:
    template <class T>
    static void backward(const T* x, const T* grad, const T* scale, const T* shift, const T* mean, const T* inverse, T slope, Layout layout,
                         const Shape& shape, T* forX, T* forWeight, T* forBias)
    {
        const std::int64_t channels = shape.channels;
        ChunkSums<T> sums(shape, 2);
        // Through the rectifier into forX, and the two sums that the normalisation needs.
        eachChunk(shape, [&](std::int64_t begin, std::int64_t end, std::int64_t chunk) {
            T* const sum = sums.at(chunk);
            T* const weighted = sum + channels;
            for (std::int64_t p = begin; p < end; ++p) {
                const auto [start, stride] = shape.slice(layout, p);
                const T* const from = x + p * shape.sliceSize();
                T* const to = forX + p * shape.sliceSize();
                if (start < 0) {
                    std::fill_n(to, shape.sliceSize(), T(0));
                    continue;
                }
                normGradient({shape.examples, channels}, from, scale, shift, mean, slope, grad + start, stride, to, sum, weighted);
            }
        });
        const auto total = sums.total();
        std::vector<T> offset(static_cast<std::size_t>(channels)), pull(offset.size());
        for (std::int64_t c = 0; c < channels; ++c) {
            const double g = total[std::size_t(c)], gx = total[std::size_t(channels + c)], inv = double(inverse[c]);
            forBias[c] = T(g);
            forWeight[c] = T(gx * inv);
            const double rows = double(shape.rows());
            pull[std::size_t(c)] = T(gx * inv * inv / rows);
            offset[std::size_t(c)] = T(g / rows - double(mean[c]) * gx * inv * inv / rows);
        }
        eachChunk(shape, [&](std::int64_t begin, std::int64_t end, std::int64_t) {
            normGradientFinish({(end - begin) * shape.examples, channels}, x + begin * shape.sliceSize(), scale, offset.data(), pull.data(),
                               forX + begin * shape.sliceSize());
        });
    }
};

}  // namespace

Tensor biasRectify(const Tensor& x, const Tensor& bias, double slope, Layout layout)
{
    return BiasRectify::apply(x, bias, slope, std::int64_t(layout));
}

Tensor normRectify(const Tensor& x, const Tensor& bias, torch::nn::BatchNorm2dImpl& norm, double slope, Layout layout)
{
    const double epsilon = norm.options.eps();
    Tensor mean, inverse;
    {
        torch::NoGradGuard noGrad;
        if (norm.is_training()) {
            const Shape shape = Shape::of(x);
            Moments moments;
            AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "normRectify", [&] { moments = momentsOf(x.data_ptr<scalar_t>(), shape); });
            const double rows = double(shape.rows()), momentum = norm.options.momentum().value();
            const auto squares = torch::tensor(moments.squares, torch::kFloat64);
            mean = tensorOf(moments.mean, x);
            inverse = (squares / rows + epsilon).rsqrt().to(x.scalar_type());
            norm.running_mean.mul_(1 - momentum).add_(mean + bias, momentum);
            norm.running_var.mul_(1 - momentum).add_((squares / (rows - 1)).to(x.scalar_type()), momentum);
            norm.num_batches_tracked.add_(1);
        } else {
            mean = norm.running_mean - bias;
            inverse = (norm.running_var + epsilon).rsqrt();
        }
    }
    return NormRectify::apply(x, norm.weight, norm.bias, mean, inverse, slope, std::int64_t(layout));
}

}  // namespace sonoglyph::batched
