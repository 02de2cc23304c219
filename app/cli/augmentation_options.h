// The options that say how recordings are changed while a model trains: --augment and one for each change.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/cli/command_line.h"
#include "core/data/augmentation_params.h"

namespace sonoglyph {

struct AugmentationOptions {
    std::string preset = "none";
    std::vector<std::pair<double AugmentationParams::*, double>> changes;  ///< on top of the preset

    /// A change without a preset is meant for every recording.
    AugmentationParams params() const;
};

/// `options` is filled in when the line is parsed and must outlive it.
void addAugmentationOptions(CLI::App& command, AugmentationOptions& options);

}  // namespace sonoglyph
