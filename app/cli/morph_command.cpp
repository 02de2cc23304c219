#include "app/cli/morph_command.h"

#include <memory>

#include "app/cli/engine.h"
#include "app/cli/film_output.h"
#include "app/cli/heard_file.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string from, to, model = defaultModel, out;
    bool spherical = false;
    int frames = fewestMorphFrames;
    int threads = 0;
};

Result<void> run(CommandLine& line, const Options& options)
{
    const auto from = readWord(options.from), to = readWord(options.to);
    if (!from) return from.error();
    if (!to) return to.error();
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    auto decoder = (*engine)->openModel(options.model);
    if (!decoder) return decoder.error();
    const ModelInfo& model = (*decoder)->info();
    const auto first = (*decoder)->hear(from->input(model)), last = (*decoder)->hear(to->input(model));
    if (!first) return first.error();
    if (!last) return last.error();
    const auto path =
        morph(first->code.mean, last->code.mean, options.spherical ? MorphKind::Spherical : MorphKind::Linear, options.frames);
    if (!path) return path.error();
    auto strip = drawStrip(**decoder, "morph", *path);
    if (!strip) return strip.error();
    return putFilm(line, options.out, {&*strip, 1}, model);
}

}  // namespace

void addMorphCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command =
        line.add("morph", "Draw the way from one sound's image to another's", [&line, options] { return run(line, *options); });
    command.add_option("FILE_A", options->from, "Sound file")->required();
    command.add_option("FILE_B", options->to, "Another one")->required();
    command.add_option("--model", options->model, "Model or checkpoint file, run folder, or built-in name")->capture_default_str();
    command.add_flag("--spherical", options->spherical, "Along the great circle between the codes, not straight");
    command.add_option("--frames", options->frames, "9 to 25 images")->capture_default_str()->type_name("N");
    command.add_option("--out", options->out, "Writes STEM.png and STEM.csv")->required()->type_name("STEM");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
