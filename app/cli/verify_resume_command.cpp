#include "app/cli/verify_resume_command.h"

#include <cstdio>
#include <memory>
#include <random>
#include <set>

#include "app/cli/command_line.h"
#include "app/cli/dataset_options.h"
#include "app/cli/own_program.h"
#include "core/base/atomic_file.h"
#include "core/base/child_process.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_compare.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

/// Small steps and a checkpoint every few seconds: some minutes on two cores, and a kill often meets one being written.
struct Options {
    std::string out, model = "aivae";
    DatasetConfig data;
    int kills = 20, threads = 0, batch = 16;
    std::int64_t steps = 200;
    double checkpointMinutes = 0.02;
    std::uint64_t seed = 1;
};

std::string text(const char* format, double value)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, value);
    return buffer;
}

/// What a process that was killed inside the writing of a checkpoint left; the next one removes it.
std::set<fs::path> tornCheckpoints(const fs::path& folder)
{
    std::set<fs::path> torn;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder / "checkpoints", ignored))
        if (isStaleTemporary(entry.path())) torn.insert(entry.path());
    return torn;
}

/// Where the run stood when it was killed; `before`: what was torn before that process began.
std::string momentOf(const fs::path& folder, const std::set<fs::path>& before)
{
    if (!isRunFolder(folder)) return "before there was a run";
    const auto run = RunFolder::openForReading(folder);
    if (!run) return english(run.error());
    const auto table = readMetricsCsv(run->metricsFile());
    std::string moment = table && !table->steps.empty() ? "at step " + std::to_string(table->steps.back().step) : "before the first step";
    if (table && !table->notes.empty()) moment += ", inside a row";
    for (const fs::path& file : tornCheckpoints(folder))
        if (!before.contains(file)) return moment + ", inside the writing of a checkpoint";
    const auto latest = run->latest();
    if (!latest) return moment + (run->checkpoints().empty() ? ", before the first checkpoint" : ", between a checkpoint and latest");
    const auto progress = run->progressAt(*latest);
    for (const CheckpointFile& c : run->checkpoints())
        if (progress && (c.step > progress->step || c.epoch > progress->epoch)) return moment + ", between a checkpoint and latest";
    return moment;
}

class Verification {
public:
    Verification(CommandLine& line, const Options& options)
        : line_(line), options_(options), straight_(fs::path(options.out) / "undisturbed"), random_(options.seed)
    {
    }

    Result<void> run()
    {
        std::error_code ignored;
        if (fs::exists(options_.out, ignored) && !fs::is_empty(options_.out, ignored))
            return Error{Errc::Unwritable, {SONOGLYPH_TEXT("core", "%1 is not empty. Choose a new folder."), {options_.out}}};
        line_.say("An undisturbed run of " + std::to_string(options_.steps) + " steps ...");
        const auto began = std::chrono::steady_clock::now();
        if (auto trained = train(straight_, std::nullopt); !trained) return trained.error();
        const double whole = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        const auto table = readMetricsCsv(straight_ / "metrics.csv");
        if (!table) return table.error();
        training_ = table->epochs.empty() ? whole : table->epochs.back().seconds;
        startup_ = std::max(0.0, whole - training_);
        line_.say("It took " + text("%.1f s, ", whole) + text("%.1f s of them to start. ", startup_) + "Now the same run, killed " +
                  std::to_string(options_.kills) + " times at random moments (seed " + std::to_string(options_.seed) + ") ...");
        std::string hash;
        int rounds = 0;
        while (killed_ < options_.kills) {
            const fs::path folder = fs::path(options_.out) / ("killed-" + std::to_string(++rounds));
            if (auto done = round(folder); !done) return done;
            const auto compared = compareRuns(straight_, folder);
            if (!compared) return compared.error();
            if (compared->difference)
                return Error{Errc::Incompatible,
                             {SONOGLYPH_TEXT("core", "The killed run did not come to the same as the undisturbed one: %1"),
                              {english(*compared->difference)}}};
            hash = compared->hash;
        }
        const Json object{{"identical", true}, {"kills", killed_},        {"hash", hash},         {"model", options_.model},
                          {"rounds", rounds},  {"steps", options_.steps}, {"seed", options_.seed}};
        return line_.print(object, "Killed " + std::to_string(killed_) +
                                       " times and resumed, the run came to the same as the undisturbed " + "one: all tensors (" + hash +
                                       ") and all rows of metrics.csv.");
    }

private:
    /// One run from its start to its end, killed until there have been enough kills. It may end earlier: then another round follows.
    Result<void> round(const fs::path& folder)
    {
        for (;;) {
            const int left = options_.kills - killed_;
            std::optional<std::chrono::duration<double>> after;
            if (left > 0) after = std::chrono::duration<double>(random() * (startup_ + 2 * training_ * toDo(folder) / (left + 1)));
            const auto before = tornCheckpoints(folder);
            const auto ended = train(folder, after);
            if (!ended) return ended.error();
            if (!*ended) return {};
            ++killed_;
            line_.say("kill " + std::to_string(killed_) + " of " + std::to_string(options_.kills) +
                      text(" after %.2f s: ", after->count()) + momentOf(folder, before));
        }
    }

