#include "app/cli/command_line.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>

#include "core/base/atomic_file.h"

namespace sonoglyph {

CommandLine::CommandLine() : app_("Hear a spoken digit, see it drawn.", "sonoglyph-cli"), terminal_(isatty(STDERR_FILENO))
{
    app_.require_subcommand(1);
    app_.set_version_flag("--version", SONOGLYPH_VERSION);
    app_.get_formatter()->column_width(34);
}

CLI::App& CommandLine::add(const std::string& name, const std::string& description, Job job)
{
    CLI::App& command = *app_.add_subcommand(name, description);
    command.add_flag("--json", json_, "Print JSON on standard output, and nothing else there");
    command.callback([this, job = std::move(job)] { job_ = job; });
    return command;
}

int CommandLine::run(int argc, char** argv)
{
    try {
        app_.parse(argc, argv);
    } catch (const CLI::Success& answer) {  // --help, --version
        return app_.exit(answer) == 0 && std::fflush(stdout) == 0 ? exitDone : exitFailed;
    } catch (const CLI::ParseError& error) {
        const auto commands = app_.get_subcommands();
        const std::string name = commands.empty() ? app_.get_name() : app_.get_name() + " " + commands.front()->get_name();
        const bool unknown = commands.empty() && !app_.remaining().empty();
        const std::string reason = unknown ? "there is no command " + app_.remaining().front() : error.what();
        say(name + ": " + reason + ". See " + name + " --help.");
        return exitUsage;
    }
    signals_.emplace();
    try {
        return finish(job_());
    } catch (const std::bad_alloc&) {
        return finish(Error{Errc::OutOfMemory, {"There is not enough memory for this. Close other programs or ask for less.", {}}, ""});
    } catch (const std::exception& error) {
        return finish(Error{Errc::Internal, {"A fault of the program: %1. Please report it.", {error.what()}}, ""});
    }
}

int CommandLine::finish(const Result<void>& result)
{
    {
        const std::lock_guard lock(mutex_);
        clearProgress();
    }
    if (result) return exitDone;
    const Error& error = result.error();
    // The details of a bad option are its name.
    const std::string option = error.code == Errc::BadOption && !error.details.empty() ? error.details + ": " : "";
    std::string line = app_.get_name() + ": " + option + english(error);
    const bool obscure = error.code == Errc::Corrupt || error.code == Errc::Unavailable || error.code == Errc::Internal;
    if (obscure && !error.details.empty()) line += " (" + error.details + ")";
    for (char& c : line)
        if (c == '\n') c = ' ';
    say(line);
    switch (error.code) {
    case Errc::BadOption:
        return exitUsage;
    case Errc::Cancelled:
        return exitStopped;
    default:
        return exitFailed;
    }
}

Result<void> CommandLine::print(const nlohmann::ordered_json& object, std::string_view text)
{
    const std::lock_guard lock(mutex_);
    clearProgress();
    std::string out = json_ ? object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : std::string(text);
    out += '\n';
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0)
        return writeError("standard output", errno);
    return {};
}

void CommandLine::say(std::string_view text)
{
    const std::lock_guard lock(mutex_);
    clearProgress();
    std::fprintf(stderr, "%.*s\n", int(text.size()), text.data());
}

Progress CommandLine::progress()
{
    return [this](const Message& phase, double fraction) { showProgress(english(phase), fraction); };
}

void CommandLine::showProgress(const std::string& phase, double fraction)
{
    const std::lock_guard lock(mutex_);
    if (!terminal_) {
        if (phase != lastPhase_) std::fprintf(stderr, "%s\n", phase.c_str());
        lastPhase_ = phase;
        return;
    }
    const std::string line = phase + " " + std::to_string(int(fraction * 100)) + " %";
    if (line == shown_) return;
    shown_ = line;
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
}

void CommandLine::clearProgress()
{
    if (shown_.empty()) return;
    std::fputs("\r\x1b[K", stderr);
    shown_.clear();
}

}  // namespace sonoglyph
