// A training run seen from outside: start, watch, pause, go on by steps, change, stop. No LibTorch in sight.
//
// The session owns the thread on which the run happens and joins it when destroyed (which stops the run at the next step, with a
// checkpoint: nothing is lost, the run can be resumed). All TrainObserver functions are called on that thread, one at a time: they must be
// cheap, must not throw and must not wait for the thread that owns the session. The observer must outlive the session.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/byte_image.h"
#include "core/base/result.h"
#include "core/train/metrics.h"
#include "core/train/run_changes.h"

namespace sonoglyph {

/// A live reconstruction grid: the same held-out pairs every time.
struct TrainPreview {
    int epoch = 0;
    std::int64_t step = 0;
    std::vector<ByteImage> real;       ///< 28x28, one a pair
    std::vector<ByteImage> generated;  ///< 28x28, from the mean of z, same order
    std::vector<int> labels;
};

/// Something a person should know about the run: a collapsed posterior, a checkpoint that could not be written.
struct TrainNotice {
    enum class Severity { Info, Warning, Problem };
    Severity severity = Severity::Info;
    std::int64_t step = 0;
    Message message;
};

struct TrainSummary {
    int epoch = 0;  ///< epochs completed
    std::int64_t step = 0;
    bool stopped = false;  ///< by a person, before the configured end; can be resumed
    double accuracy = 0;   ///< of the last evaluated epoch, 0 where none was
    std::filesystem::path run;
};

/// Where the run stands before the first step: how many there will be.
struct TrainPlan {
    std::int64_t stepsPerEpoch = 0;
    std::int64_t totalSteps = 0;
    std::int64_t firstStep = 0;  ///< steps already done (resumed run)
    std::size_t trainPairs = 0, testPairs = 0;
    RunConfig config;                  ///< every default resolved, with the changes up to firstStep
    std::vector<RunChange> changes;    ///< those
    std::vector<TrainNotice> notices;  ///< what the rules of its health have said up to firstStep
};

class TrainObserver {
public:
    virtual ~TrainObserver() = default;
    /// Before the first step: reading data, computing spectrograms. `fraction` 0 to 1.
    virtual void onPreparing(const Message& phase, double fraction) = 0;
    virtual void onPlan(const TrainPlan& plan) = 0;
    virtual void onStep(const StepMetrics& metrics) = 0;
    virtual void onEpoch(const EpochMetrics& metrics) = 0;
    virtual void onPreview(const TrainPreview& preview) = 0;
    virtual void onNotice(const TrainNotice& notice) = 0;
    /// Holds from its step on. A notice says it in words, too.
    virtual void onChange(const RunChange&) {}
    /// Nothing is trained until somebody asks for more: paused, or the steps that were asked for are done.
    virtual void onPaused(std::int64_t /*step*/) {}
    /// The last call of a session.
    virtual void onFinished(const Result<TrainSummary>& result) = 0;
};

/// Any thread may ask; what is asked happens between two steps. What changes the course of the run is kept in its folder, so that a run
/// that goes on from an earlier checkpoint takes the same course (core/train/run_changes.h).
class TrainingSession {
public:
    virtual ~TrainingSession() = default;
    /// With a checkpoint.
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual bool paused() const = 0;
    /// One step that updates `networks`, then a pause; of several calls as many steps.
    virtual void step(Networks networks = Networks::Both) = 0;
    /// To the end of the epoch in progress, its evaluation included, then a pause.
    virtual void epoch() = 0;
    /// From the next step on. Errors: BadOption (what is wrong with the value, as validate() says).
    virtual Result<void> change(RunChange::Field field, double value) = 0;
    /// A checkpoint at once, also in a pause, that is never removed.
    virtual void snapshot() = 0;
    virtual void requestStop() = 0;
    virtual std::filesystem::path run() const = 0;
};

}  // namespace sonoglyph
