#include "app/cli/export_command.h"

#include <filesystem>
#include <map>
#include <memory>

#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

const std::map<std::string, StoredWeights> storedWeights{
    {"float32", StoredWeights::Float32}, {"int8", StoredWeights::Int8}, {"int4", StoredWeights::Int4}, {"int3", StoredWeights::Int3}};

struct Options {
    std::string model, out, weights = "float32", note;
};

Result<void> run(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, 0);
    if (!engine) return engine.error();
    if (auto written = (*engine)->exportModel(options.model, options.out, storedWeights.at(options.weights), options.note); !written)
        return written;
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(options.out, ignored);
    return line.print({{"file", options.out}, {"bytes", bytes}}, options.out + ": " + std::to_string(bytes) + " bytes");
}

}  // namespace

void addExportCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("export", "Write a model alone, without its optimiser's state", [&line, options] { return run(line, *options); });
    command.add_option("MODEL", options->model, "Model or checkpoint file, run folder, or built-in name")->required();
    command.add_option("--out", options->out, "Model file to write")->required()->type_name("FILE");
    command.add_option("--weights", options->weights, "float32; int8: a quarter of the size; int4: an eighth; int3: a tenth")
        ->check(CLI::IsMember({"float32", "int8", "int4", "int3"}));
    command.add_option("--note", options->note, "One line that says how the model was made; goes into the file");
}

}  // namespace sonoglyph
