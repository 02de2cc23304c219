#include "app/cli/bench_command.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>
#include <vector>

#include "app/cli/bench_recordings.h"
#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"
#include "app/cli/shell.h"
#include "core/audio/spectrogram.h"
#include "core/data/dataset_config.h"

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string what, model, against, device = "cpu", dataset = "fsdd", data;
    std::vector<int> threads{0}, batches{128};
    int steps = 10, rounds = 5;
};

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

Json toJson(const TrainBenchmark& b)
{
    return {{"threads", b.threads},
            {"batch", b.batch},
            {"steps", b.steps},
            {"samples_per_second", b.samplesPerSecond},
            {"milliseconds_per_step", b.millisecondsPerStep},
            {"input_share", b.inputShare},
            {"gemm_gflops", b.gemmGflops},
            {"gflop_per_step", b.gflopPerStep},
            {"share_of_limit", b.shareOfLimit},
            {"resident_megabytes", double(b.residentBytes) / 1e6},
            {"checkpoint_megabytes", double(b.checkpointBytes) / 1e6}};
}

std::string told(const std::string& model, const TrainBenchmark& b)
{
    char text[256];
    std::snprintf(text, sizeof text,
                  "%s, batch %d, %d threads: %.1f samples/s, %.1f ms a step; matrix products run at %.0f GFLOP/s, of whose limit this is "
                  "%.2f.",
                  model.c_str(), b.batch, b.threads, b.samplesPerSecond, b.millisecondsPerStep, b.gemmGflops, b.shareOfLimit);
    return text;
}

/// Both in turns, so that whatever else the machine does meets both alike.
Result<void> benchAgainst(CommandLine& line, Engine& engine, const RunConfig& config, const Options& options)
{
    std::vector<double> ours, theirs, ratios;
    TrainBenchmark last;
    for (int round = 0; round < options.rounds; ++round) {
        const auto other = lastNumberOf(options.against);
        if (!other) return other.error();
        const auto own = engine.benchTrain(config, options.steps, line.progress(), line.stopToken());
        if (!own) return own.error();
        last = *own;
        ours.push_back(own->samplesPerSecond);
        theirs.push_back(*other);
        ratios.push_back(own->samplesPerSecond / *other);
        line.say(told(nameOf(config.model), *own) + " The other command: " + std::to_string(*other) + " samples/s.");
        if (line.stopToken().stop_requested()) return cancelled();
    }
    Json object{{"bench", "train"}, {"model", nameOf(config.model)}};
    object.update(toJson(last));
    object["samples_per_second"] = median(ours);
    object["against"] = {{"command", options.against},
                         {"rounds", options.rounds},
                         {"samples_per_second", median(theirs)},
                         {"ratio", median(ratios)},
                         {"ratios", ratios}};
    char text[160];
    std::snprintf(text, sizeof text, "Medians of %d rounds: %.1f samples/s against %.1f, %.2f times as fast.", options.rounds, median(ours),
                  median(theirs), median(ratios));
    return line.print(object, text);
}

Result<void> benchTrain(CommandLine& line, const Options& options)
{
    RunConfig config;
    auto kind = modelKind(options.model.empty() ? "aivae" : options.model);
    if (!kind) return kind.error();
    config.model = *kind;
    config.device = options.device;
    config.threads = options.threads.front();
    config.batch = options.batches.front();
    auto engine = engineFor(line, *std::max_element(options.threads.begin(), options.threads.end()));
    if (!engine) return engine.error();
    if (!options.against.empty()) return benchAgainst(line, **engine, config, options);
    Json rows = Json::array();
    std::string table;
    for (const int threads : options.threads)
        for (const int batch : options.batches) {
            config.threads = threads;
            config.batch = batch;
            const auto b = (*engine)->benchTrain(config, options.steps, line.progress(), line.stopToken());
            if (!b) return b.error();
            rows.push_back(toJson(*b));
            table += (table.empty() ? "" : "\n") + told(nameOf(*kind), *b);
        }
    Json object{{"bench", "train"}, {"model", nameOf(*kind)}};
    if (rows.size() == 1)
        object.update(rows.front());
    else
        object["rows"] = rows;
    return line.print(object, table);
}

