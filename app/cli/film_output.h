// What traverse and morph end with: the files and the line or object that tells of them.
#pragma once

#include <filesystem>
#include <span>

#include "app/cli/command_line.h"
#include "core/latent/film_files.h"

namespace sonoglyph {

/// Writes STEM.png and STEM.csv, then prints what LeNet-5 reads along each strip.
Result<void> putFilm(CommandLine& line, const std::filesystem::path& stem, std::span<const FilmStrip> strips, const ModelInfo& model);

}  // namespace sonoglyph
