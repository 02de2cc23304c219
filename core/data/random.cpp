#include "core/data/random.h"

namespace sonoglyph {

namespace {

/// Steele, Lea & Flood 2014.
std::uint64_t splitmix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

}  // namespace

Random seededRandom(std::uint64_t seed, std::uint64_t stream) { return Random(splitmix(splitmix(seed) ^ stream)); }

std::uint64_t drawBelow(Random& random, std::uint64_t bound)
{
    const std::uint64_t surplus = (0 - bound) % bound;  // 2^64 mod bound
    while (true) {
        const std::uint64_t value = random();
        if (value >= surplus) return value % bound;
    }
}

double drawBetween(Random& random, double low, double high) { return low + (high - low) * double(random() >> 11) * 0x1p-53; }

}  // namespace sonoglyph
