#include "core/train/adam.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <ATen/Parallel.h>
#include <torch/utils.h>

#include "core/train/adam_lists.h"

namespace sonoglyph {

namespace {

/// Large enough that waking a thread pays, small enough that every thread gets some of every layer.
constexpr std::int64_t grain = 1 << 14;

std::vector<double> valuesOf(const torch::Tensor& loss, const std::vector<torch::Tensor>& more)
{
    std::vector<torch::Tensor> flat{loss.detach().reshape({1})};
    for (const auto& tensor : more) flat.push_back(tensor.detach().flatten());
    const auto all = torch::cat(flat).cpu().to(torch::kFloat64);
    return {all.data_ptr<double>(), all.data_ptr<double>() + all.numel()};
}

}  // namespace

Adam::Adam(std::string name, const torch::nn::Module& module, const AdamOptions& options)
    : name_(std::move(name)), options_(options), steps_(torch::zeros({1}, torch::kInt64))
{
    for (const auto& p : module.named_parameters())
        slots_.push_back({p.key(), p.value(), torch::zeros_like(p.value()), torch::zeros_like(p.value())});
}

void Adam::zeroGrad()
{
    for (auto& slot : slots_) slot.parameter.mutable_grad().reset();
}

void Adam::step()
{
    torch::NoGradGuard noGrad;
    const std::int64_t t = ++*steps_.data_ptr<std::int64_t>();
    const AdamUpdate update{float(options_.beta1), float(options_.beta2), float(options_.epsilon),
                            float(options_.learningRate / (1 - std::pow(options_.beta1, double(t)))),
                            float(std::sqrt(1 - std::pow(options_.beta2, double(t))))};
    if (options_.lists) return stepByLists(update);
    double squares = 0;
    for (auto& slot : slots_) {
        const auto& grad = slot.parameter.grad();
        if (!grad.defined()) continue;
        const auto g = grad.contiguous();
        float* const p = slot.parameter.data_ptr<float>();
        float* const m = slot.m.data_ptr<float>();
        float* const v = slot.v.data_ptr<float>();
        const float* const d = g.data_ptr<float>();
        // A block's squares are summed while it is in the cache for its update anyway.
        const auto updated = [&](std::int64_t begin, std::int64_t end, double sum) {
            for (; begin < end; begin += grain) {
                const std::int64_t count = std::min(grain, end - begin);
                sum += squareSum(count, d + begin);
                adamUpdate(update, count, d + begin, p + begin, m + begin, v + begin);
            }
            return sum;
        };
        squares += at::parallel_reduce(0, g.numel(), grain, 0.0, updated, std::plus<double>());
    }
    gradientNorm_ = std::sqrt(squares);
}

void Adam::stepByLists(const AdamUpdate& update)
{
    AdamLists lists;
    for (const auto& slot : slots_) {
        const auto& grad = slot.parameter.grad();
        if (!grad.defined()) continue;
        lists.gradients.push_back(grad);
        lists.parameters.push_back(slot.parameter);
        lists.m.push_back(slot.m);
        lists.v.push_back(slot.v);
    }
    // Read before the update begins, which then runs beside what the CPU prepares next.
    gradientNorm_ = lists.gradients.empty() ? 0 : lengthOf(lists.gradients).item<double>();
    if (!lists.gradients.empty()) adamUpdate(update, lists);
}

std::vector<double> Adam::backward(const torch::Tensor& loss, const std::vector<torch::Tensor>& told)
{
    gradientNorm_ = std::numeric_limits<double>::quiet_NaN();
    zeroGrad();
    loss.backward();
    return valuesOf(loss, told);
}

std::vector<double> Adam::minimise(const torch::Tensor& loss, const std::vector<torch::Tensor>& told)
{
    std::vector<double> values = backward(loss, told);
    if (std::isfinite(values.front())) step();
    return values;
}

std::vector<double> Adam::measure(const torch::Tensor& loss, const std::vector<torch::Tensor>& told)
{
    std::vector<double> values = backward(loss, told);
    std::vector<torch::Tensor> gradients;
    for (const auto& slot : slots_)
        if (slot.parameter.grad().defined()) gradients.push_back(slot.parameter.grad());
    const torch::NoGradGuard noGrad;
    gradientNorm_ = gradients.empty() ? 0 : lengthOf(gradients).item<double>();
    return values;
}

TensorDict Adam::state() const
{
    TensorDict dict;
    const std::string prefix = "adam." + name_ + ".";
    for (const auto& slot : slots_) {
        dict[prefix + slot.name + ".m"] = slot.m;
        dict[prefix + slot.name + ".v"] = slot.v;
    }
    dict[prefix + "step"] = steps_;
    return dict;
}

Result<void> Adam::restore(const TensorDict& from, const std::filesystem::path& file)
{
    for (auto [name, tensor] : state()) {
        const auto found = from.find(name);
        if (found == from.end() || found->second.sizes() != tensor.sizes())
            return Error{Errc::Incompatible,
                         {SONOGLYPH_TEXT("core", "%1 cannot be resumed: the optimiser's tensor %2 is missing or has another shape."),
                          {file.string(), name}}};
        tensor.copy_(found->second);
    }
    return {};
}

}  // namespace sonoglyph
