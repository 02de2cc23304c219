// What the paper reports (Zelaszczyk & Mandziuk, "Audio-to-Image Cross-Modal Generation", 2021), to stand beside our own numbers.
#pragma once

#include <optional>
#include <string_view>

#include "core/train/run_config.h"

namespace sonoglyph {

/// LeNet-5's accuracy on real images of MNIST test (section 5.2.2).
inline constexpr double paperLenet = 0.987;
/// Recordings of the ten digits in the Speech Commands that the paper used (section 5.1.2).
inline constexpr int paperScdRecordings = 23666;

/// LeNet-5's accuracy on images drawn for the test set: tables 4 and 5. `set`: fsdd, scd. None where the paper has no such cell.
std::optional<double> paperAccuracy(ModelKind model, std::string_view set, double alpha);

/// By how much of itself the error rate falls from alpha 0.2 to 2 (section 5.2.2): 0.70 for fsdd, 0.44 for scd.
std::optional<double> paperErrorDrop(std::string_view set);

}  // namespace sonoglyph
