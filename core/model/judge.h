// Which LeNet-5 reads the images of a data set: the built-in one reads MNIST's digits, others are trained on their images.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/data/dataset_config.h"
#include "core/model/lenet5.h"

namespace sonoglyph {

/// `file`, or where it is empty the one that was trained on the images of `data`: the built-in one for MNIST's, else the one beside the
/// description of an own data set. Errors: those of loadLenet5(); NotFound (says how to train one); Incompatible (it reads another number
/// of labels than the data set has).
Result<Lenet5> loadJudge(const std::filesystem::path& file, const DatasetConfig& data);

}  // namespace sonoglyph
