// Asks where, and writes a film as PNG and CSV: byte by byte what `sonoglyph-cli traverse` and `morph` write. GUI thread only.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/latent/film_files.h"

class QString;
class QWidget;

namespace sonoglyph {

/// The files' path without their endings; empty where a person gave up.
QString askFilmStem(QWidget* parent, const QString& suggested);
/// A sentence for the status line: where it is, or why it is nowhere.
QString writeFilmText(const QString& stem, const std::vector<FilmStrip>& strips, const QString& model);

}  // namespace sonoglyph
