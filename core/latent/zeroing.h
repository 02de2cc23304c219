// Which latent dimensions are set to zero (paper section 5.2.2, figure 8: k of them at random). An order says which goes first: k + 1
// zeroes those of k and one more, so that a slider plays the whole way. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sonoglyph {

enum class ZeroOrder {
    Random,
    MostImportant,   ///< those first that say most
    LeastImportant,  ///< those last
};

/// All dimensions 0 to `latent` - 1 in an order drawn by `seed`, every one equally likely.
std::vector<int> randomZeroing(int latent, std::uint64_t seed);
/// All dimensions by `importance` (nats, or any other measure), ties by index. One that is not a number counts as 0.
std::vector<int> zeroingByImportance(std::span<const double> importance, bool mostFirst);
/// The one that `order` tells of; `seed` is for Random, `importance` (one value a dimension) for the others.
std::vector<int> zeroingOrder(ZeroOrder order, std::span<const double> importance, std::uint64_t seed);

/// For every dimension whether it is among the first `count` of `order`; a count below 0 or beyond is the nearest that there is.
std::vector<bool> zeroedFlags(std::span<const int> order, int count);
/// `code` with the first `count` of `order` set to 0.
std::vector<float> withZeroed(std::vector<float> code, std::span<const int> order, int count);

}  // namespace sonoglyph
