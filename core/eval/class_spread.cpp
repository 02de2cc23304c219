#include "core/eval/class_spread.h"

#include <algorithm>

namespace sonoglyph {

void ClassSpread::add(const torch::Tensor& rows, const torch::Tensor& labels)
{
    const auto flat = rows.flatten(1).to(torch::kFloat64);
    if (!sum_.defined()) {
        sum_ = torch::zeros({labels_, flat.size(1)}, flat.options());
        squares_ = torch::zeros_like(sum_);
        count_ = torch::zeros({labels_}, flat.options());
    }
    sum_.index_add_(0, labels, flat);
    squares_.index_add_(0, labels, flat.square());
    count_.index_add_(0, labels, torch::ones({flat.size(0)}, flat.options()));
}

torch::Tensor ClassSpread::means() const
{
    return sum_.defined() ? (sum_ / count_.clamp_min(1).unsqueeze(1)).cpu() : torch::zeros({labels_, 0}, torch::kFloat64);
}

std::vector<std::int64_t> ClassSpread::counts() const
{
    std::vector<std::int64_t> out(static_cast<std::size_t>(labels_));
    if (!count_.defined()) return out;
    const auto count = count_.cpu();
    std::transform(count.data_ptr<double>(), count.data_ptr<double>() + labels_, out.begin(), [](double n) { return std::int64_t(n); });
    return out;
}

double ClassSpread::deviation() const
{
    if (!sum_.defined()) return 0;
    const auto n = count_.cpu().clamp_min(1).unsqueeze(1);
    const auto mean = sum_.cpu() / n;
    const auto ofLabel = (squares_.cpu() / n - mean.square()).clamp_min(0).sqrt().mean(1);
    double sum = 0;
    int occurring = 0;
    const auto rows = counts();
    for (std::int64_t d = 0; d < labels_; ++d) {
        if (rows[std::size_t(d)] == 0) continue;
        sum += ofLabel[d].item<double>();
        ++occurring;
    }
    return sum / std::max(1, occurring);
}

}  // namespace sonoglyph
