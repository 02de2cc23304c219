// The queue of a sweep on the command line: core/session/sweep_queue.h with its progress on stderr and its events on stdout.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace sonoglyph {

class CommandLine;

/// Works through the sweep in `folder`. With --json every event of a run is one object, its "run" the run's name. Errors: those of
/// runSweep(); Cancelled; where runs failed, an error that names them.
Result<void> workSweep(CommandLine& line, const std::filesystem::path& folder);

}  // namespace sonoglyph
