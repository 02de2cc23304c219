// Walks through one step of training on one pair without updating anything: see core/session/step_trace.h.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/discriminator.h"
#include "core/model/model_file.h"
#include "core/session/step_trace.h"

namespace sonoglyph {

struct PairedDataset;

/// `vae` and `discriminator` (may be null) are taken as they stand in evaluation mode: one pair has no batch statistics. `description`: of
/// the model, whose objective counts. Errors: NotFound (no training pair of this digit).
Result<StepTrace> traceStep(Vae& vae, Discriminator* discriminator, const ModelDescription& description, const PairedDataset& dataset,
                            const StepTraceRequest& request);

}  // namespace sonoglyph
