#include "core/latent/latent_arithmetic.h"

#include <cmath>
#include <numbers>

#include "core/data/random.h"
#include "core/latent/code_check.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t noiseStream = 0x6e6f697365;  // apart from the other uses of a seed

/// Box & Muller 1958. std::normal_distribution differs from one library to another.
std::vector<double> standardNormal(std::size_t count, std::uint64_t seed)
{
    Random random = seededRandom(seed, noiseStream);
    std::vector<double> out;
    while (out.size() < count) {
        const double radius = std::sqrt(-2 * std::log(1 - drawBetween(random, 0, 1)));
        const double angle = drawBetween(random, 0, 2 * std::numbers::pi);
        out.push_back(radius * std::cos(angle));
        out.push_back(radius * std::sin(angle));
    }
    out.resize(count);
    return out;
}

}  // namespace

Result<std::vector<float>> meanOf(std::span<const std::vector<float>> codes)
{
    if (codes.empty()) return Error{Errc::Incompatible, {SONOGLYPH_TEXT("core", "There is no code to take the mean of."), {}}};
    std::vector<double> sum(codes.front().size(), 0);
    for (const auto& code : codes) {
        if (auto fits = checkCode(code, sum.size()); !fits) return fits.error();
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += double(code[i]);
    }
    std::vector<float> out;
    for (const double s : sum) out.push_back(float(s / double(codes.size())));
    return out;
}

Result<std::vector<float>> analogy(const std::vector<float>& a, const std::vector<float>& b, const std::vector<float>& c)
{
    for (const auto* code : {&a, &b, &c})
        if (auto fits = checkCode(*code, a.size()); !fits) return fits.error();
    std::vector<float> out(a.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = float(double(a[i]) - double(b[i]) + double(c[i]));
    return out;
}

Result<std::vector<float>> withNoise(const std::vector<float>& mean, const std::vector<float>& deviation, double dial, std::uint64_t seed)
{
    for (const auto* values : {&mean, &deviation})
        if (auto fits = checkCode(*values, mean.size()); !fits) return fits.error();
    if (!std::isfinite(dial)) return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The share of noise is not a number."), {}}};
    const auto noise = standardNormal(mean.size(), seed);
    std::vector<float> out(mean.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = float(double(mean[i]) + dial * double(deviation[i]) * noise[i]);
    return out;
}

std::vector<float> deviationsOf(std::span<const float> logVariance)
{
    std::vector<float> out;
    for (const float v : logVariance) out.push_back(std::exp(v / 2));
    return out;
}

std::vector<double> klOf(std::span<const float> mean, std::span<const float> logVariance)
{
    std::vector<double> out(mean.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double m = mean[i], l = logVariance[i];
        out[i] = 0.5 * (m * m + std::exp(l) - 1 - l);
    }
    return out;
}

}  // namespace sonoglyph
