#include "app/cli/decode_command.h"

#include <cmath>
#include <cstdio>
#include <memory>
#include <random>

#include "app/cli/engine.h"
#include "app/cli/heard_file.h"
#include "core/base/png.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string file, model = defaultModel, png;
    bool sample = false;
    std::uint64_t seed = 0;
    int threads = 0;
};

double seconds(std::size_t sample, const Sound& sound) { return double(sample) / sound.rate; }

/// "the word, 1.98 to 2.54 s", where only a part was used.
std::string described(const UsedPart& part, const Sound& sound)
{
    if (!part.found) return ", no word stands out: all of it is used";
    if (part.bounds.begin == 0 && part.bounds.end == sound.samples.size()) return {};
    char text[64];
    std::snprintf(text, sizeof text, ", used: the word, %.2f to %.2f s", seconds(part.bounds.begin, sound),
                  seconds(part.bounds.end, sound));
    return text;
}

Result<void> run(CommandLine& line, const Options& options)
{
    // The sound first: whether it can be read shows at once, loading LibTorch takes a second.
    const auto word = readWord(options.file);
    if (!word) return word.error();
    const auto& [sound, part] = *word;
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    auto decoder = (*engine)->openModel(options.model);
    if (!decoder) return decoder.error();
    const auto seed = options.seed ? options.seed : std::random_device()();
    auto drawing = (*decoder)->hear(word->input((*decoder)->info()), options.sample ? std::optional<std::uint64_t>(seed) : std::nullopt);
    if (!drawing) return drawing.error();
    if (!options.png.empty())
        if (auto written = writePng(options.png, drawing->image, {{"Software", "Sonoglyph"}, {"Source", options.file}}); !written)
            return written;
    nlohmann::ordered_json object{
        {"file", options.file},
        {"model", (*decoder)->info().name},
        {"used", {{"begin", seconds(part.bounds.begin, sound)}, {"end", seconds(part.bounds.end, sound)}, {"word_found", part.found}}},
        {"digit", drawing->reading.label()},
        {"probabilities", drawing->reading.probabilities},
        {"mean", drawing->code.mean},
        {"log_variance", drawing->code.logVariance},
        {"milliseconds", drawing->milliseconds}};
    if (const auto& d = drawing->distance) object["training_distance"] = {{"distance", d->distance}, {"share", d->share}};
    if (options.sample) object["seed"] = seed;
    return line.print(object, options.file + ": " + drawing->reading.name() + " (" +
                                  std::to_string(int(std::lround(100 * drawing->reading.sure()))) + " %)" + described(part, sound));
}

}  // namespace

void addDecodeCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("decode", "Draw the image of the word in a sound file and read it", [&line, options] { return run(line, *options); });
    command.add_option("FILE", options->file, "Sound file")->required();
    command.add_option("--model", options->model, "Model or checkpoint file, run folder, or built-in name")->capture_default_str();
    command.add_option("--png", options->png, "Write the 28x28 image here")->type_name("OUT");
    command.add_flag("--sample", options->sample, "Draw from a sample of z instead of its mean");
    command.add_option("--seed", options->seed, "Of the sample; 0: another one each time")->type_name("S");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
