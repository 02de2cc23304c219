// Results of an evaluation as JSON: what reproduce and evaluate write, and what reports are made from. Pictures are not in it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/latent/zeroing_curve.h"
#include "core/session/evaluation_details.h"

namespace sonoglyph {

nlohmann::ordered_json toJson(const Evaluation& evaluation);
/// Errors: Corrupt. The details are there if they were written; without pictures.
Result<Evaluation> evaluationFromJson(const nlohmann::json& json);

nlohmann::ordered_json toJson(const ZeroingCurve& curve);
Result<ZeroingCurve> zeroingCurveFromJson(const nlohmann::json& json);

}  // namespace sonoglyph
