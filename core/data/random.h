// Random choices that are the same everywhere: std::mt19937_64 is fixed by the standard, std::uniform_int_distribution and std::shuffle
// are not, so the draws are made here. Not thread-safe: one generator a job.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace sonoglyph {

using Random = std::mt19937_64;

/// A generator for one purpose: different `stream` numbers of one seed are unrelated (splitmix64).
Random seededRandom(std::uint64_t seed, std::uint64_t stream);

/// 0 to bound - 1, every value equally likely (values that would tip the scale are drawn again). `bound` is at least 1.
std::uint64_t drawBelow(Random& random, std::uint64_t bound);

/// Evenly from `low` to `high`, of 2^53 values.
double drawBetween(Random& random, double low, double high);

/// Fisher-Yates.
template <class T>
void shuffle(std::span<T> values, Random& random)
{
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[std::size_t(drawBelow(random, i))]);
}

}  // namespace sonoglyph
