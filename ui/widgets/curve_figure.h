// A chart of curves on paper: as vectors, and as one table. Any thread.
#pragma once

#include "ui/widgets/curve_plot.h"
#include "ui/widgets/figure.h"

namespace sonoglyph {

struct CurveFigure : Figure {
    CurvePlot plot;

    QSizeF size() const override { return {340, 220}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
