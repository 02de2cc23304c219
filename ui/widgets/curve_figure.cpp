#include "ui/widgets/curve_figure.h"

#include "ui/widgets/curve_csv.h"
#include "ui/widgets/curve_painter.h"

namespace sonoglyph {

void CurveFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    CurvePainter(plot, area.adjusted(4, 4, -2, -2), painter.font()).paintVectors(painter, theme);
}

QString CurveFigure::csv() const { return curveCsv(plot); }

}  // namespace sonoglyph
