// The last seconds of what comes in, so that a view that showed something else meanwhile can go on with them. GUI thread only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace sonoglyph {

class LiveTail {
public:
    /// Forgets everything and remembers the last `samples` and `columns` from now on.
    void begin(std::size_t samples, std::size_t columns);
    void add(std::span<const float> samples);
    void addColumn(std::span<const float> values);

    std::span<const float> samples() const { return std::span(samples_).last(std::min(samples_.size(), mostSamples_)); }
    /// Counted since begin(): the place of the first of samples().
    std::int64_t firstSample() const { return heard_ - std::int64_t(samples().size()); }
    /// At most mostColumns(), oldest first.
    const std::deque<std::vector<float>>& columns() const { return columns_; }
    std::size_t mostColumns() const { return mostColumns_; }

private:
    std::size_t mostSamples_ = 0, mostColumns_ = 0;
    std::vector<float> samples_;
    std::int64_t heard_ = 0;
    std::deque<std::vector<float>> columns_;
};

}  // namespace sonoglyph
