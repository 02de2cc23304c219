// Training and testing the judge, LeNet-5, on the images of a data set: MNIST (paper section 5.2.2) or any other.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/data/mnist.h"
#include "core/model/lenet5.h"
#include "core/session/engine.h"

namespace sonoglyph {

/// Errors: Cancelled, those of reading the images and of writing the file, BadOption (nowhere to write it), Incompatible (images with more
/// labels than the data set).
Result<LenetReport> trainLenet5(const LenetRequest& request, const Progress& progress, const std::stop_token& stop);

/// `images` have no label that `net` cannot read.
LenetReport readImages(Lenet5& net, const DigitImages& images);

}  // namespace sonoglyph
