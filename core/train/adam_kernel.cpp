#include "core/train/adam_kernel.h"

#include <cmath>

#include "core/base/best_instructions.h"

namespace sonoglyph {

SONOGLYPH_BEST_INSTRUCTIONS
void adamUpdate(const AdamUpdate& update, std::int64_t count, const float* __restrict g, float* __restrict p, float* __restrict m,
                float* __restrict v)
{
    const auto [beta1, beta2, epsilon, size, correction2] = update;
    for (std::int64_t i = 0; i < count; ++i) {
        m[i] += (1 - beta1) * (g[i] - m[i]);
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        p[i] -= size * m[i] / (std::sqrt(v[i]) / correction2 + epsilon);
    }
}

SONOGLYPH_BEST_INSTRUCTIONS
double squareSum(std::int64_t count, const float* g)
{
    constexpr std::int64_t lanes = 16;
    double sums[lanes] = {};
    std::int64_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (std::int64_t lane = 0; lane < lanes; ++lane) sums[lane] += double(g[i + lane]) * double(g[i + lane]);
    double sum = 0;
    for (; i < count; ++i) sum += double(g[i]) * double(g[i]);
    for (const double lane : sums) sum += lane;
    return sum;
}

}  // namespace sonoglyph
