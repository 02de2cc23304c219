#include "app/cli/lenet_command.h"

#include <cstdio>
#include <memory>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string job, model;
    LenetRequest request;
    int threads = 0;
};

Result<void> run(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    auto report = options.job == "train" ? (*engine)->trainLenet(options.request, line.progress(), line.stopToken())
                                         : (*engine)->evaluateLenet(options.model, options.request.folder, options.request.dataset);
    if (!report) return report.error();
    const nlohmann::ordered_json object{{"accuracy", report->accuracy},
                                        {"interval", report->interval},
                                        {"per_digit", report->perLabel},
                                        {"confusion", report->confusion},
                                        {"examples", report->examples}};
    char text[128];
    std::snprintf(text, sizeof text, "LeNet-5 reads %.2f %% (95 %% interval %.2f to %.2f) of %lld test images.", 100 * report->accuracy,
                  100 * report->interval[0], 100 * report->interval[1], static_cast<long long>(report->examples));
    return line.print(object, text);
}

}  // namespace

void addLenetCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("lenet", "Train or test LeNet-5, which reads the images", [&line, options] { return run(line, *options); });
    command.add_option("JOB", options->job, "train or evaluate")->required()->check(CLI::IsMember({"train", "evaluate"}));
    LenetRequest& r = options->request;
    command.add_option("--data", r.folder, "The data folder, see `data --help`")->type_name("DIR");
    command.add_option("--dataset", r.dataset, "Whose images: a built-in one's are MNIST's")->check(datasetName())->capture_default_str();
    command.add_option("--model", options->model, "evaluate: another LeNet-5 than the one that belongs to the images")->type_name("FILE");
    command.add_option("--out", r.out, "train: where the model file goes; of an own data set beside its description unless said")
        ->type_name("FILE");
    command.add_option("--epochs", r.epochs, "train")->check(CLI::Range(1, 10000))->capture_default_str();
    command.add_option("--batch", r.batch, "train")->check(CLI::Range(2, 65536))->capture_default_str();
    command.add_option("--lr", r.learningRate, "train: learning rate of Adam")->check(CLI::PositiveNumber)->capture_default_str();
    command.add_option("--seed", r.seed, "train: of weights and order")->type_name("S");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
