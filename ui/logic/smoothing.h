// The mean that follows a noisy curve. Any thread.
#pragma once

#include <algorithm>

namespace sonoglyph {

class Smoothing {
public:
    /// Over about the last `points` values, but never more than the last eighth of them all: a mean that is slower than the curve falls
    /// would show another curve. 1: none.
    explicit Smoothing(int points = 1) : points_(points) {}

    /// The mean with `value`, which must be finite.
    double add(double value)
    {
        constexpr double share = 8;
        mean_ += (value - mean_) / std::clamp(++seen_ / share, 1.0, std::max(1.0, points_));
        return mean_;
    }

private:
    double points_;
    double seen_ = 0;
    double mean_ = 0;
};

}  // namespace sonoglyph
