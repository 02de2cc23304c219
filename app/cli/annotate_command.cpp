#include "app/cli/annotate_command.h"

#include <filesystem>
#include <memory>

#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string model;
    std::filesystem::path out, data;
    int threads = 0;
};

Result<void> run(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    const std::filesystem::path out = options.out.empty() ? std::filesystem::path(options.model) : options.out;
    if (options.out.empty() && !std::filesystem::is_regular_file(out))
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "%1 is no model file that could be written again. Say with --out where to write it."),
                      {options.model}}};
    const auto added = (*engine)->annotate(options.model, out, options.data, line.progress(), line.stopToken());
    if (!added) return added.error();
    const Evaluation& e = added->evaluation;
    return line.print({{"file", out.string()},
                       {"recordings", added->reference},
                       {"examples", added->examples},
                       {"accuracy", e.accuracy},
                       {"accuracy_mean", e.accuracyMean},
                       {"diversity", e.diversity}},
                      out.string() + ": knows " + std::to_string(added->reference) + " of its training recordings and " +
                          std::to_string(added->examples) + " held-out ones; accuracy " + std::to_string(e.accuracy) + ", diversity " +
                          std::to_string(e.diversity));
}

}  // namespace

void addAnnotateCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("annotate", "Write into a model file what its data set tells of it", [&line, options] { return run(line, *options); });
    command.add_option("MODEL", options->model, "Model or checkpoint file, run folder, or built-in name")->required();
    command.add_option("--data", options->data, "Folder that holds the data set it was trained on")->type_name("DIR");
    command.add_option("--out", options->out, "Model file to write; without it MODEL is written again, else equal")->type_name("FILE");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
