#include "app/cli/sweep_job.h"

#include <algorithm>
#include <cstdio>

#include "app/cli/command_line.h"
#include "app/cli/own_program.h"
#include "core/session/sweep_queue.h"

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;
using How = SweepRunEnd::How;

/// An event of a run for people.
std::string told(const Json& event)
{
    const std::string what = event.value("event", ""), step = std::to_string(event.value("step", std::int64_t(0)));
    if (what != "epoch") return what + " after step " + step;
    char text[160];
    std::snprintf(text, sizeof text, "epoch %d, step %s: LeNet-5 reads %.2f %% of images from samples, %.2f %% from means",
                  event.value("epoch", 0), step.c_str(), 100 * event.value("accuracy", 0.0), 100 * event.value("accuracy_mean", 0.0));
    return text;
}

class Reporter : public SweepObserver {
public:
    explicit Reporter(CommandLine& line) : line_(line) {}

    void onRun(const std::string& run, SweepRunState::Stage before) override
    {
        using Stage = SweepRunState::Stage;
        if (before == Stage::Diverged) return;  // onEnd() says why
        line_.say(run + (before == Stage::Finished ? ": is finished" : before == Stage::Missing ? ": begins" : ": goes on"));
    }

    void onEvent(const std::string& run, const std::string& text) override
    {
        Json event = Json::parse(text, nullptr, false);
        if (!event.is_object()) return;
        if (event.contains("run")) event["folder"] = event["run"];
        Json object{{"run", run}};
        object.update(event);
        object["run"] = run;
        (void)line_.print(object, run + ": " + told(event)).ok();  // what cannot be printed does not end a training
    }

    void onLine(const std::string& run, const std::string& text) override { line_.say(run + ": " + text); }
    void onEnd(const SweepRunEnd& end) override
    {
        if (end.how == How::PassedOver) line_.say(end.run + ": is left as it is, since it diverged: " + end.reason);
    }

private:
    CommandLine& line_;
};

const char* keyOf(How how)
{
    switch (how) {
    case How::Finished:
        return "finished";
    case How::Stopped:
        return "stopped";
    case How::PassedOver:
        return "diverged";
    case How::Failed:
        break;
    }
    return "failed";
}

Result<void> tell(CommandLine& line, const std::filesystem::path& folder, const std::vector<SweepRunEnd>& ends)
{
    Json names{{"finished", Json::array()}, {"stopped", Json::array()}, {"failed", Json::array()}, {"diverged", Json::array()}};
    std::string reasons;
    for (const SweepRunEnd& end : ends) {
        names[keyOf(end.how)].push_back(end.run);
        if (end.how == How::Failed) reasons += (reasons.empty() ? "" : " ") + end.run + ": " + end.reason;
    }
    const auto count = [&](How how) { return std::count_if(ends.begin(), ends.end(), [how](const auto& end) { return end.how == how; }); };
    const bool stopped = line.stopToken().stop_requested();
    std::string text = std::to_string(count(How::Finished)) + " of " + std::to_string(ends.size()) + " runs are finished";
    if (const auto left = count(How::PassedOver); left > 0)
        text += ", " + std::to_string(left) + " diverged (try one again with --only NAME --lr L)";
    text += stopped ? "; go on with: sonoglyph-cli train --resume " + folder.string() : "; they are in " + folder.string();
    Json object{{"event", stopped ? "stopped" : "finished"}, {"sweep", folder.string()}};
    object.update(names);
    if (auto printed = line.print(object, text); !printed) return printed;
    if (count(How::Failed) > 0 && !stopped)
        return Error{Errc::Unavailable,
                     {SONOGLYPH_TEXT("core", "%1 of %2 runs failed. %3"),
                      {std::to_string(count(How::Failed)), std::to_string(ends.size()), reasons}}};
    if (count(How::Failed) > 0) line.say(reasons);
    return stopped ? Result<void>(cancelled()) : Result<void>();
}

}  // namespace

Result<void> workSweep(CommandLine& line, const std::filesystem::path& folder)
{
    Reporter reporter(line);
    const auto ends = runSweep(folder, ownProgram(), reporter, line.stopToken());
    return ends ? tell(line, folder, *ends) : ends.error();
}

}  // namespace sonoglyph
