#include "app/cli/reproduce_command.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

#include "app/cli/engine.h"
#include "app/cli/own_program.h"
#include "core/base/child_process.h"
#include "core/report/reproduction.h"
#include "core/report/reproduction_report.h"

namespace sonoglyph {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

struct Options {
    ReproductionRequest request;
    std::string epochs = "100";
    bool report = false, paperSplit = false;
};

const char* nameOf(ReproductionProgress::Stage stage)
{
    using Stage = ReproductionProgress::Stage;
    switch (stage) {
    case Stage::Preparing:
        return "reading the data";
    case Stage::Training:
        return "training";
    case Stage::Evaluating:
        return "reading its images";
    case Stage::Zeroing:
        return "zeroing dimensions";
    case Stage::Done:
        return "done";
    case Stage::Failed:
        return "failed";
    }
    return "";
}

std::string leftText(double seconds)
{
    char text[48];
    if (seconds >= 5400)
        std::snprintf(text, sizeof text, ", about %.1f h of training left", seconds / 3600);
    else
        std::snprintf(text, sizeof text, ", about %.0f min of training left", std::max(1.0, seconds / 60));
    return text;
}

/// On a terminal one line that is rewritten; with --json an object at every change of stage and at most one a second between.
class Reporter {
public:
    explicit Reporter(CommandLine& line) : line_(line), progress_(line.progress()) {}

    void operator()(const ReproductionProgress& p)
    {
        using Stage = ReproductionProgress::Stage;
        const bool changed = p.item != item_ || p.stage != stage_;
        item_ = p.item;
        stage_ = p.stage;
        const std::string count = std::to_string(p.done) + " of " + std::to_string(p.items) + " done; ";
        if (!line_.json() && (p.stage == Stage::Done || p.stage == Stage::Failed)) {
            line_.say(p.item + ": " + (p.stage == Stage::Done ? "done" : english(p.trouble)));
            return;
        }
        if (!line_.json()) {
            progress_({"%1", {count + p.item + ": " + nameOf(p.stage) + (p.secondsLeft ? leftText(*p.secondsLeft) : "")}}, p.fraction);
            return;
        }
        if (p.stage == Stage::Preparing) return;
        const auto now = std::chrono::steady_clock::now();
        if (!changed && now - told_ < std::chrono::seconds(1)) return;
        told_ = now;
        Json object{{"event", "progress"},    {"item", p.item}, {"stage", nameOf(p.stage)},
                    {"fraction", p.fraction}, {"done", p.done}, {"items", p.items}};
        if (p.secondsLeft) object["seconds_left"] = *p.secondsLeft;
        if (p.stage == Stage::Failed) object["trouble"] = english(p.trouble);
        (void)line_.print(object, "").ok();  // what cannot be printed ends nothing
    }

private:
    CommandLine& line_;
    Progress progress_;
    std::string item_;
    ReproductionProgress::Stage stage_ = ReproductionProgress::Stage::Preparing;
    std::chrono::steady_clock::time_point told_{};
};

/// The window's program beside this one draws them: the same views that the page shows. Without it there are tables only.
Result<void> drawFigures(CommandLine& line, const fs::path& out)
{
    const fs::path program = ownProgram().parent_path() / "sonoglyph";
    std::error_code ignored;
    if (!fs::exists(program, ignored)) {
        line.say(program.string() + " is not there, so no figures are drawn. The tables are complete.");
        return {};
    }
    ChildCommand command{{program.string(), "--draw-report", out.string()}};
    std::string said;
    command.onError = [&](const std::string& text) { said += (said.empty() ? "" : " ") + text; };
    const auto ended = runChild(command, line.stopToken());
    if (!ended) return ended.error();
    if (ended->status != 0 || ended->signal != 0) line.say("The figures could not be drawn: " + said + " The tables are complete.");
    return {};
}

Result<void> report(CommandLine& line, const fs::path& out)
{
    if (auto drawn = drawFigures(line, out); !drawn) return drawn;
    return writeReport(out);
}

Result<void> run(CommandLine& line, Options& options)
{
    ReproductionRequest& request = options.request;
    const fs::path page = request.out / "report.html";
    std::vector<ReproductionProgress> failed;
    if (!options.report) {
        auto epochs = EpochPlan::parse(options.epochs);
        if (!epochs) return epochs.error();
        request.config.epochs = std::move(*epochs);
        request.config.splits = !options.paperSplit;
        request.version = SONOGLYPH_VERSION;
        auto engine = engineFor(line, request.config.threads);
        if (!engine) return engine.error();
        Reporter reporter(line);
        auto done = reproduce(
            **engine, request, [&](const ReproductionProgress& p) { reporter(p); }, line.stopToken());
        if (!done) {
            // What is measured can be read, whatever ended the rest.
            if (done.error().code == Errc::Cancelled) (void)report(line, request.out).ok();
            return done.error();
        }
        failed = std::move(*done);
    }
    if (auto written = report(line, request.out); !written) return written;
    const auto results = readReproduction(request.out);
    if (!results) return results.error();
    Json names = Json::array();
    std::string text =
        std::to_string(results->runs.size()) + " of " + std::to_string(results->planned.size()) + " trainings measured: " + page.string();
    for (const ReproductionProgress& f : failed) {
        names.push_back(f.item);
        text += "\n" + f.item + ": " + english(f.trouble);
    }
    if (auto printed = line.print({{"event", "report"},
                                   {"report", page.string()},
                                   {"measured", results->runs.size()},
                                   {"planned", results->planned.size()},
                                   {"failed", names}},
                                  text);
        !printed)
        return printed;
    if (failed.empty()) return {};
    std::string which;
    for (const ReproductionProgress& f : failed) which += (which.empty() ? "" : ", ") + f.item;
    return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "Not done: %1. Say the command again to try once more."), {which}}};
}

}  // namespace

void addReproduceCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("reproduce", "Train and measure what the paper reports, and write tables, figures and a report beside its numbers",
                 [&line, options] { return run(line, *options); });
    ReproductionConfig& config = options->request.config;
    command.add_option("--data", config.data, "Folder that holds mnist/, fsdd/recordings/, scd/")->type_name("DIR");
    command.add_option("--out", options->request.out, "New folder, or one to go on with: what is done there is passed over")
        ->required()
        ->type_name("DIR");
    command.add_option("--epochs", options->epochs, "Of everything, then exceptions: 100, or 1,scd=10,fsdd/aivae=8,lenet=5,splits=2")
        ->capture_default_str()
        ->type_name("N,...");
    command.add_option("--only", options->request.only, "Only what begins with one of these names: lenet5, fsdd, scd-aivaegan, ...")
        ->delimiter(',')
        ->type_name("NAME,...");
    command.add_option("--datasets", config.sets, "fsdd, scd")->delimiter(',')->capture_default_str();
    command.add_option("--alpha", config.alphas, "Of AIVAEGAN")->delimiter(',')->type_name("A,...")->capture_default_str();
    command.add_option("--seed", config.seeds, "Several: tables give mean and deviation")
        ->delimiter(',')
        ->type_name("S,...")
        ->capture_default_str();
    command.add_flag("--paper-splits", options->paperSplit, "Leave out the official split and the speakers left out of FSDD");
    command.add_option("--repeats", config.repeats, "Random orders of the zeroing curve")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_option("--lenet", options->request.lenet, "A trained LeNet-5 instead of training one")->type_name("FILE");
    command.add_flag("--report", options->report, "Train and measure nothing: make tables, figures and report anew");
    command.add_option("--device", config.device, "cpu or cuda")->check(CLI::IsMember({"cpu", "cuda"}))->capture_default_str();
    command.add_option("--threads", config.threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
