#include "core/audio/frame_levels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoglyph {

FrameLevels::FrameLevels(int rate) : frameSamples_(std::max(1, int(std::lround(rate * frameSeconds))))
{
    constexpr double cutHertz = 100;
    const double k = std::tan(std::numbers::pi * cutHertz / rate);
    const double scale = 1 / (1 + std::numbers::sqrt2 * k + k * k);
    b0_ = b2_ = scale;
    b1_ = -2 * scale;
    a1_ = 2 * (k * k - 1) * scale;
    a2_ = (1 - std::numbers::sqrt2 * k + k * k) * scale;
}

bool FrameLevels::next(std::span<const float> samples, std::size_t& used, FrameLevel& level)
{
    used = std::min(samples.size(), std::size_t(frameSamples_ - filled_));
    for (const float sample : samples.first(used)) {
        const double y = b0_ * double(sample) + b1_ * x1_ + b2_ * x2_ - a1_ * y1_ - a2_ * y2_;
        const double hiss = y - 0.95 * y1_;
        x2_ = x1_;
        x1_ = double(sample);
        y2_ = y1_;
        y1_ = y;
        frame_.voice += y * y;
        frame_.hiss += hiss * hiss;
    }
    filled_ += int(used);
    if (filled_ < frameSamples_) return false;

    const auto decibels = [this](double frame, double previous) {
        return std::max(FrameLevel::quietest, float(10 * std::log10((frame + previous) / (2 * frameSamples_) + 1e-20)));
    };
    level = {decibels(frame_.voice, previous_.voice), decibels(frame_.hiss, previous_.hiss)};
    previous_ = frame_;
    frame_ = {};
    filled_ = 0;
    return true;
}

std::vector<FrameLevel> frameLevels(const Sound& sound)
{
    FrameLevels frames(sound.rate);
    std::vector<FrameLevel> levels;
    std::size_t used = 0;
    for (std::span<const float> rest(sound.samples); !rest.empty(); rest = rest.subspan(used)) {
        FrameLevel level;
        if (frames.next(rest, used, level)) levels.push_back(level);
    }
    return levels;
}

}  // namespace sonoglyph
