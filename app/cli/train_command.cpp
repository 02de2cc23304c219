#include "app/cli/train_command.h"

#include <cstdio>
#include <functional>
#include <future>
#include <memory>

#include "app/cli/augmentation_options.h"
#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"
#include "app/cli/sweep_job.h"
#include "core/train/rate_change.h"
#include "core/train/run_folder.h"
#include "core/train/sweep.h"

namespace sonoglyph {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Options {
    RunConfig config;
    std::string model = "aivae", time = "stretch", initialisation = "he", adversarial = "non-saturating", reconstruction = "sum", kl,
                schedule = "constant";
    AugmentationOptions augmentation;
    bool plain = false;  ///< --no-standardise
    std::vector<double> alphas{1.0};
    std::vector<std::uint64_t> seeds{1};
    int parallel = 0;  ///< 0: no sweep unless there are several alphas or seeds
    std::string out, resume, only, device;
};

template <class... Values>
std::string format(const char* how, Values... values)
{
    char text[256];
    std::snprintf(text, sizeof text, how, values...);
    return text;
}

std::string minutes(double seconds) { return format("%d:%02d min", int(seconds) / 60, int(seconds) % 60); }

/// Says what happens on stderr, and with --json one object an epoch on stdout. Called on the training thread.
class Reporter : public TrainObserver {
public:
    explicit Reporter(CommandLine& line) : line_(line), progress_(line.progress()) {}

    std::future<Result<TrainSummary>> finished() { return finished_.get_future(); }

    void onPreparing(const Message& phase, double fraction) override { progress_(phase, fraction); }

    void onPlan(const TrainPlan& plan) override
    {
        plan_ = plan;
        line_.say("minimised: " + objectiveOf(plan.config));
        line_.say(std::to_string(plan.trainPairs) + " pairs to train on, " + std::to_string(plan.testPairs) + " held out; " +
                  std::to_string(plan.totalSteps - plan.firstStep) + " steps of " + std::to_string(plan.config.batch));
    }

    void onStep(const StepMetrics& m) override
    {
        const double left = m.samplesPerSecond > 0 ? double(plan_.totalSteps - m.step) * plan_.config.batch / m.samplesPerSecond : 0;
        const std::string text = format("epoch %d, step %lld of %lld: loss %.4g", m.epoch, static_cast<long long>(m.step),
                                        static_cast<long long>(plan_.totalSteps), m.total) +
                                 termsOf(m) + format("; %.0f samples/s; ", m.samplesPerSecond) + minutes(left) + " left";
        if (line_.interactive())
            progress_({"%1", {text}}, double(m.step) / double(plan_.totalSteps));
        else if (m.step % 100 == 0)
            line_.say(text);
    }

    void onEpoch(const EpochMetrics& m) override
    {
        const std::string text = format("epoch %d, step %lld: ", m.epoch, static_cast<long long>(m.step)) +
                                 (hears() ? hearing(m) : drawing(m)) + "; " + minutes(m.seconds);
        Json object{{"event", "epoch"},
                    {"epoch", m.epoch},
                    {"step", m.step},
                    {"train", {{"total", m.trainTotal}, {"reconstruction", m.trainReconstruction}, {"kl", m.trainKl}}},
                    {"test", {{"total", m.testTotal}, {"reconstruction", m.testReconstruction}, {"kl", m.testKl}}},
                    {"accuracy", m.accuracy},
                    {"accuracy_mean", m.accuracyMean},
                    {"active_units", m.activeUnits},
                    {"seconds", m.seconds}};
        if (m.diversity) object["diversity"] = *m.diversity;
        // What cannot be printed does not end a training.
        (void)line_.print(object, text).ok();
    }

    void onPreview(const TrainPreview&) override {}
    void onNotice(const TrainNotice& notice) override { line_.say(english(notice.message)); }
    void onFinished(const Result<TrainSummary>& result) override { finished_.set_value(result); }

private:
    bool hears() const { return plan_.config.model == ModelKind::Classifier; }

    std::string termsOf(const StepMetrics& m) const
    {
        std::string text;
        if (!hears()) text = format(", reconstruction %.1f, KL %.1f nats (weight %.3g)", m.reconstruction, m.kl, m.klWeight);
        if (const auto& d = m.discriminator)
            text += format(", adversarial %.2f, D(real) %.2f, D(drawn) %.2f", d->adversarial, d->real, d->drawn);
        return text;
    }

    static std::string hearing(const EpochMetrics& m)
    {
        return format("hears the digit in %.2f %% of held-out recordings, cross-entropy %.3f nats", 100 * m.accuracy, m.testTotal);
    }

