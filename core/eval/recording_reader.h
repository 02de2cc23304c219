// Every recording of a data set read by a model, whether it learned from it or not.
#pragma once

#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model_file.h"
#include "core/session/doubtful_labels.h"

namespace sonoglyph {

/// One a recording of `set`, in its order. Errors: Incompatible (other labels than the set's), those of the model, of loadJudge() and of
/// spectrogramsOf(), Cancelled.
Result<std::vector<SoundReading>> readRecordings(OpenModelFile opened, const RecordingSet& set, const Progress& progress,
                                                 const std::stop_token& stop);

}  // namespace sonoglyph
