#include "core/model/batched/forward.h"

#include <optional>

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>

#include "core/model/batched/activation.h"
#include "core/model/batched/convolution.h"
#include "core/model/batched/linear.h"
#include "core/model/batched/row_kernels.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::nn::BatchNorm2dImpl;
using torch::nn::Conv2dImpl;
using torch::nn::ConvTranspose2dImpl;
using torch::nn::LinearImpl;

bool isSquare(const torch::ExpandingArray<2>& size, std::int64_t side) { return size->at(0) == side && size->at(1) == side; }

/// The padding where it is the same all around, a number and not a rule. The variant is c10's or std's, by LibTorch's version.
template <class Options>
std::optional<std::int64_t> paddingOf(const Options& options)
{
    const auto* padding = get_if<torch::ExpandingArray<2>>(&options.padding());
    if (!padding || !isSquare(*padding, (*padding)->at(0))) return std::nullopt;
    return (*padding)->at(0);
}

bool isBlockConvolution(const Conv2dImpl& conv)
{
    const auto& o = conv.options;
    return isSquare(o.kernel_size(), 4) && isSquare(o.stride(), 2) && paddingOf(o) == 0 && conv.bias.defined();
}

bool isPointConvolution(const Conv2dImpl& conv)
{
    const auto& o = conv.options;
    return isSquare(o.kernel_size(), 1) && isSquare(o.stride(), 1) && paddingOf(o) == 0 && conv.bias.defined();
}

bool isUpConvolution(const ConvTranspose2dImpl& up)
{
    const auto& o = up.options;
    return isSquare(o.kernel_size(), o.kernel_size()->at(0)) && isSquare(o.stride(), 2) && paddingOf(o) &&
           isSquare(o.output_padding(), 0) && up.bias.defined();
}

/// One pass through the layers of a network.
class Pass {
public:
    explicit Pass(torch::nn::SequentialImpl& net) : net_(net) {}

    Tensor run(Tensor x)
    {
        std::size_t i = 0;
        while (i < net_.size()) {
            if (const auto* conv = layer<Conv2dImpl>(i)) {
                x = finish(convolved(x, *conv), conv->bias, ++i);
            } else if (const auto* up = layer<ConvTranspose2dImpl>(i)) {
                x = finish(upConvolution(positions(x), up->weight, *paddingOf(up->options)), up->bias, ++i);
            } else if (const auto* full = layer<LinearImpl>(i); full && full->bias.defined()) {
                x = linear(pictures(x), full->weight, full->bias);
                ++i;
            } else {
                x = (*(net_.begin() + std::ptrdiff_t(i))).forward(pictures(x));
                ++i;
            }
        }
        return pictures(x);
    }

private:
    template <class Layer>
    Layer* layer(std::size_t i) const
    {
        return i < net_.size() ? net_.ptr(i)->as<Layer>() : nullptr;
    }

    Tensor positions(const Tensor& x) { return isPictures_ ? toPositions(x) : x; }
    Tensor pictures(const Tensor& x) { return std::exchange(isPictures_, true) ? x : toPictures(x); }

    Tensor convolved(const Tensor& x, const Conv2dImpl& conv)
    {
        if (isPointConvolution(conv)) return torch::linear(positions(x), conv.weight.flatten(1));
        // Behind another layer the input is in blocks already: finish() looked ahead.
        return conv.options.in_channels() == 1 ? imageConvolution(positions(x), conv.weight) : convolution(x, conv.weight);
    }

    /// Batch norm and rectifier at `i` where they are there, else the bias alone; moves `i` behind them.
    Tensor finish(const Tensor& x, const Tensor& bias, std::size_t& i)
    {
        isPictures_ = false;
        auto* const norm = layer<BatchNorm2dImpl>(i);
        if (norm) ++i;
        std::optional<double> slope;
        if (layer<torch::nn::ReLUImpl>(i)) slope = 0;
        if (const auto* leaky = layer<torch::nn::LeakyReLUImpl>(i)) slope = leaky->options.negative_slope();
        if (!slope) return x + bias;
        ++i;
        const auto* next = layer<Conv2dImpl>(i);
        const Layout layout = next && isBlockConvolution(*next) ? Layout::Blocks : Layout::Positions;
        return norm ? normRectify(x, bias, *norm, *slope, layout) : biasRectify(x, bias, *slope, layout);
    }

    torch::nn::SequentialImpl& net_;
    bool isPictures_ = true;
};

/// Whether Pass knows every layer, and each stands where it expects it.
bool isKnown(const torch::nn::SequentialImpl& net)
{
    bool blocks = false, filters = false;  // what the layer before gives
    for (std::size_t i = 0; i < net.size(); ++i) {
        const auto module = net.ptr(i);
        if (const auto* conv = module->as<Conv2dImpl>()) {
            if (!isPointConvolution(*conv) && !(isBlockConvolution(*conv) && (blocks || (i == 0 && conv->options.in_channels() == 1))))
                return false;
            blocks = false, filters = true;
        } else if (const auto* up = module->as<ConvTranspose2dImpl>()) {
            if (!isUpConvolution(*up)) return false;
            blocks = false, filters = true;
        } else if (const auto* norm = module->as<BatchNorm2dImpl>()) {
            const bool rectified =
                i + 1 < net.size() && (net.ptr(i + 1)->as<torch::nn::ReLUImpl>() || net.ptr(i + 1)->as<torch::nn::LeakyReLUImpl>());
            if (!filters || !rectified || !norm->options.affine() || !norm->options.track_running_stats() || !norm->options.momentum())
                return false;
        } else {
            blocks = filters && (module->as<torch::nn::ReLUImpl>() || module->as<torch::nn::LeakyReLUImpl>());
            filters = false;
        }
    }
    return true;
}

/// One example, as in every image while somebody speaks: LibTorch treats it as a matrix and copies the weights into its kernel's order
/// first; here they are read once.
Tensor multiplied(const LinearImpl& layer, const Tensor& example)
{
    constexpr std::int64_t worthAThread = 1 << 18;  // weights
    const Tensor weight = layer.weight.contiguous(), x = example.contiguous();
    const std::int64_t outputs = weight.size(0), inputs = weight.size(1);
    Tensor out = torch::empty({1, outputs}, x.options());
    AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "multiplied", [&] {
        at::parallel_for(0, outputs, std::max<std::int64_t>(1, worthAThread / inputs), [&](std::int64_t begin, std::int64_t end) {
            multiplyRows({end - begin, inputs}, weight.data_ptr<scalar_t>() + begin * inputs, x.data_ptr<scalar_t>(),
                         out.data_ptr<scalar_t>() + begin);
        });
    });
    return layer.bias.defined() ? out.add_(layer.bias) : out;
}

Tensor forwardOne(torch::nn::SequentialImpl& net, Tensor x)
{
    for (std::size_t i = 0; i < net.size(); ++i) {
        const auto* linear = net.ptr(i)->as<LinearImpl>();
        x = linear && x.dim() == 2 ? multiplied(*linear, x) : (*(net.begin() + std::ptrdiff_t(i))).forward(x);
    }
    return x;
}

}  // namespace

Tensor forward(torch::nn::Sequential& net, const Tensor& x)
{
    const bool gradients = torch::GradMode::is_enabled();
    if (x.device().is_cpu() && x.size(0) == 1 && !gradients) return forwardOne(*net, x);
    if (!x.device().is_cpu() || x.size(0) < smallestBatch || (gradients && !net->is_training()) || !isKnown(*net)) return net->forward(x);
    return Pass(*net).run(x);
}

}  // namespace sonoglyph::batched
