// Whether two runs came to the same: what "resumed as if never stopped" and "same seed, same bytes" mean.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace sonoglyph {

struct RunComparison {
    std::string hash;                   ///< content hash of the first run's latest checkpoint
    std::optional<Message> difference;  ///< the first one; none: identical
};

/// Compares the latest checkpoints (every tensor, to the bit) and the rows of metrics.csv (all columns but seconds and
/// samples_per_second, which no two runs share). Errors: those of reading.
Result<RunComparison> compareRuns(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace sonoglyph
