// Commands of others that a command of ours runs.
#pragma once

#include <string>

#include "core/base/result.h"

namespace sonoglyph {

/// Runs `command` with the shell and waits for its end. Gives the number in the last line that it prints. Errors: Unavailable (it cannot
/// be run or fails), Corrupt (the last line is no number).
Result<double> lastNumberOf(const std::string& command);

}  // namespace sonoglyph
