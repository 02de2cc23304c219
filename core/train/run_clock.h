// The time that a run has spent training, pauses left out, and how many samples a second its last steps took. For one thread.
#pragma once

#include <algorithm>
#include <chrono>

namespace sonoglyph {

class RunClock {
public:
    /// Stands at `seconds`, those of earlier sessions.
    void set(double seconds) { seconds_ = seconds; }

    double seconds() const { return seconds_ + (running_ ? since(began_) : 0.0); }

    void start()
    {
        if (running_) return;
        began_ = Clock::now();
        running_ = true;
        speedFrom_ = seconds();
        samples_ = 0;
    }

    void stop()
    {
        seconds_ = seconds();
        running_ = false;
    }

    /// To be told of every step at its end. Gives the speed, measured anew every five seconds.
    double samplesPerSecond(double samples)
    {
        constexpr double window = 5;
        samples_ += samples;
        const double now = seconds(), passed = now - speedFrom_;
        if (speed_ > 0 && passed < window) return speed_;
        speed_ = samples_ / std::max(passed, 1e-9);
        speedFrom_ = now;
        samples_ = 0;
        return speed_;
    }

private:
    using Clock = std::chrono::steady_clock;
    static double since(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

    double seconds_ = 0;
    bool running_ = false;
    Clock::time_point began_;
    double speed_ = 0, speedFrom_ = 0, samples_ = 0;
};

}  // namespace sonoglyph
