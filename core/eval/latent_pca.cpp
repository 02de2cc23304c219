#include "core/eval/latent_pca.h"

#include <algorithm>

#include <torch/linalg.h>

namespace sonoglyph {

Pca pcaOf(const torch::Tensor& codes)
{
    Pca pca;
    if (codes.size(0) == 0) return pca;
    torch::NoGradGuard noGrad;
    const auto all = codes.cpu().to(torch::kFloat64);
    const auto mean = all.mean(0), centred = all - mean;
    const auto [values, vectors] = torch::linalg_eigh(centred.t().matmul(centred) / double(all.size(0)), "L");
    const auto kept = std::min<std::int64_t>(mostPcaAxes, values.size(0));
    for (std::int64_t i = 0; i < kept; ++i) {
        const std::int64_t column = values.size(0) - 1 - i;  // they come in ascending order
        auto axis = vectors.select(1, column);
        const auto largest = axis[axis.abs().argmax()].item<double>();
        const auto signedAxis = (largest < 0 ? -axis : axis).to(torch::kFloat32).contiguous();
        pca.axes.emplace_back(signedAxis.data_ptr<float>(), signedAxis.data_ptr<float>() + signedAxis.numel());
        pca.variances.push_back(std::max(0.0, values[column].item<double>()));
    }
    const auto centre = mean.to(torch::kFloat32).contiguous();
    pca.mean.assign(centre.data_ptr<float>(), centre.data_ptr<float>() + centre.numel());
    pca.totalVariance = std::max(0.0, values.sum().item<double>());
    return pca;
}

}  // namespace sonoglyph
