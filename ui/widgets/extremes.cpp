#include "ui/widgets/extremes.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

void Extremes::append(std::span<const float> samples)
{
    const auto more = qsizetype(samples.size());
    if (samples_.size() + more > samples_.capacity()) samples_.reserve(std::max(samples_.size() * 2, samples_.size() + more));
    for (const float sample : samples) samples_.push_back(std::isfinite(sample) ? sample : 0.0f);
    // Every level holds only whole blocks; the rest is read from the level below.
    for (int level = 0; level < kLevels; ++level) {
        auto& blocks = levels_[std::size_t(level)];
        const float* samples = samples_.constData();
        const Pair* pairs = level == 0 ? nullptr : levels_[std::size_t(level - 1)].constData();
        const qsizetype below = level == 0 ? samples_.size() : levels_[std::size_t(level - 1)].size();
        for (qsizetype block = blocks.size(); block < below >> kShift; ++block) {
            Pair pair{INFINITY, -INFINITY};
            for (qsizetype i = block << kShift; i < (block + 1) << kShift; ++i) {
                const Pair one = level == 0 ? Pair{samples[i], samples[i]} : pairs[i];
                pair.low = std::min(pair.low, one.low);
                pair.high = std::max(pair.high, one.high);
            }
            blocks.push_back(pair);
        }
    }
}

void Extremes::clear()
{
    samples_.clear();
    for (auto& level : levels_) level.clear();
    first_ = 0;
}

void Extremes::trim(std::int64_t keep)
{
    constexpr std::int64_t block = std::int64_t(1) << (kShift * kLevels);
    const std::int64_t spare = std::int64_t(samples_.size()) - keep;
    if (spare < std::max(block, keep)) return;  // seldom, so that the cost of moving the rest is spread
    const std::int64_t drop = spare / block * block;
    samples_.remove(0, drop);
    for (int level = 0; level < kLevels; ++level) {
        auto& blocks = levels_[std::size_t(level)];
        blocks.remove(0, drop >> (kShift * (level + 1)));
    }
    first_ += drop;
}

Extremes::Pair Extremes::between(std::int64_t begin, std::int64_t end) const
{
    begin = std::max<std::int64_t>(begin - first_, 0);
    end = std::min<std::int64_t>(end - first_, std::int64_t(samples_.size()));
    if (begin >= end) return {};
    Pair result{INFINITY, -INFINITY};
    const auto take = [&result](const Pair& pair) {
        result.low = std::min(result.low, pair.low);
        result.high = std::max(result.high, pair.high);
    };
    for (std::int64_t at = begin; at < end;) {
        // The largest whole block that starts here and does not reach beyond the end.
        int level = 0;
        while (level < kLevels) {
            const int shift = kShift * (level + 1);
            const std::int64_t size = std::int64_t(1) << shift;
            if (at % size != 0 || at + size > end || (at >> shift) >= levels_[std::size_t(level)].size()) break;
            ++level;
        }
        if (level == 0) {
            const float sample = samples_[at];
            take({sample, sample});
            ++at;
        } else {
            const int shift = kShift * level;
            take(levels_[std::size_t(level - 1)][at >> shift]);
            at += std::int64_t(1) << shift;
        }
    }
    return result;
}

}  // namespace sonoglyph
