#include "app/cli/evaluate_command.h"

#include <cstdio>
#include <memory>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

struct Options {
    EvaluationRequest request;
    DatasetConfig data;
    CLI::Option* dataset = nullptr;  ///< whether --dataset was said: else the model's own set, split and seed
    int threads = 0;
};

/// What every model's evaluation says.
nlohmann::ordered_json readings(const std::string& model, const Evaluation& e)
{
    return {{"model", model},          {"accuracy", e.accuracy},  {"interval", e.interval}, {"accuracy_mean", e.accuracyMean},
            {"per_digit", e.perDigit}, {"confusion", e.confusion}};
}

Result<void> tellHearing(CommandLine& line, const std::string& model, const Evaluation& e)
{
    char text[160];
    std::snprintf(text, sizeof text, "The classifier hears the digit in %.2f %% (95 %% interval %.2f to %.2f) of %lld recordings.",
                  100 * e.accuracy, 100 * e.interval[0], 100 * e.interval[1], static_cast<long long>(e.examples));
    auto object = readings(model, e);
    object["cross_entropy"] = e.total;
    object["examples"] = e.examples;
    return line.print(object, text);
}

Result<void> tellDrawing(CommandLine& line, const std::string& model, const Evaluation& e)
{
    char text[256];
    std::snprintf(text, sizeof text,
                  "LeNet-5 reads %.2f %% (95 %% interval %.2f to %.2f) of %lld images drawn from samples of z, %.2f %% from its mean.\n"
                  "Reconstruction %.2f, KL %.2f nats, %d active dimensions, diversity %.4f.",
                  100 * e.accuracy, 100 * e.interval[0], 100 * e.interval[1], static_cast<long long>(e.examples), 100 * e.accuracyMean,
                  e.reconstruction, e.kl, e.activeUnits, e.diversity);
    auto object = readings(model, e);
    object["diversity"] = e.diversity;
    object["reconstruction"] = e.reconstruction;
    object["kl"] = e.kl;
    object["active_units"] = e.activeUnits;
    object["examples"] = e.examples;
    return line.print(object, text);
}

Result<void> run(CommandLine& line, Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    EvaluationRequest& request = options.request;
    request.folder = options.data.folder;
    if (!options.dataset->empty()) request.data = options.data;
    auto result = (*engine)->evaluate(request, line.progress(), line.stopToken());
    if (!result) return result.error();
    return result->heard ? tellHearing(line, request.model, *result) : tellDrawing(line, request.model, *result);
}

}  // namespace

void addEvaluateCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("evaluate", "Read the images of held-out sounds with LeNet-5; of a classifier: what it hears",
                                 [&line, options] { return run(line, *options); });
    command.add_option("--model", options->request.model, "Model or checkpoint file, run folder, or built-in name")->required();
    addDatasetOptions(command, options->data);
    options->dataset = command.get_option("--dataset");
    command.get_option("--split")->needs(options->dataset);
    command.add_option("--seed", options->data.seed, "Of split and pairing")->needs(options->dataset)->type_name("S");
    command.add_option("--sample-seed", options->request.seed, "Of the samples of z")->type_name("S");
    command.add_option("--lenet", options->request.lenet, "Another LeNet-5 than the built-in one")->type_name("FILE");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
