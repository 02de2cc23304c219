// Films as files: the same bytes whoever writes them, the window or the command line. Any thread.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/latent/latent_path.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// One row of images and where each stands.
struct FilmStrip {
    std::string name;               ///< e.g. "dimension 5", "axis 1", "morph"
    std::vector<double> positions;  ///< one a frame: see LatentPath
    std::vector<Drawing> frames;
};

/// Draws every code of `path`. Errors: those of Decoder::draw().
Result<FilmStrip> drawStrip(Decoder& decoder, const std::string& name, const LatentPath& path);

/// "strip,frame,position,read,probability,z0,z1,...": a line a frame, numbers as short as they can be without a loss.
std::string toCsv(std::span<const FilmStrip> strips);
/// The strips below one another, 2 white pixels between images.
ByteImage filmImage(std::span<const FilmStrip> strips);
/// Writes filmImage() as PNG. `model` is named in it. Errors: Incompatible (nothing to write), those of replaceFile().
Result<void> writeFilmImage(const std::filesystem::path& file, std::span<const FilmStrip> strips, const std::string& model);
/// Writes STEM.png and STEM.csv. Errors: as above.
Result<void> writeFilm(const std::filesystem::path& stem, std::span<const FilmStrip> strips, const std::string& model);

/// `stem` with another ending: a dot that is already in it stays.
std::filesystem::path withEnding(const std::filesystem::path& stem, const char* ending);

}  // namespace sonoglyph
