// A reproduction as what the charts of ui/widgets take. GUI thread.
#pragma once

#include "core/report/reproduction_files.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/zeroing_chart.h"

namespace sonoglyph {

/// Every run that draws, with the paper's split, by data set; beside it what the paper reports.
QList<AccuracyRow> accuracyRows(const Reproduction& reproduction);
/// LeNet-5 on real images, the classifier on each data set.
QList<AccuracyLine> ceilingLines(const Reproduction& reproduction);
/// Those that were measured; of several data sets the set stands in the name.
std::vector<NamedZeroingCurve> zeroingCurves(const Reproduction& reproduction);

}  // namespace sonoglyph
