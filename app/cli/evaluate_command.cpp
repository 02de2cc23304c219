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

Result<void> run(CommandLine& line, Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    EvaluationRequest& request = options.request;
    request.folder = options.data.folder;
    if (!options.dataset->empty()) request.data = options.data;
    auto result = (*engine)->evaluate(request, line.progress(), line.stopToken());
    if (!result) return result.error();
    const nlohmann::ordered_json object{{"model", request.model},
                                        {"accuracy", result->accuracy},
                                        {"interval", result->interval},
                                        {"accuracy_mean", result->accuracyMean},
                                        {"per_digit", result->perDigit},
                                        {"confusion", result->confusion},
                                        {"diversity", result->diversity},
                                        {"reconstruction", result->reconstruction},
                                        {"kl", result->kl},
                                        {"active_units", result->activeUnits},
                                        {"examples", result->examples}};
    char text[256];
    std::snprintf(text, sizeof text,
                  "LeNet-5 reads %.2f %% (95 %% interval %.2f to %.2f) of %lld images drawn from samples of z, %.2f %% from its mean.\n"
                  "Reconstruction %.2f, KL %.2f nats, %d active dimensions, diversity %.4f.",
                  100 * result->accuracy, 100 * result->interval[0], 100 * result->interval[1], static_cast<long long>(result->examples),
                  100 * result->accuracyMean, result->reconstruction, result->kl, result->activeUnits, result->diversity);
    return line.print(object, text);
}

}  // namespace

void addEvaluateCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("evaluate", "Read the images of held-out sounds with LeNet-5", [&line, options] { return run(line, *options); });
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
