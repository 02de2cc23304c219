#include "core/latent/film_files.h"

#include <algorithm>

#include "core/base/atomic_file.h"
#include "core/base/image_grid.h"
#include "core/base/number_text.h"
#include "core/base/png.h"

namespace sonoglyph {

namespace {

constexpr int gap = 2;  // pixels

}  // namespace

Result<FilmStrip> drawStrip(Decoder& decoder, const std::string& name, const LatentPath& path)
{
    FilmStrip strip{name, path.positions, {}};
    for (const auto& code : path.codes) {
        auto drawing = decoder.draw(code);
        if (!drawing) return drawing.error();
        strip.frames.push_back(std::move(*drawing));
    }
    return strip;
}

std::string toCsv(std::span<const FilmStrip> strips)
{
    std::size_t latent = 0;
    for (const FilmStrip& strip : strips)
        for (const Drawing& frame : strip.frames) latent = std::max(latent, frame.z.size());
    std::string csv = "strip,frame,position,read,probability";
    for (std::size_t i = 0; i < latent; ++i) csv += ",z" + std::to_string(i);
    csv += '\n';
    for (const FilmStrip& strip : strips) {
        for (std::size_t f = 0; f < strip.frames.size(); ++f) {
            const Drawing& frame = strip.frames[f];
            csv += csvField(strip.name) + ',' + std::to_string(f) + ',' + (f < strip.positions.size() ? shortest(strip.positions[f]) : "") +
                   ',' + std::to_string(frame.reading.label()) + ',' + shortest(frame.reading.sure());
            for (const float v : frame.z) csv += ',' + shortest(v);
            csv += '\n';
        }
    }
    return csv;
}

ByteImage filmImage(std::span<const FilmStrip> strips)
{
    std::vector<std::vector<ByteImage>> rows;
    for (const FilmStrip& strip : strips) {
        auto& row = rows.emplace_back();
        for (const Drawing& frame : strip.frames) row.push_back(frame.image);
    }
    return grid(rows, gap);
}

Result<void> writeFilmImage(const std::filesystem::path& file, std::span<const FilmStrip> strips, const std::string& model)
{
    const ByteImage image = filmImage(strips);
    if (image.empty()) return Error{Errc::Incompatible, {SONOGLYPH_TEXT("core", "There is no image to write."), {}}};
    return writePng(file, image, {{"Software", "Sonoglyph"}, {"Source", model}});
}

Result<void> writeFilm(const std::filesystem::path& stem, std::span<const FilmStrip> strips, const std::string& model)
{
    if (auto written = writeFilmImage(withEnding(stem, ".png"), strips, model); !written) return written;
    return replaceFile(withEnding(stem, ".csv"), toCsv(strips));
}

std::filesystem::path withEnding(const std::filesystem::path& stem, const char* ending)
{
    std::filesystem::path out = stem;
    out += ending;
    return out;
}

}  // namespace sonoglyph
