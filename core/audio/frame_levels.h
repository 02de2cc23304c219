// How loud a sound is, every 10 ms: what endpoint detection looks at.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/audio/sound.h"

namespace sonoglyph {

/// Mean power of 20 ms that end with this frame, in decibels relative to full scale. Never below quietest.
struct FrameLevel {
    static constexpr float quietest = -80;

    float voice = quietest;  ///< above 100 Hz: without offset, hum and rumble
    float hiss = quietest;   ///< with rising weight on high frequencies: weak fricatives over a low noise
};

/// The background of a stretch of frames: a level that its quietest tenth does not exceed, and how far above it sound begins.
struct NoiseFloor {
    FrameLevel level;
    float soundAbove = 0;  ///< dB; more where the background itself rises and falls

    /// Of these two, whichever stands out more, in decibels.
    float excess(const FrameLevel& frame) const { return std::max(frame.voice - level.voice, frame.hiss - level.hiss); }
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

/// Of a whole sound, a rest of less than a frame left out.
std::vector<FrameLevel> frameLevels(const Sound& sound);

}  // namespace sonoglyph
