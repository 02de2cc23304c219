// A training worked to its end on the calling thread: begun, or gone on with where it was stopped.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "core/base/result.h"
#include "core/session/engine.h"

namespace sonoglyph {

/// Called on the session's thread, after every step; must be cheap.
using StepListener = std::function<void(const TrainPlan&, const StepMetrics&)>;

/// `run` is made, or is a run folder of the same training (sameTraining()): a finished one is left as it is. A stop leaves a checkpoint to
/// go on from. Gives the checkpoint it ended with. Errors: those of Engine::train() and resume(), Incompatible (another training lies
/// there), Diverged, Cancelled.
Result<std::filesystem::path> trainToEnd(Engine& engine, const RunConfig& config, const std::filesystem::path& run,
                                         const StepListener& onStep, const std::stop_token& stop);

}  // namespace sonoglyph
