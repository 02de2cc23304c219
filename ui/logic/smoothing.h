// The mean that follows a noisy curve: exponential, with the start not pulled towards zero.
#pragma once

namespace sonoglyph {

class Smoothing {
public:
    /// Over about the last `points` values; 1: none.
    explicit Smoothing(int points = 1) : keep_(points > 1 ? 1 - 1.0 / points : 0) {}

    /// The mean with `value`, which must be finite.
    double add(double value)
    {
        mean_ = keep_ * mean_ + (1 - keep_) * value;
        missing_ *= keep_;
        return mean_ / (1 - missing_);
    }

private:
    double keep_;
    double mean_ = 0;
    double missing_ = 1;  // the share of the weights that lies before the first value
};

}  // namespace sonoglyph
