// What a person asks of a run that trains: to hold, to go on by single steps, to change something, to save. Any thread may ask. The thread
// that trains takes it up between two steps and waits here while it is held.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "core/train/run_changes.h"

namespace sonoglyph {

/// What is to be done before the next step.
struct RunWishes {
    struct Change {
        RunChange::Field field;
        double value;
    };
    std::vector<Change> changes;  ///< in the order in which they were asked for
    bool snapshot = false;
};

class RunControl {
public:
    // For those who ask.

    void pause();
    void resume();
    /// One step that updates `networks`, then holds. Several calls: as many steps.
    void step(Networks networks = Networks::Both);
    /// Up to the end of the epoch in progress, its evaluation included, then holds.
    void epoch();
    /// From the next step on. The value has been validated.
    void change(RunChange::Field field, double value);
    /// A checkpoint at once, which is kept.
    void snapshot();

    // For the thread that trains.

    RunWishes takeWishes();
    /// Nothing is to be trained at present.
    bool held() const;
    /// Whether it is held because the steps that were asked for are done, rather than paused.
    bool stepping() const;
    /// Comes back when it is held no longer, when there are wishes, or when a stop was requested.
    void wait(const std::stop_token& stop);
    /// For the step that begins now: what it is to update; none where there is to be none.
    std::optional<Networks> beginStep();
    void epochEnded();

private:
    enum class Mode { Free, UntilEpochEnds, Steps, Held };

    template <class Change>
    void set(Change change);
    bool isHeld() const { return mode_ == Mode::Held || (mode_ == Mode::Steps && steps_.empty()); }

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Mode mode_ = Mode::Free;
    std::deque<Networks> steps_;  ///< to be made, in Mode::Steps
    RunWishes wishes_;
};

}  // namespace sonoglyph
