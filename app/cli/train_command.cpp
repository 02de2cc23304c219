#include "app/cli/train_command.h"

#include <cstdio>
#include <future>
#include <memory>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    RunConfig config;
    std::string model = "aivae", time = "stretch", initialisation = "he", adversarial = "non-saturating", reconstruction = "sum", kl;
    bool plain = false;  ///< --no-standardise
    std::string out, resume;
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

Result<void> run(CommandLine& line, Options& options)
{
    auto engine = engineFor(line, options.config.threads);
    if (!engine) return engine.error();
    Reporter reporter(line);
    auto finished = reporter.finished();
    auto session = [&]() -> Result<std::unique_ptr<TrainingSession>> {
        if (!options.resume.empty()) return (*engine)->resume(options.resume, reporter);
        options.config.standardise = !options.plain;
        auto model = modelKind(options.model);
        if (!model) return model.error();
        auto time = timeMode(options.time);
        if (!time) return time.error();
        auto start = initialisation(options.initialisation);
        if (!start) return start.error();
        auto term = adversarial(options.adversarial);
        if (!term) return term.error();
        auto overPixels = reduction(options.reconstruction);
        if (!overPixels) return overPixels.error();
        if (!options.kl.empty()) {
            auto overDimensions = reduction(options.kl);
            if (!overDimensions) return overDimensions.error();
            options.config.klReduction = *overDimensions;
        }
        options.config.adversarial = *term;
        options.config.reconstructionReduction = *overPixels;
        options.config.model = *model;
        options.config.data.spectrogram.timeMode = *time;
        options.config.initialisation = *start;
        options.config.data.seed = options.config.seed;
        return (*engine)->train(options.config, options.out, reporter);
    }();
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
    command.add_option("--alpha", c.alpha, "Weight of the reconstruction term")->type_name("A");
    command.add_option("--epochs", c.epochs, "How often every pair is seen")->type_name("N");
    command.add_option("--max-steps", c.maxSteps, "Stop after this many steps; 0: no limit but the epochs")->type_name("N");
    command.add_option("--batch", c.batch, "Pairs a step")->type_name("N");
    command.add_option("--latent", c.latent, "Latent dimensions")->type_name("N");
    command.add_option("--lr", c.learningRate, "Learning rate of Adam; 0: the paper's (2e-4 for aivaegan, else 1e-3)")->type_name("L");
    command.add_option("--seed", c.seed, "Of split, pairing, weights, noise and order")->type_name("S");
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
    command.add_option("--threads", c.threads, "0: as many as there are cores")->type_name("N");
    command.add_option("--device", c.device, "cpu or cuda")->check(CLI::IsMember({"cpu", "cuda"}));
    CLI::Option_group& where = *command.add_option_group("Run", "A new run, or one to go on with");
    where.add_option("--out", options->out, "Folder of a new run")->type_name("RUN");
    where.add_option("--resume", options->resume, "Go on with the run in this folder")->type_name("RUN");
    where.require_option(1);
}

}  // namespace sonoglyph
