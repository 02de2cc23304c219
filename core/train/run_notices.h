// What the rules of core/train/health.h have said of a run: notices.jsonl in its folder, so that it can be told again later.
//
//     {"step": 612, "severity": "warning", "text": "...%1...", "arguments": ["512"]}
//
// A line each, appended whole, by step. A last line that is torn is left out. Knows no LibTorch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/session/training.h"

namespace sonoglyph {

/// No file: nothing was said. Errors: Unreadable, Corrupt (names the line).
Result<std::vector<TrainNotice>> readRunNotices(const std::filesystem::path& file);
/// Errors: those of writing.
Result<void> appendRunNotice(const std::filesystem::path& file, const TrainNotice& notice);
/// For a run that goes on after `step`: what was said later will be said again. Errors: those of reading and writing.
Result<void> forgetRunNotices(const std::filesystem::path& file, std::int64_t step);

}  // namespace sonoglyph
