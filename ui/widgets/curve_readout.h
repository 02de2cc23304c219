// The values of all curves of a chart at one x: a line, a dot on every curve and a box of numbers. GUI thread only.
#pragma once

#include <optional>

#include <QList>
#include <QPainter>

#include "ui/widgets/curve_painter.h"

namespace sonoglyph {

class CurveReadout {
public:
    struct Row {
        int curve = 0;
        double x = 0, y = 0;         ///< of its point that is nearest
        std::optional<double> mean;  ///< of the smoothed curve there
    };

    /// Curves that have ended well before `x` or begin well behind it have no row.
    CurveReadout(const CurvePlot& plot, const CurvePainter& layout, double x);

    const QList<Row>& rows() const { return rows_; }
    /// The row whose line is nearest to the height `y`; -1 without rows.
    int nearest(double y) const;
    /// Where the dot of a row is.
    QPointF dot(const Row& row) const;
    void paintDots(QPainter& painter, const Colors& theme) const;
    /// The box stays within `area`. Where it has no room for every row those around row `chosen` are shown, and that one is bold.
    void paintBox(QPainter& painter, const QRectF& area, int chosen, const Colors& theme) const;

private:
    const CurvePlot& plot_;
    const CurvePainter& layout_;
    double x_;
    QList<Row> rows_;
};

/// All digits that a 32-bit number has.
QString preciseText(double value);

}  // namespace sonoglyph
