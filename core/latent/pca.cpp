#include "core/latent/pca.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

float Pca::deviation(int axis) const { return float(std::sqrt(std::max(0.0, variances.at(std::size_t(axis))))); }

double Pca::share(int axis) const { return totalVariance > 0 ? variances.at(std::size_t(axis)) / totalVariance : 0; }

std::vector<float> Pca::project(std::span<const float> code, std::size_t count) const
{
    std::vector<float> out(std::min(count, axes.size()));
    for (std::size_t a = 0; a < out.size(); ++a) {
        double sum = 0;
        for (std::size_t i = 0; i < mean.size(); ++i) sum += double(axes[a][i]) * (double(code[i]) - double(mean[i]));
        out[a] = float(sum);
    }
    return out;
}

std::vector<float> Pca::restore(std::span<const float> coordinates) const
{
    std::vector<double> sum(mean.begin(), mean.end());
    for (std::size_t a = 0; a < std::min(coordinates.size(), axes.size()); ++a)
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += double(coordinates[a]) * double(axes[a][i]);
    return {sum.begin(), sum.end()};
}

}  // namespace sonoglyph
