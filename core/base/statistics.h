// How sure a measured accuracy is, and a difference between two of them. Any thread may call any function.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace sonoglyph {

/// Wilson's score interval (1927) at 95 % of `right` out of `count`; 0 to 1 where nothing was counted.
std::array<double, 2> wilsonInterval(std::int64_t right, std::int64_t count);

/// Mean of some values and their standard deviation (divided by their number less one; 0 for one value or none).
struct Spread {
    double mean = 0;
    double deviation = 0;
};
Spread spreadOf(std::span<const double> values);

/// Two models on the same pairs. The unit is the recording: pairs of one recording are read alike, so that counting each of them would
/// claim far too much.
struct PairedDifference {
    double difference = 0;             ///< accuracy of the first less that of the second, over all pairs
    std::array<double, 2> interval{};  ///< 95 %, from the spread between recordings
    double p = 1;  ///< of a difference as large, were the two equal: signs of the recordings' differences flipped at random
    std::int64_t recordings = 0;
};

/// What one recording adds: over its pairs, how often the first model was right and the second was wrong less the opposite.
struct RecordingDifference {
    std::int64_t pairs = 0;
    std::int64_t won = 0;  ///< -pairs to pairs
};

/// The randomisation test (Fisher 1935) with 10,000 draws of `seed`, two-sided.
PairedDifference pairedDifference(std::span<const RecordingDifference> recordings, std::uint64_t seed = 1);

}  // namespace sonoglyph
