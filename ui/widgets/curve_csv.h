// The numbers of a chart as a table. Any thread.
#pragma once

#include <QString>

#include "ui/widgets/curve_plot.h"

namespace sonoglyph {

/// RFC 4180: one row an x that any curve has, an empty field where a curve has none there. Empty where nothing is shown.
QString curveCsv(const CurvePlot& plot);

}  // namespace sonoglyph
