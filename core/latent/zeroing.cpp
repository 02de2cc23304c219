#include "core/latent/zeroing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/data/random.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t zeroingStream = 0x7a65726f;  // apart from the other uses of a seed

std::vector<int> everyDimension(std::size_t latent)
{
    std::vector<int> out(latent);
    std::iota(out.begin(), out.end(), 0);
    return out;
}

std::span<const int> first(std::span<const int> order, int count)
{
    return order.first(std::size_t(std::clamp(count, 0, int(order.size()))));
}

}  // namespace

std::vector<int> randomZeroing(int latent, std::uint64_t seed)
{
    std::vector<int> order = everyDimension(std::size_t(latent));
    Random random = seededRandom(seed, zeroingStream);
    shuffle(std::span(order), random);
    return order;
}

std::vector<int> zeroingByImportance(std::span<const double> importance, bool mostFirst)
{
    const auto value = [&](int i) { return std::isnan(importance[std::size_t(i)]) ? 0 : importance[std::size_t(i)]; };
    std::vector<int> order = everyDimension(importance.size());
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return mostFirst ? value(a) > value(b) : value(a) < value(b); });
    return order;
}

std::vector<int> zeroingOrder(ZeroOrder order, std::span<const double> importance, std::uint64_t seed)
{
    if (order == ZeroOrder::Random) return randomZeroing(int(importance.size()), seed);
    return zeroingByImportance(importance, order == ZeroOrder::MostImportant);
}

std::vector<bool> zeroedFlags(std::span<const int> order, int count)
{
    std::vector<bool> flags(order.size(), false);
    for (const int i : first(order, count)) flags[std::size_t(i)] = true;
    return flags;
}

std::vector<float> withZeroed(std::vector<float> code, std::span<const int> order, int count)
{
    for (const int i : first(order, count)) code[std::size_t(i)] = 0;
    return code;
}

}  // namespace sonoglyph
