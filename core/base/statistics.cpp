#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace sonoglyph {

namespace {

constexpr double z95 = 1.959963984540054;
constexpr int draws = 10000;

}  // namespace

std::array<double, 2> wilsonInterval(std::int64_t right, std::int64_t count)
{
    if (count <= 0) return {0, 1};
    const double z = z95, n = double(count), p = double(right) / n;
    const double centre = p + z * z / (2 * n), half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)), scale = 1 + z * z / n;
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

Spread spreadOf(std::span<const double> values)
{
    if (values.empty()) return {};
    const double n = double(values.size()), mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, values.size() > 1 ? std::sqrt(squares / (n - 1)) : 0};
}

PairedDifference pairedDifference(std::span<const RecordingDifference> recordings, std::uint64_t seed)
{
    PairedDifference out;
    std::int64_t pairs = 0, won = 0;
    for (const RecordingDifference& r : recordings) {
        pairs += r.pairs;
        won += r.won;
    }
    out.recordings = std::int64_t(recordings.size());
    if (pairs == 0) return out;
    const double total = double(pairs), n = double(recordings.size());
    out.difference = double(won) / total;

    // A ratio estimator's: each recording's deviation from the common difference, weighed by its pairs.
    double squares = 0;
    for (const RecordingDifference& r : recordings) {
        const double off = double(r.won) - out.difference * double(r.pairs);
        squares += off * off;
    }
    const double half = n > 1 ? z95 * std::sqrt(squares * n / (n - 1)) / total : 1;
    out.interval = {std::max(-1.0, out.difference - half), std::min(1.0, out.difference + half)};

    std::mt19937_64 random(seed);
    int asLarge = 0;
    for (int draw = 0; draw < draws; ++draw) {
        std::int64_t sum = 0;
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < recordings.size(); ++i) {
            if (i % 64 == 0) bits = random();
            sum += bits >> (i % 64) & 1 ? recordings[i].won : -recordings[i].won;
        }
        asLarge += std::abs(sum) >= std::abs(won);
    }
    out.p = double(asLarge + 1) / double(draws + 1);
    return out;
}

}  // namespace sonoglyph
