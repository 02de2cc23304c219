// Training and testing the judge, LeNet-5, on MNIST (paper section 5.2.2).
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/data/mnist.h"
#include "core/model/lenet5.h"
#include "core/session/engine.h"

namespace sonoglyph {

/// Errors: Cancelled, those of reading MNIST and of writing the file.
Result<LenetReport> trainLenet5(const LenetRequest& request, const Progress& progress, const std::stop_token& stop);

LenetReport readDigits(Lenet5& net, const DigitImages& images);

}  // namespace sonoglyph
