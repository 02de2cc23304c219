#include "app/cli/traverse_command.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"
#include "app/cli/film_output.h"
#include "app/cli/heard_file.h"
#include "core/latent/latent_arithmetic.h"
#include "core/latent/zeroing.h"

namespace sonoglyph {

namespace {

constexpr std::size_t stripsUnlessChosen = 8;

struct Options {
    std::string file, model = defaultModel, out;
    int digit = -1;
    std::vector<int> dims, axes;
    int frames = 9;
    double range = traversalRange;
    std::string dataset;
    std::filesystem::path data;
    int threads = 0;
};

/// The mean of the held-out recordings of a digit that the model's file tells of.
Result<LatentCode> codeOfDigit(const ModelInfo& model, int digit)
{
    std::vector<std::vector<float>> means, logVariances;
    for (const ExampleCode& example : model.examples) {
        if (example.label != digit) continue;
        means.push_back(example.code.mean);
        logVariances.push_back(example.code.logVariance);
    }
    if (means.empty())
        return Error{Errc::NotFound,
                     {SONOGLYPH_TEXT("core", "The model %1 holds no recording of the digit %2. Name a sound file instead, or let "
                                             "\"sonoglyph-cli annotate\" put recordings into it."),
                      {model.name, std::to_string(digit)}}};
    auto mean = meanOf(means), logVariance = meanOf(logVariances);
    if (!mean) return mean.error();
    if (!logVariance) return logVariance.error();
    return LatentCode{std::move(*mean), std::move(*logVariance)};
}

Result<void> checkIndices(const std::vector<int>& chosen, int first, int last, const char* option)
{
    for (const int i : chosen)
        if (i < first || i > last)
            return Error{Errc::BadOption,
                         {SONOGLYPH_TEXT("core", "There is no %1: this model has %2 to %3."),
                          {std::to_string(i), std::to_string(first), std::to_string(last)}},
                         option};
    return {};
}

struct Direction {
    std::string name;
    std::vector<float> step;
};

/// Those that were chosen, else the dimensions in which this sound says most.
Result<std::vector<Direction>> alongDimensions(const Options& options, const LatentCode& code)
{
    const int latent = int(code.mean.size());
    std::vector<int> dims = options.dims;
    if (dims.empty()) {
        dims = zeroingByImportance(klOf(code.mean, code.logVariance), true);
        dims.resize(std::min(dims.size(), stripsUnlessChosen));
    }
    if (auto there = checkIndices(dims, 0, latent - 1, "--dims"); !there) return there.error();
    std::vector<Direction> out;
    for (const int d : dims) out.push_back({"dimension " + std::to_string(d), dimensionDirection(latent, d)});
    return out;
}

/// Axes are counted from 1.
Result<std::vector<Direction>> alongAxes(const Options& options, Engine& engine, CommandLine& line)
{
    const auto map = engine.mapCodes({options.model, options.dataset, options.data, {}}, line.progress(), line.stopToken());
    if (!map) return map.error();
    if (auto there = checkIndices(options.axes, 1, int(map->pca.axes.size()), "--pca"); !there) return there.error();
    std::vector<Direction> out;
    for (const int a : options.axes) out.push_back({"axis " + std::to_string(a), axisDirection(map->pca, a - 1)});
    return out;
}

Result<void> run(CommandLine& line, const Options& options)
{
    std::optional<WordFile> word;
    if (!options.file.empty()) {
        auto read = readWord(options.file);
        if (!read) return read.error();
        word = std::move(*read);
    }
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    auto decoder = (*engine)->openModel(options.model);
    if (!decoder) return decoder.error();
    const ModelInfo& model = (*decoder)->info();
    LatentCode code;
    if (word) {
        auto drawing = (*decoder)->hear(word->input(model));
        if (!drawing) return drawing.error();
        code = std::move(drawing->code);
    } else {
        auto mean = codeOfDigit(model, options.digit);
        if (!mean) return mean.error();
        code = std::move(*mean);
    }
    const auto directions = options.axes.empty() ? alongDimensions(options, code) : alongAxes(options, **engine, line);
    if (!directions) return directions.error();
    std::vector<FilmStrip> strips;
    for (const Direction& direction : *directions) {
        if (line.stopToken().stop_requested()) return cancelled();
        const auto path = traverse(code.mean, direction.step, options.frames, options.range);
        if (!path) return path.error();
        auto strip = drawStrip(**decoder, direction.name, *path);
        if (!strip) return strip.error();
        strips.push_back(std::move(*strip));
    }
    return putFilm(line, options.out, strips, model);
}

}  // namespace

void addTraverseCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("traverse", "Draw what becomes of a sound's image along latent dimensions or principal axes",
                                 [&line, options] { return run(line, *options); });
    auto* from = command.add_option_group("from", "Where it begins");
    from->add_option("FILE", options->file, "Sound file");
    from->add_option("--digit", options->digit, "The mean of the model's own held-out recordings of this digit")->check(CLI::Range(0, 9));
    from->require_option(1);
    command.add_option("--model", options->model, "Model or checkpoint file, run folder, or built-in name")->capture_default_str();
    auto* dims =
        command
            .add_option(
                "--dims", options->dims,
                "Latent dimensions, counted from 0, in steps of 1, the prior's deviation; else the eight that say most of this sound")
            ->delimiter(',')
            ->type_name("I,...");
    auto* pca =
        command
            .add_option("--pca", options->axes,
                        "Principal axes of a data set's codes instead, counted from 1, in standard deviations of the codes along them")
            ->delimiter(',')
            ->type_name("I,...")
            ->excludes(dims);
    command.add_option("--frames", options->frames, "3 to 25 images a strip")->capture_default_str()->type_name("N");
    command.add_option("--range", options->range, "So many deviations to either side")->capture_default_str()->type_name("R");
    command.add_option("--out", options->out, "Writes STEM.png and STEM.csv")->required()->type_name("STEM");
    command.add_option("--dataset", options->dataset, "Of --pca: fsdd, fsdd6, scd, mixed, synthetic; else the model's own")
        ->check(datasetName())
        ->needs(pca);
    command.add_option("--data", options->data, "Of --pca: the folder that holds fsdd/recordings/, scd/")->type_name("DIR")->needs(pca);
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
