// The core's engine for a command: loaded, with its number of threads set, its warning said.
#pragma once

#include "app/cli/command_line.h"
#include "core/session/engine.h"

namespace sonoglyph {

/// `threads` 0: as many as there are cores.
Result<Engine*> engineFor(CommandLine& line, int threads);

}  // namespace sonoglyph
