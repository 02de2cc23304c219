// Sums and means of codes. Any thread. Errors of all: Incompatible (sizes differ, or no code at all), BadOption (a value that is not a
// number).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

Result<std::vector<float>> meanOf(std::span<const std::vector<float>> codes);

/// a - b + c. The same digit by another speaker: (the code, its own speaker's mean, the other speaker's mean).
Result<std::vector<float>> analogy(const std::vector<float>& a, const std::vector<float>& b, const std::vector<float>& c);

/// mean + dial * deviation * noise, the noise standard normal and drawn by `seed`: the same for every dial, so that turning it goes along
/// one line. 0 is the mean, 1 a sample of the posterior.
Result<std::vector<float>> withNoise(const std::vector<float>& mean, const std::vector<float>& deviation, double dial, std::uint64_t seed);

/// exp(logVariance / 2) of each.
std::vector<float> deviationsOf(std::span<const float> logVariance);

/// KL(N(mean, exp(logVariance)) || N(0, 1)) of each dimension in nats: what this sound says in it. Sizes are equal.
std::vector<double> klOf(std::span<const float> mean, std::span<const float> logVariance);

}  // namespace sonoglyph
