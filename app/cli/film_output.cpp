#include "app/cli/film_output.h"

namespace sonoglyph {

Result<void> putFilm(CommandLine& line, const std::filesystem::path& stem, std::span<const FilmStrip> strips, const ModelInfo& model)
{
    if (auto written = writeFilm(stem, strips, model.name); !written) return written;
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    std::string text;
    for (const FilmStrip& strip : strips) {
        nlohmann::ordered_json read = nlohmann::ordered_json::array();
        text += strip.name + ":";
        for (const Drawing& frame : strip.frames) {
            read.push_back(frame.reading.label());
            text += ' ' + std::to_string(frame.reading.label());
        }
        text += '\n';
        rows.push_back({{"name", strip.name}, {"positions", strip.positions}, {"read", read}});
    }
    const std::string png = withEnding(stem, ".png").string(), csv = withEnding(stem, ".csv").string();
    return line.print({{"model", model.name}, {"strips", rows}, {"png", png}, {"csv", csv}}, text + png + ", " + csv);
}

}  // namespace sonoglyph
