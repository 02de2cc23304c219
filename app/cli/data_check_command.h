// `sonoglyph-cli data check NAME`: what a data set's recordings are like and what a score on a split of them means.
#pragma once

#include <string>

#include "app/cli/command_line.h"
#include "core/data/dataset_config.h"

namespace sonoglyph {

struct DataCheckOptions {
    DatasetConfig dataset;
    std::string csv;    ///< a line a recording goes there; empty: nowhere
    std::string model;  ///< reads every recording, so that doubtful labels are found; empty: nobody does
    int threads = 0;
};

/// Loads LibTorch only where a model is to read.
Result<void> checkData(CommandLine& line, const DataCheckOptions& options);

}  // namespace sonoglyph
