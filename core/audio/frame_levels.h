// How loud a sound is, every 10 ms: what endpoint detection looks at.
#pragma once

#include <span>
#include <vector>

namespace sonoglyph {

/// Mean power of 20 ms that end with this frame, in decibels relative to full scale. Never below quietest.
struct FrameLevel {
    static constexpr float quietest = -80;

    float voice = quietest;  ///< above 100 Hz: without offset, hum and rumble
    float hiss = quietest;   ///< with rising weight on high frequencies: weak fricatives over a low noise
};

/// Cuts a sound that comes in pieces into frames. The result does not depend on the pieces. Not thread-safe.
class FrameLevels {
public:
    static constexpr double frameSeconds = 0.01;

    explicit FrameLevels(int rate);

    /// Takes samples up to the end of the next frame at most, sets `level` and gives back true where it was reached. `used`: how many.
    bool next(std::span<const float> samples, std::size_t& used, FrameLevel& level);
    int frameSamples() const { return frameSamples_; }

private:
    struct Powers {
        double voice = 0;
        double hiss = 0;
    };

    int frameSamples_;
    double b0_, b1_, b2_, a1_, a2_;  ///< second-order Butterworth high-pass
    double x1_ = 0, x2_ = 0, y1_ = 0, y2_ = 0;
    int filled_ = 0;
    Powers frame_;
    Powers previous_;
};

}  // namespace sonoglyph