    /// The same on every machine.
    double random() { return double(random_() >> 11) * 0x1p-53; }

    /// Share of the steps that are still to be done.
    double toDo(const fs::path& folder) const
    {
        const auto run = RunFolder::openForReading(folder);
        if (!run) return 1;
        const auto latest = run->latest();
        if (!latest) return 1;
        const auto progress = run->progressAt(*latest);
        return progress ? 1 - double(progress->step) / double(options_.steps) : 1;
    }

    /// Begins the run in `folder` or goes on with it. Gives whether it was killed.
    Result<bool> train(const fs::path& folder, std::optional<std::chrono::duration<double>> killAfter)
    {
        ChildCommand command{{ownProgram(), "train", "--json"}};
        if (isRunFolder(folder))
            command.line.insert(command.line.end(), {"--resume", folder});
        else
            command.line.insert(command.line.end(), {"--out",
                                                     folder,
                                                     "--model",
                                                     options_.model,
                                                     "--dataset",
                                                     options_.data.name,
                                                     "--split",
                                                     options_.data.split,
                                                     "--data",
                                                     options_.data.folder,
                                                     "--batch",
                                                     std::to_string(options_.batch),
                                                     "--max-steps",
                                                     std::to_string(options_.steps),
                                                     "--epochs",
                                                     "9999",
                                                     "--threads",
                                                     std::to_string(options_.threads),
                                                     "--checkpoint-minutes",
                                                     std::to_string(options_.checkpointMinutes)});
        std::string last;
        command.onError = [&](const std::string& line) { last = line; };
        command.killAfter = killAfter;
        const auto end = runChild(command, line_.stopToken());
        if (!end) return end.error();
        if (line_.stopToken().stop_requested()) return cancelled();
        if (end->signal == SIGKILL && killAfter) return true;
        if (end->signal != 0 || end->status != 0)
            return Error{Errc::Unavailable,
                         {SONOGLYPH_TEXT("core", "The training in %1 failed: %2"),
                          {folder.string(), end->signal != 0 ? "signal " + std::to_string(end->signal) : last}}};
        return false;
    }

    CommandLine& line_;
    const Options& options_;
    const fs::path straight_;
    std::mt19937_64 random_;
    double startup_ = 0, training_ = 0;  ///< of the undisturbed run, in seconds
    int killed_ = 0;
};

}  // namespace

void addVerifyResumeCommand(CommandLine& line)
{
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("verify-resume", "Kill a training at random moments, resume it, and compare it with an undisturbed one", [&line, options] {
            if (options->data.folder.empty()) options->data.folder = defaultDataFolder();
            return Verification(line, *options).run();
        });
    command.add_option("--out", options->out, "New folder for the runs that are compared")->type_name("DIR")->required();
    command.add_option("--model", options->model, "aivae or aivaegan")->check(CLI::IsMember({"aivae", "aivaegan"}));
    addDatasetOptions(command, options->data);
    command.add_option("--kills", options->kills, "How often")->type_name("N")->check(CLI::Range(1, 100'000));
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
    command.add_option("--max-steps", options->steps, "Length of the run")->type_name("N")->check(CLI::Range(1, 1'000'000));
    command.add_option("--batch", options->batch, "Pairs a step")->type_name("N");
    command.add_option("--checkpoint-minutes", options->checkpointMinutes, "Between two checkpoints inside an epoch")->type_name("M");
    command.add_option("--seed", options->seed, "Of the moments of the kills")->type_name("S");
}

}  // namespace sonoglyph
