// What every command of sonoglyph-cli shares: where output goes, how it ends, how it is stopped.
//
// Results go to stdout, everything else to stderr. With --json, stdout holds JSON objects alone, one a line; a failed command writes none.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/stop_signals.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;     ///< with one line on stderr that names the file and says what to do
inline constexpr int exitUsage = 2;      ///< the same for an option
inline constexpr int exitStopped = 130;  ///< Ctrl-C

class CommandLine {
public:
    /// What a command does. Runs in the main thread after the whole line was understood. An Error becomes one line on stderr and the exit
    /// status: BadOption 2, Cancelled 130, any other 1.
    using Job = std::function<Result<void>()>;

    CommandLine();

    /// A command of the given name with --help and --json. The job's options live in whatever it captures.
    CLI::App& add(const std::string& name, const std::string& description, Job job);

    int run(int argc, char** argv);

    // For jobs.
    bool json() const { return json_; }
    /// Whether stderr is a terminal.
    bool interactive() const { return terminal_; }
    /// One result: `object` on a line of its own with --json, else `text` (a newline is added). Errors: Unwritable, DiskFull (stdout).
    Result<void> print(const nlohmann::ordered_json& object, std::string_view text);
    /// A line for people on stderr. Any thread.
    void say(std::string_view text);
    /// Shows how far a job is on stderr: one line that is rewritten on a terminal, elsewhere a line a phase. Any thread; may be copied, but
    /// not used after this object is gone.
    Progress progress();
    /// Stopped by Ctrl-C. Any thread.
    std::stop_token stopToken() const { return signals_->token(); }

private:
    int finish(const Result<void>& result);
    void showProgress(const std::string& phase, double fraction);
    void clearProgress();

    CLI::App app_;
    bool json_ = false;
    Job job_;
    std::optional<StopSignals> signals_;
    bool terminal_ = false;
    std::mutex mutex_;       ///< guards stderr and what follows
    std::string shown_;      ///< the progress line as it stands
    std::string lastPhase_;  ///< where no terminal is
};

}  // namespace sonoglyph
