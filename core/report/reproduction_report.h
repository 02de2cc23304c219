// A reproduction as something to read: tables as files, and a report that a browser opens. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/report/reproduction_files.h"

namespace sonoglyph {

/// A figure of the report: figures/NAME.svg, .pdf and .png, where they have been drawn.
struct ReportFigure {
    std::string name, caption;
};

/// Those that the results allow, in order: the paper's figures 3 to 8, then our own (accuracy, archetypes, confusion).
std::vector<ReportFigure> figuresOf(const Reproduction& reproduction);

/// Writes tables/*.csv, .tex, .md and report.html into `folder`, from what readReproduction() finds there. Figures that are not in
/// figures/ are left out. Errors: those of reading and writing.
Result<void> writeReport(const std::filesystem::path& folder);

}  // namespace sonoglyph
