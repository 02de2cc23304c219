// Draws the figures of a reproduction with the program's own views: figures/NAME.svg, .pdf, .png and .csv. GUI thread only; needs a
// QApplication, but no display (the offscreen platform will do).
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace sonoglyph {

/// All of figuresOf() that results and pictures in `folder` allow. Errors: those of reading and writing, Corrupt (a picture).
Result<void> drawReportFigures(const std::filesystem::path& folder);

}  // namespace sonoglyph
