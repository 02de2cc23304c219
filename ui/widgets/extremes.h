// Lowest and highest sample of any stretch of a growing sound, in time that does not depend on how long the stretch is. A copy shares
// the samples. Not thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include <QList>

namespace sonoglyph {

class Extremes {
public:
    struct Pair {
        float low = 0, high = 0;
    };

    /// Not-a-number samples count as 0.
    void append(std::span<const float> samples);
    void clear();
    /// All samples ever appended since clear().
    std::int64_t size() const { return first_ + std::int64_t(samples_.size()); }
    /// The first sample that is still kept.
    std::int64_t first() const { return first_; }
    /// Forgets what lies more than `keep` samples back, now and then. Keeps at least that much.
    void trim(std::int64_t keep);

    /// Extremes of [begin, end), clipped to what is kept; {0, 0} where nothing is left.
    Pair between(std::int64_t begin, std::int64_t end) const;
    float sample(std::int64_t index) const { return samples_[qsizetype(index - first_)]; }

private:
    static constexpr int kShift = 4;  // every level summarises 16 of the one below
    static constexpr int kLevels = 4;

    QList<float> samples_;
    std::array<QList<Pair>, kLevels> levels_;
    std::int64_t first_ = 0;  // a multiple of the largest block
};

}  // namespace sonoglyph
