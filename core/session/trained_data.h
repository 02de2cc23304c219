// Where the data set of a model lies now.
#pragma once

#include <filesystem>

#include "core/train/run_config.h"

namespace sonoglyph {

/// The data set that a model was trained on, in `folder`; empty: where it was, if that is there, else defaultDataFolder().
DatasetConfig trainedOn(const RunConfig& config, const std::filesystem::path& folder);

}  // namespace sonoglyph
