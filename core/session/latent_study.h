// A model's latent space over a whole data set: opens what Engine::mapCodes() and Engine::zeroingCurve() need. Inside the core only.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/model/model_file.h"
#include "core/session/latent_request.h"

namespace sonoglyph {

/// What Engine::mapCodes() gives of `model`, whatever `request` names.
Result<LatentMap> studyCodes(LoadedModel model, const MapRequest& request, const Progress& progress, const std::stop_token& stop);

/// What Engine::zeroingCurve() gives of `model`, whatever `request` names.
Result<ZeroingCurve> studyZeroing(LoadedModel model, const ZeroingRequest& request, const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