Result<void> benchDecode(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, options.threads.front());
    if (!engine) return engine.error();
    auto b = (*engine)->benchDecode(options.model.empty() ? defaultModel : options.model, options.steps, line.stopToken());
    if (!b) return b.error();
    const nlohmann::ordered_json object{{"bench", "decode"},
                                        {"threads", b->threads},
                                        {"repeats", b->repeats},
                                        {"encode_and_draw_ms", {{"median", b->encodeAndDraw}, {"p95", b->encodeAndDraw95}}},
                                        {"draw_ms", {{"median", b->draw}, {"p95", b->draw95}}},
                                        {"samples_per_second", 1e3 / b->encodeAndDraw}};
    char text[200];
    std::snprintf(text, sizeof text,
                  "Spectrogram to image and reading %.2f ms (95th percentile %.2f), latent values to image %.2f ms (%.2f).",
                  b->encodeAndDraw, b->encodeAndDraw95, b->draw, b->draw95);
    return line.print(object, text);
}

/// A second of a tone at 8 kHz, as long as most recordings and with every band busy.
Result<void> benchSpectrogram(CommandLine& line, const Options& options)
{
    Sound sound{8000, std::vector<float>(8000)};
    for (std::size_t i = 0; i < sound.samples.size(); ++i)
        sound.samples[i] = float(std::sin(2 * std::numbers::pi * double(i) * double(i) * 0.25 / 8000));
    const SpectrogramParams params;
    std::vector<double> times;
    for (int i = 0; i < options.steps + 3; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const auto input = networkInput(sound, params);
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        if (i >= 3 && !input.values.empty()) times.push_back(ms);
    }
    const double middle = median(times);
    char text[100];
    std::snprintf(text, sizeof text, "One second of sound to network input: %.3f ms, %.0f a second on one thread.", middle, 1e3 / middle);
    return line.print(
        {{"bench", "spectrogram"}, {"repeats", options.steps}, {"milliseconds", middle}, {"samples_per_second", 1e3 / middle}}, text);
}

}  // namespace

void addBenchCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("bench", "Measure the speed of training, decoding, spectrograms or reading a data set here",
                                 [&line, options]() -> Result<void> {
                                     if (options->what == "train") return benchTrain(line, *options);
                                     if (options->what == "decode") return benchDecode(line, *options);
                                     if (options->what == "recordings")
                                         return benchRecordings(line, options->dataset, options->data, options->threads.front());
                                     return benchSpectrogram(line, *options);
                                 });
    command.add_option("WHAT", options->what, "train, decode, spectrogram or recordings (statistics and network inputs of a data set)")
        ->required()
        ->check(CLI::IsMember({"train", "decode", "spectrogram", "recordings"}));
    command.add_option("--model", options->model, "train: aivae, aivaegan or classifier; decode: a model as for decode");
    command.add_option("--steps", options->steps, "How many steps or repeats are timed")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--batch", options->batches, "train: pairs a step; several, separated by commas, make a table")
        ->delimiter(',')
        ->check(CLI::Range(2, 65536))
        ->capture_default_str();
    command.add_option("--threads", options->threads, "0: as many as there are cores; train: several make a table")
        ->delimiter(',')
        ->check(CLI::Range(0, 1024))
        ->type_name("N");
    command.add_option("--device", options->device, "train: cpu or cuda")->check(CLI::IsMember({"cpu", "cuda"}))->capture_default_str();
    command
        .add_option("--against", options->against,
                    "train: a command that prints samples a second in its last line; both are measured in turns")
        ->type_name("COMMAND");
    command.add_option("--dataset", options->dataset, "recordings: which data set")->check(datasetName())->capture_default_str();
    command.add_option("--data", options->data, "recordings: folder that holds the data set")->type_name("DIR");
    command.add_option("--rounds", options->rounds, "How often, with --against")->check(CLI::Range(1, 1000))->capture_default_str();
}

}  // namespace sonoglyph
