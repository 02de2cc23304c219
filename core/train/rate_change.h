// A run that stopped, or diverged, goes on with another learning rate. Knows no LibTorch.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace sonoglyph {

/// The learning rate that holds after the run's latest checkpoint. Errors: those of reading the run.
Result<double> learningRateOf(const std::filesystem::path& run);
/// From the latest checkpoint on the rate is `rate`; what was changed after it is forgotten. Errors: BadOption (no rate), Busy, those of
/// reading and writing the run.
Result<void> changeLearningRate(const std::filesystem::path& run, double rate);

}  // namespace sonoglyph
