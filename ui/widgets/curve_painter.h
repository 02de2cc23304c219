// Draws a chart of curves: the frame (legend, axes, marks) with a QPainter, the curves as pixels on a screen and as lines on paper.
// Any thread.
#pragma once

#include <functional>

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRectF>

#include "ui/widgets/curve_plot.h"

namespace sonoglyph {

class CurvePainter {
public:
    /// Lays `plot` out in `area`; it must outlive the painter. What changes in it asks for a new painter.
    CurvePainter(const CurvePlot& plot, const QRectF& area, const QFont& font);

    /// Where the curves are.
    const QRectF& plotArea() const { return area_; }
    /// In the units of `area`.
    const CurveScale& x() const { return x_; }
    const CurveScale& y() const { return y_; }

    /// The plot area with its grid and all curves, `ratio` pixels a unit.
    QImage image(double ratio, const Colors& theme) const;
    void paintLegend(QPainter& painter, const Colors& theme) const;
    void paintAxes(QPainter& painter, const Colors& theme) const;
    void paintMarks(QPainter& painter, const Colors& theme) const;
    /// All of it as vectors.
    void paintVectors(QPainter& painter, const Colors& theme) const;

private:
    /// Calls take(text, curve or one of the below, place) for every part of the legend; gives its height.
    enum { Title = -1, Note = -2 };
    double layOutLegend(const std::function<void(const QString&, int, const QPointF&)>& take) const;
    void paintPoints(QPainter& painter, const Colors& theme, double radius) const;
    /// With so many columns and rows a unit.
    std::vector<CurveSpan> traced(const CurveSeries& series, double xRatio, double yRatio) const;
    std::vector<CurveSpan> band(const CurvePlot::Curve& curve, double xRatio, double yRatio) const;

    const CurvePlot& plot_;
    QRectF outer_, area_;
    QFont font_;
    CurveScale x_, y_;
    QList<CurveScale::Tick> xTicks_, yTicks_;
};

/// How wide the line of a curve is drawn on a screen.
inline constexpr double curvePen = 1.75;

}  // namespace sonoglyph
