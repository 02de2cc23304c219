#include "app/cli/spectrogram_command.h"

#include <memory>

#include "app/cli/command_line.h"
#include "core/audio/sound_file.h"
#include "core/audio/spectrogram_image.h"
#include "core/base/atomic_file.h"
#include "core/base/png.h"
#include "core/train/run_config.h"

namespace sonoglyph {

namespace {

struct Options {
    std::string file, time = "stretch", csv, png;
    int rate = 0;
};

nlohmann::ordered_json rowsOf(const Spectrogram& spectrogram)
{
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (int band = 0; band < spectrogram.bands; ++band) {
        const auto row = spectrogram.values.begin() + std::ptrdiff_t(band) * spectrogram.frames;
        rows.push_back(std::vector<float>(row, row + spectrogram.frames));
    }
    return rows;
}

Result<void> run(CommandLine& line, const Options& options)
{
    SpectrogramParams params;
    params.rate = options.rate;
    const auto mode = timeMode(options.time);
    if (!mode) return mode.error();
    params.timeMode = *mode;
    if (auto valid = validate(params); !valid) return valid;
    const auto sound = readSoundFile(options.file);
    if (!sound) return sound.error();
    const Spectrogram input = networkInput(*sound, params);
    if (!options.csv.empty())
        if (auto written = replaceFile(options.csv, toCsv(input)); !written) return written;
    if (!options.png.empty())
        if (auto written = writePng(options.png, toByteImage(input), {{"Software", "Sonoglyph"}, {"Source", options.file}}); !written)
            return written;

    const int rate = params.rate > 0 ? params.rate : sound->rate;
    std::string text = options.file + ": " + std::to_string(sound->seconds()).substr(0, 5) + " s at " + std::to_string(sound->rate) +
                       " Hz, " + std::to_string(input.bands) + " x " + std::to_string(input.frames) + " at " + std::to_string(rate) + " Hz";
    for (const std::string& file : {options.csv, options.png})
        if (!file.empty()) text += "\nwritten: " + file;
    return line.print({{"file", options.file},
                       {"seconds", sound->seconds()},
                       {"file_rate", sound->rate},
                       {"rate", rate},
                       {"time", nameOf(params.timeMode)},
                       {"bands", input.bands},
                       {"frames", input.frames},
                       {"values", rowsOf(input)}},
                      text);
}

}  // namespace

void addSpectrogramCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("spectrogram", "The 48x48 mel spectrogram that a network gets from a sound file",
                                 [&line, options] { return run(line, *options); });
    command.add_option("FILE", options->file, "Sound file; its first 60 seconds are used")->required();
    command.add_option("--time", options->time, "stretch: the whole recording fills the spectrogram; pad: exactly one second")
        ->check(CLI::IsMember({"stretch", "pad"}))
        ->capture_default_str();
    command.add_option("--rate", options->rate, "Resample to this rate first; 0: the file's own")->type_name("HZ");
    command.add_option("--csv", options->csv, "Write the values here, one line a band, the lowest first")->type_name("OUT");
    command.add_option("--png", options->png, "Write a picture here, low frequencies at the bottom")->type_name("OUT");
}

}  // namespace sonoglyph
