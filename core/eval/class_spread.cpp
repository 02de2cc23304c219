#include "core/eval/class_spread.h"

#include <algorithm>

namespace sonoglyph {

void ClassSpread::add(const torch::Tensor& rows, const torch::Tensor& digits)
{
    const auto flat = rows.flatten(1).to(torch::kFloat64);
    if (!sum_.defined()) {
        sum_ = torch::zeros({10, flat.size(1)}, flat.options());
        squares_ = torch::zeros_like(sum_);
        count_ = torch::zeros({10}, flat.options());
    }
    sum_.index_add_(0, digits, flat);
    squares_.index_add_(0, digits, flat.square());
    count_.index_add_(0, digits, torch::ones({flat.size(0)}, flat.options()));
}

torch::Tensor ClassSpread::means() const
{
    return sum_.defined() ? (sum_ / count_.clamp_min(1).unsqueeze(1)).cpu() : torch::zeros({10, 0}, torch::kFloat64);
}

std::array<std::int64_t, 10> ClassSpread::counts() const
{
    std::array<std::int64_t, 10> out{};
    if (!count_.defined()) return out;
    const auto count = count_.cpu();
    std::transform(count.data_ptr<double>(), count.data_ptr<double>() + 10, out.begin(), [](double n) { return std::int64_t(n); });
    return out;
}

double ClassSpread::deviation() const
{
    if (!sum_.defined()) return 0;
    const auto n = count_.cpu().clamp_min(1).unsqueeze(1);
    const auto mean = sum_.cpu() / n;
    const auto perDigit = (squares_.cpu() / n - mean.square()).clamp_min(0).sqrt().mean(1);
    double sum = 0;
    int digits = 0;
    const auto rows = counts();
    for (std::int64_t d = 0; d < 10; ++d) {
        if (rows[std::size_t(d)] == 0) continue;
        sum += perDigit[d].item<double>();
        ++digits;
    }
    return sum / std::max(1, digits);
}

}  // namespace sonoglyph
