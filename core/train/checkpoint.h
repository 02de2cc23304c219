// The state of a run at one step, in one file: enough to go on as if nothing had happened.
#pragma once

#include <filesystem>

#include "core/train/health.h"
#include "core/train/learner.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// Where a run stands beside its learner's tensors.
struct TrainPosition {
    std::int64_t step = 0;  ///< steps done
    int epoch = 0;          ///< epochs completed
    double seconds = 0;     ///< spent so far
    /// Sums over the steps of the epoch in progress, for its means.
    double sumTotal = 0, sumReconstruction = 0, sumKl = 0;
    std::int64_t sumSteps = 0;
    double accuracy = 0, accuracyMean = 0;  ///< of the last evaluation
    std::int64_t evaluatedStep = 0;         ///< of the last evaluation
    HealthState health;
    std::string device;  ///< that a checkpoint was computed on; its configuration tells
};

/// `state` of the learner, with what its model knows of the training recordings (Learner::reference()). Errors: those of writing a file.
Result<void> writeCheckpoint(const std::filesystem::path& file, const RunConfig& config, const TensorDict& state,
                             const TrainPosition& position);

/// The weights alone, small, for the run's history (run_history.h). Errors: those of writing a file.
Result<void> writeHistory(const std::filesystem::path& file, const RunConfig& config, const TensorDict& state,
                          const TrainPosition& position);

/// Errors: those of openModelFile(); Incompatible where the file is no checkpoint of such a run.
Result<TrainPosition> readCheckpoint(const std::filesystem::path& file, const RunConfig& config, Learner& learner);

}  // namespace sonoglyph
