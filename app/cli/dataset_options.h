// The options that name a data set: --dataset, --data, --split, --seed. Shared by every command that reads pairs.
#pragma once

#include "app/cli/command_line.h"
#include "core/data/dataset_config.h"

namespace sonoglyph {

/// `config` is filled in when the line is parsed and must outlive it. Wrong names are refused with those that exist.
/// A built-in data set, or a name that an own one may have.
CLI::Validator datasetName();

void addDatasetOptions(CLI::App& command, DatasetConfig& config);

}  // namespace sonoglyph