    static std::string drawing(const EpochMetrics& m)
    {
        return format(
            "LeNet-5 reads %.2f %% of images from samples, %.2f %% from means; held-out reconstruction %.1f, KL %.1f nats, %d active "
            "dimensions, diversity %.3f",
            100 * m.accuracy, 100 * m.accuracyMean, m.testReconstruction, m.testKl, m.activeUnits, m.diversity.value_or(0));
    }

    CommandLine& line_;
    Progress progress_;
    TrainPlan plan_;
    std::promise<Result<TrainSummary>> finished_;
};

using Session = Result<std::unique_ptr<TrainingSession>>;

/// One run; `start` starts it.
Result<void> trainOne(CommandLine& line, int threads, const std::function<Session(Engine&, TrainObserver&)>& start)
{
    auto engine = engineFor(line, threads);
    if (!engine) return engine.error();
    Reporter reporter(line);
    auto finished = reporter.finished();
    const auto session = start(**engine, reporter);
    if (!session) return session.error();
    const std::stop_callback stopped(line.stopToken(), [&] { (*session)->requestStop(); });
    const auto result = finished.get();
    if (!result) return result.error();
    const std::string run = (*session)->run().string();
    const Json object{{"event", result->stopped ? "stopped" : "finished"},
                      {"run", run},
                      {"epoch", result->epoch},
                      {"step", result->step},
                      {"accuracy", result->accuracy}};
    if (auto printed =
            line.print(object, (result->stopped ? "Stopped after step " : "Finished after step ") + std::to_string(result->step) +
                                   (result->stopped ? "; go on with: sonoglyph-cli train --resume " : "; the run is in ") + run);
        !printed)
        return printed;
    return result->stopped ? Result<void>(cancelled()) : Result<void>();
}

Result<void> startRun(CommandLine& line, const RunConfig& config, const fs::path& folder)
{
    return trainOne(line, config.threads, [&](Engine& engine, TrainObserver& observer) { return engine.train(config, folder, observer); });
}

/// `learningRate`: from here on; 0: as before. `device`: empty: where it was.
Result<void> resumeRun(CommandLine& line, const fs::path& folder, double learningRate, const std::string& device = {})
{
    const auto run = RunFolder::openForReading(folder);
    if (!run) return run.error();
    if (learningRate != 0)
        if (auto changed = changeLearningRate(folder, learningRate); !changed) {
            Error error = changed.error();
            if (error.code == Errc::BadOption) error.details = "--lr";
            return error;
        }
    return trainOne(line, run->config().threads,
                    [&](Engine& engine, TrainObserver& observer) { return engine.resume(folder, observer, device); });
}

/// One run of a sweep, begun or gone on with.
Result<void> trainOf(CommandLine& line, const fs::path& folder, const std::string& name, double learningRate)
{
    const auto sweep = readSweep(folder);
    if (!sweep) return sweep.error();
    for (const SweepRun& run : sweep->runs)
        if (run.name == name)
            return isRunFolder(folder / name) ? resumeRun(line, folder / name, learningRate)
                                              : startRun(line, sweep->configOf(run), folder / name);
    return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The sweep in %1 holds no run %2."), {folder.string(), name}}, "--only"};
}

Result<void> run(CommandLine& line, Options& options)
{
    if (isSweepFolder(options.resume) && !options.device.empty())
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "The runs of a sweep go on on their own device. Leave out --device, or resume one run by its "
                                             "folder."),
                      {}},
                     "--device"};
    RunConfig& config = options.config;
    if (!options.only.empty()) return trainOf(line, options.resume, options.only, config.learningRate);
    if (isSweepFolder(options.resume)) return workSweep(line, options.resume);
    if (!options.resume.empty()) return resumeRun(line, options.resume, config.learningRate, options.device);
    const auto model = modelKind(options.model);
    if (!model) return model.error();
    const auto time = timeMode(options.time);
    if (!time) return time.error();
    const auto start = initialisation(options.initialisation);
    if (!start) return start.error();
    const auto term = adversarial(options.adversarial);
    if (!term) return term.error();
    const auto schedule = rateSchedule(options.schedule);
    if (!schedule) return schedule.error();
    const auto overPixels = reduction(options.reconstruction);
    if (!overPixels) return overPixels.error();
    if (!options.kl.empty()) {
        const auto overDimensions = reduction(options.kl);
        if (!overDimensions) return overDimensions.error();
        config.klReduction = *overDimensions;
    }
    config.adversarial = *term;
    config.rateSchedule = *schedule;
    config.reconstructionReduction = *overPixels;
    config.standardise = !options.plain;
    if (!options.device.empty()) config.device = options.device;
    config.model = *model;
    config.augmentation = options.augmentation.params();
    config.data.spectrogram.timeMode = *time;
    config.initialisation = *start;
    if (options.parallel > 0 || options.alphas.size() * options.seeds.size() > 1) {
        const auto sweep = makeSweep(config, options.alphas, options.seeds, options.parallel);
        if (!sweep) return sweep.error();
        if (auto made = createSweep(options.out, *sweep); !made) return made;
        return workSweep(line, options.out);
    }
    config.alpha = options.alphas.front();
    config.seed = config.data.seed = options.seeds.front();
    return startRun(line, config, options.out);
}

}  // namespace

void addTrainCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("train", "Train a model on pairs of recordings and images", [&line, options] { return run(line, *options); });
    RunConfig& c = options->config;
    command.add_option("--model", options->model, "aivae, aivaegan, or classifier: hears the digit and draws nothing")
        ->check(CLI::IsMember({"aivae", "aivaegan", "classifier"}));
    addDatasetOptions(command, c.data);
    command.add_option("--alpha", options->alphas, "Weight of the reconstruction term; several (0.2,0.5,1,2) make a sweep")
        ->delimiter(',')
        ->type_name("A,...");
    command.add_option("--epochs", c.epochs, "How often every pair is seen")->type_name("N");
    command.add_option("--max-steps", c.maxSteps, "Stop after this many steps; 0: no limit but the epochs")->type_name("N");
    command.add_option("--batch", c.batch, "Pairs a step")->type_name("N");
    command.add_option("--latent", c.latent, "Latent dimensions")->type_name("N");
    command
        .add_option("--lr", c.learningRate,
                    "Learning rate of Adam, with --resume from there on; 0: the paper's (2e-4 for aivaegan, else 1e-3)")
        ->type_name("L");
    command.add_option("--lr-schedule", options->schedule, "constant, or cosine: falls to 0 at the last step")
        ->check(CLI::IsMember({"constant", "cosine"}));
    command.add_option("--seed", options->seeds, "Of split, pairing, weights, noise and order; several make a sweep")
        ->delimiter(',')
        ->type_name("S,...");
    command.add_option("--time", options->time, "stretch: the whole recording fills the spectrogram; pad: exactly one second")
        ->check(CLI::IsMember({"stretch", "pad"}));
    command
        .add_option("--kl-warmup", c.klWarmup, "Steps over which the weight of the KL term rises to 1; 0: none, as printed in the paper")
        ->type_name("N");
    command.add_option("--adversarial", options->adversarial, "aivaegan: non-saturating, or saturating (as printed in the paper)")
        ->check(CLI::IsMember({"non-saturating", "saturating"}));
    command.add_option("--reconstruction", options->reconstruction, "sum or mean over the pixels: alpha's meaning changes by 784")
        ->check(CLI::IsMember({"sum", "mean"}));
    command.add_option("--kl", options->kl, "sum or mean over the latent dimensions; not given: sum for aivae, mean for aivaegan")
        ->check(CLI::IsMember({"sum", "mean"}));
    command.add_option("--init", options->initialisation, "he or pytorch (as printed in the paper; collapses)")
        ->check(CLI::IsMember({"he", "pytorch"}));
    command.add_flag("--no-standardise", options->plain, "Feed spectrograms of 0 to 1, as printed in the paper");
    command.add_option("--checkpoint-minutes", c.checkpointMinutes, "Between two checkpoints inside an epoch; 0: only each epoch")
        ->type_name("M");
    command.add_option("--threads", c.threads, "0: as many as there are cores")->type_name("N");
    command.add_option("--device", options->device, "cpu (not given), or cuda; with --resume: where the run goes on")
        ->check(CLI::IsMember({"cpu", "cuda"}));
    addAugmentationOptions(command, options->augmentation);
    CLI::Option_group& where = *command.add_option_group("Run", "A new run, or one to go on with");
    CLI::Option* out = where.add_option("--out", options->out, "Folder of a new run or sweep")->type_name("RUN");
    CLI::Option* resume = where.add_option("--resume", options->resume, "Go on with the run or sweep in this folder")->type_name("RUN");
    where.require_option(1);
    command.add_option("--parallel", options->parallel, "Runs of a sweep side by side, the threads divided among them")
        ->type_name("N")
        ->check(CLI::Range(1, 1024))
        ->needs(out);
    command.add_option("--only", options->only, "Of the sweep, this run alone")->type_name("NAME")->needs(resume);
}

}  // namespace sonoglyph
