// The colour of a reconstruction weight alpha: the same on every page, from light (0.2) over 0.5 and 1 to dark (2). Any thread, but for the
// present theme.
//
// Lightness falls steadily with alpha, so that neighbours can be told apart without seeing hues; every colour has a contrast of 3:1 to the
// theme's background at least. Alphas between these are in between on a logarithmic scale, those beyond take the colour of the end.
#pragma once

#include <QColor>

#include "ui/widgets/theme.h"

namespace sonoglyph {

/// On the present theme.
QColor alphaColor(double alpha);
QColor alphaColor(double alpha, const Colors& theme);

}  // namespace sonoglyph
