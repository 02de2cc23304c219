// Another program, run to its end: its lines are heard as they come, it can be asked to stop, and it does not outlive us.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

struct ChildCommand {
    std::vector<std::string> line;  ///< the executable's path, then its arguments
    /// A line of its standard output or error, without the newline. Called on the thread of runChild().
    std::function<void(const std::string&)> onOutput = {}, onError = {};
    std::optional<std::chrono::duration<double>> killAfter = {};  ///< SIGKILL so long after the start
};

struct ChildEnd {
    int status = 0;  ///< what it exited with; 0 where a signal ended it
    int signal = 0;  ///< that ended it, else 0
};

/// Comes back when the program has ended and everything it said was heard. A stop sends it one SIGTERM. The program is in a process group
/// of its own, so that Ctrl-C on a terminal does not reach it as well; when this process ends in any way, it gets a SIGTERM too. Its
/// standard input is empty. Any thread, several at once. Errors: Unavailable (it cannot be run).
Result<ChildEnd> runChild(const ChildCommand& command, const std::stop_token& stop);

}  // namespace sonoglyph
