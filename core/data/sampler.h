// In which order a run sees its pairs. The order of an epoch depends on seed and epoch alone, so any step's batch can be had at once: a
// resumed run sees what the uninterrupted one would have seen. Not thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sonoglyph {

/// The last batch of an epoch holds what is left over. Is that a single pair, it joins the batch before (batch normalisation refuses one),
/// so a batch has 2 to `batch` + 1 pairs unless there is one pair in all.
class Sampler {
public:
    /// `batch` is at least 1.
    Sampler(std::uint32_t pairs, int batch, std::uint64_t seed);

    /// 0 where there are no pairs.
    std::int64_t stepsPerEpoch() const { return stepsPerEpoch_; }
    /// Steps and epochs count from 1, as in StepMetrics.
    int epochOf(std::int64_t step) const { return int((step - 1) / stepsPerEpoch_) + 1; }
    /// Indices of the pairs of one step; valid until the next call.
    std::span<const std::uint32_t> batch(std::int64_t step);

private:
    void arrange(int epoch);

    std::uint32_t batch_;
    std::uint64_t seed_;
    std::int64_t stepsPerEpoch_ = 0;
    int epoch_ = 0;  ///< whose order order_ holds
    std::vector<std::uint32_t> order_;
};

}  // namespace sonoglyph
