#include "app/cli/bench_command.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>
#include <vector>

#include "app/cli/engine.h"
#include "core/audio/spectrogram.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string what, model;
    RunConfig config;
    int steps = 10;
};

Result<void> benchTrain(CommandLine& line, Options& options)
{
    auto kind = modelKind(options.model.empty() ? "aivae" : options.model);
    if (!kind) return kind.error();
    options.config.model = *kind;
    auto engine = engineFor(line, options.config.threads);
    if (!engine) return engine.error();
    auto b = (*engine)->benchTrain(options.config, options.steps, line.progress(), line.stopToken());
    if (!b) return b.error();
    const nlohmann::ordered_json object{{"bench", "train"},
                                        {"model", nameOf(*kind)},
                                        {"threads", b->threads},
                                        {"batch", b->batch},
                                        {"steps", b->steps},
                                        {"samples_per_second", b->samplesPerSecond},
                                        {"milliseconds_per_step", b->millisecondsPerStep},
                                        {"input_share", b->inputShare},
                                        {"gemm_gflops", b->gemmGflops},
                                        {"gflop_per_step", b->gflopPerStep},
                                        {"share_of_limit", b->shareOfLimit},
                                        {"resident_megabytes", double(b->residentBytes) / 1e6}};
    char text[256];
    std::snprintf(
        text, sizeof text,
        "%s, batch %d, %d threads: %.1f samples/s, %.1f ms a step; matrix products run at %.0f GFLOP/s, of whose limit this is %.2f.",
        nameOf(*kind).c_str(), b->batch, b->threads, b->samplesPerSecond, b->millisecondsPerStep, b->gemmGflops, b->shareOfLimit);
    return line.print(object, text);
}

Result<void> benchDecode(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, options.config.threads);
    if (!engine) return engine.error();
    auto b = (*engine)->benchDecode(options.model.empty() ? "aivae-fsdd" : options.model, options.steps, line.stopToken());
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
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(times.size() / 2), times.end());
    const double median = times[times.size() / 2];
    char text[100];
    std::snprintf(text, sizeof text, "One second of sound to network input: %.3f ms, %.0f a second on one thread.", median, 1e3 / median);
    return line.print(
        {{"bench", "spectrogram"}, {"repeats", options.steps}, {"milliseconds", median}, {"samples_per_second", 1e3 / median}}, text);
}

}  // namespace

void addBenchCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("bench", "Measure the speed of training, decoding or spectrograms here", [&line, options]() -> Result<void> {
            if (options->what == "train") return benchTrain(line, *options);
            if (options->what == "decode") return benchDecode(line, *options);
            return benchSpectrogram(line, *options);
        });
    command.add_option("WHAT", options->what, "train, decode or spectrogram")
        ->required()
        ->check(CLI::IsMember({"train", "decode", "spectrogram"}));
    command.add_option("--model", options->model, "train: aivae or aivaegan; decode: a model as for decode");
    command.add_option("--steps", options->steps, "How many steps or repeats are timed")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--batch", options->config.batch, "train: pairs a step")->check(CLI::Range(2, 65536))->capture_default_str();
    command.add_option("--threads", options->config.threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
