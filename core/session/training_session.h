// The TrainingSession of core/session/training.h: a thread around train(). Inside the core only.
#pragma once

#include <memory>

#include "core/session/training.h"
#include "core/train/run_folder.h"
#include "core/train/weight_snapshot.h"

namespace sonoglyph {

/// `run` is locked by the session until it is destroyed or the run has ended. The session keeps `snapshot` fresh and alive.
std::unique_ptr<TrainingSession> startTraining(RunFolder run, TrainObserver& observer, std::shared_ptr<WeightSnapshot> snapshot);

}  // namespace sonoglyph
