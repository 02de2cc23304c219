// Draws curves into pixels column by column: fifty of them in a few milliseconds, where stroking paths takes a hundred times as long.
#pragma once

#include <vector>

#include <QColor>
#include <QImage>
#include <QList>
#include <QPolygonF>

#include "ui/widgets/curve_series.h"

namespace sonoglyph {

class CurveRaster {
public:
    CurveRaster(const QSize& size, const QColor& background);

    /// A row from side to side.
    void drawRow(int row, const QColor& color);
    /// A line of `width` pixels, column 0 of `spans` at the left edge; `dash` as in seriesDash(), in widths.
    void drawLine(const std::vector<CurveSpan>& spans, const QColor& color, double width, const QList<qreal>& dash = {});
    /// Everything between the edges of the spans, with `opacity` from 0 to 1.
    void fill(const std::vector<CurveSpan>& spans, const QColor& color, double opacity);

    /// In Format_RGB32; `twiceAsWide`: every column two pixels wide.
    QImage image(bool twiceAsWide = false) const;

private:
    /// Blends `color` over rows `top` to `bottom` of a column; fractions of rows count as such.
    void blend(int column, float top, float bottom, QRgb color, float opacity);

    template <int Repeat>
    void copyTo(QImage& image) const;

    int width_, height_;
    std::vector<QRgb> pixels_;  // column after column: what is drawn lies together
};

/// The line as a polyline for vector graphics: one point a column where it is smooth, two where it is not.
QList<QPolygonF> polylines(const std::vector<CurveSpan>& spans, double columnsAPoint);

}  // namespace sonoglyph
