// What of a run lies on the disk while it trains: the rows of its metrics, its changes, checkpoints and previews.
//
// Checkpoints are written by a thread of their own. A disk that is full or gone does not end the training: it is said once, everything
// waits in memory, and it is tried again every minute. No checkpoint is ever ahead of its rows or of its changes. Inside the core only.
#pragma once

#include <chrono>
#include <functional>

#include "core/session/training.h"
#include "core/train/checkpoint_writer.h"
#include "core/train/learner.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

/// What a saver watches; all of it outlives the saver.
struct SavedRun {
    RunFolder& run;
    const RunConfig& config;
    const TrainPosition& at;        ///< where the run stands
    Learner& learner;               ///< whose state is saved
    const torch::Tensor& compared;  ///< spectrograms of training recordings that checkpoints know
    std::int64_t stepsPerEpoch;
};

/// For the one thread that trains.
class RunSaver {
public:
    using Tell = std::function<void(TrainNotice::Severity, const Message&)>;

    /// What is on the disk at this moment is `what.at`.
    RunSaver(const SavedRun& what, MetricsCsvWriter rows, RunChanges changes, Tell tell);
    ~RunSaver();

    template <class Metrics>
    void add(const Metrics& row)
    {
        if (auto added = rows_.add(row); !added) trouble(added.error());
    }
    /// What a person wants now, in the order of steps. What was recorded for that step and later ones is forgotten: it belongs to the
    /// course that the run took before it went on from an earlier checkpoint.
    void add(const RunChange& change);
    const RunChanges& changes() const { return changes_; }
    /// The step of the last add(); 0 before the first.
    std::int64_t lastAdded() const { return lastAdded_; }

    /// Time for a checkpoint inside an epoch.
    bool due() const;
    /// Hands the present state to the writer's thread; heed() hears what becomes of it.
    Result<void> save(std::optional<EpochPreview> preview = {});
    /// Comes back when the present state is on the disk. The second attempt puts back what was removed since the last checkpoint.
    Result<void> keep();
    /// Comes back when the present state is in a checkpoint that is kept for good; gives its file.
    Result<std::filesystem::path> snapshot();
    /// Says what went wrong with the writes since the last call, or that they work again. Gives what became of the last one.
    Result<void> heed();
    /// Comes back when nothing is being written.
    void wait() { writer_->wait(); }

private:
    bool isSaved() const;
    Result<void> submit(const std::filesystem::path& file, std::optional<EpochPreview> preview);
    Result<void> ready();
    Result<void> writeChanges();
    Result<void> put(const CheckpointOrder& order, const TensorDict& state);
    void trouble(const Error& error);

    SavedRun what_;
    MetricsCsvWriter rows_;
    RunChanges changes_;
    bool changesWait_ = false;  ///< they are not on the disk
    std::int64_t lastAdded_ = 0;
    Tell tell_;
    TrainPosition saved_;
    bool trouble_ = false;                             ///< the last attempt to write failed
    std::chrono::steady_clock::time_point attempted_;  ///< to save
    double bestAccuracy_ = -1;                         ///< of the checkpoint that `best` names; the writer's thread's own
    std::optional<CheckpointWriter> writer_;           ///< last: its thread uses the rest
};

}  // namespace sonoglyph
