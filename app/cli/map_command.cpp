#include "app/cli/map_command.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"
#include "core/base/atomic_file.h"
#include "core/latent/film_files.h"

namespace sonoglyph {

namespace {

struct Options {
    MapRequest request;
    std::string out;
    int threads = 0;
};

/// The image of every digit's mean.
Result<FilmStrip> classMeans(Decoder& decoder, const LatentMap& map)
{
    LatentPath path;
    for (std::size_t digit = 0; digit < map.classMeans.size(); ++digit) {
        if (map.classMeans[digit].empty()) continue;
        path.positions.push_back(double(digit));
        path.codes.push_back(map.classMeans[digit]);
    }
    return drawStrip(decoder, "class means", path);
}

Result<void> tell(CommandLine& line, const LatentMap& map, const std::string& csv, const std::string& png)
{
    const auto held = std::count_if(map.points.begin(), map.points.end(), [](const MapPoint& p) { return p.heldOut; });
    char text[320];
    std::snprintf(text, sizeof text,
                  "%zu recordings of %s, %lld held out, heard and read in %.1f s: LeNet-5 reads %.2f %% from means.\n"
                  "The first two axes show %.1f %% of their spread.\n",
                  map.size(), map.dataset.c_str(), static_cast<long long>(held), map.seconds, 100 * map.accuracy(),
                  100 * (map.pca.share(0) + (map.latent > 1 ? map.pca.share(1) : 0)));
    nlohmann::ordered_json shares = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < map.pca.axes.size(); ++i) shares.push_back(map.pca.share(int(i)));
    return line.print({{"model", map.model},
                       {"dataset", map.dataset},
                       {"recordings", map.size()},
                       {"held_out", held},
                       {"accuracy_mean", map.accuracy()},
                       {"kl_per_dimension", map.importance},
                       {"variance_shares", shares},
                       {"class_means", map.classMeans},
                       {"seconds", map.seconds},
                       {"csv", csv},
                       {"png", png}},
                      text + csv + ", " + png);
}

Result<void> run(CommandLine& line, const Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    auto decoder = (*engine)->openModel(options.request.model);
    if (!decoder) return decoder.error();
    const auto map = (*engine)->mapCodes(options.request, line.progress(), line.stopToken());
    if (!map) return map.error();
    const auto means = classMeans(**decoder, *map);
    if (!means) return means.error();
    const auto csv = withEnding(options.out, ".csv"), png = withEnding(options.out, ".png");
    if (auto written = replaceFile(csv, toCsv(*map)); !written) return written;
    if (auto written = writeFilmImage(png, {&*means, 1}, map->model); !written) return written;
    return tell(line, *map, csv.string(), png.string());
}

}  // namespace

void addMapCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    MapRequest& request = options->request;
    CLI::App& command = line.add("map", "Hear all recordings of a data set and write where each lies in the plane of the principal axes",
                                 [&line, options] { return run(line, *options); });
    command.add_option("--model", request.model, "Model or checkpoint file, run folder, or built-in name")->required();
    command.add_option("--dataset", request.dataset, "fsdd, fsdd6, scd, mixed, synthetic; else the model's own")->check(datasetName());
    command.add_option("--data", request.folder, "Folder that holds fsdd/recordings/, scd/")->type_name("DIR");
    command.add_option("--out", options->out, "Writes STEM.csv, a line a recording, and STEM.png, the image of each digit's mean")
        ->required()
        ->type_name("STEM");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
