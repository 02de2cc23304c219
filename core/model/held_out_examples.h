// Held-out recordings as a model hears them, for its file: two of every digit, drawn by the data set's seed. Models that were trained on
// the same split have the same examples, and can be compared where the recordings are not at hand. Posteriors are rounded to a thousandth.
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/data/paired_dataset.h"
#include "core/model/vae.h"
#include "core/session/decoder.h"

namespace sonoglyph {

inline constexpr int examplesPerLabel = 2;

/// In the order of their digits. `spectrograms` [recordings, 1, 48, 48] of the data set. Puts `vae` in evaluation mode.
std::vector<ExampleCode> heldOutExamples(Vae& vae, const PairedDataset& dataset, const torch::Tensor& spectrograms);

/// [{"recording", "digit", "mean", "log_variance"}]
nlohmann::json toJson(const std::vector<ExampleCode>& examples);
/// Errors: Incompatible (codes of another size than `latent`, values that are no numbers).
Result<std::vector<ExampleCode>> examplesFromJson(const nlohmann::json& json, int latent);

}  // namespace sonoglyph
