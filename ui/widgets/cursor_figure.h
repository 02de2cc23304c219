// One curve over whole numbers with its band, and a cursor that is read off. Any thread.
#pragma once

#include <QCoreApplication>
#include <QList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct CursorCurvePoint {
    int x = 0;
    double y = 0, low = 0, high = 0;  ///< 0 to 1; the band
};

struct CursorFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::CursorCurve)
public:
    QList<CursorCurvePoint> points;  ///< ascending by x
    QString xAxis, yAxis;
    int cursor = 0;

    /// Between points linear; 0 where there are none.
    double valueAt(int x) const;
    static QRectF plotArea(const QRectF& area, const QFont& font);
    QPointF placeIn(const QRectF& plot, double x, double y) const;
    void paintCurve(QPainter& painter, const QRectF& area, const Colors& theme) const;

    QSizeF size() const override { return {260, 130}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
