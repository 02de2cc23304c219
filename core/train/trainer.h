// A training run from its first to its last step: a plain function, no thread of its own, asks for stop once a step.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "core/session/training.h"
#include "core/train/learner.h"
#include "core/train/run_control.h"
#include "core/train/run_folder.h"
#include "core/train/weight_snapshot.h"

namespace sonoglyph {

using LearnerFactory = std::function<std::unique_ptr<Learner>(const RunConfig&, const Placement&)>;

/// Runs on the calling thread until the configured end, a stop or an error. A new run starts at step 0, one with a checkpoint goes on
/// from `latest`. What people ask of it comes by `control`. `snapshot` gets the weights with every preview. Never throws. Everything but
/// onFinished() is reported to `observer`. `make`: what is trained; what a run promises does not depend on it. Errors: Cancelled (stopped
/// before the first step), Diverged (the last checkpoint stays as it was, and the run says so from then on: RunFolder::diverged()), those
/// of the data set, those of a damaged checkpoint.
Result<TrainSummary> train(RunFolder& run, TrainObserver& observer, RunControl& control, WeightSnapshot& snapshot,
                           const std::stop_token& stop, const LearnerFactory& make = makeLearner);

}  // namespace sonoglyph
