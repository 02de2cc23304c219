// A piece of a curve, small and without axes, with one place in it marked. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/widgets/curve_series.h"

namespace sonoglyph {

class CurveInset : public QWidget {
    Q_OBJECT
public:
    explicit CurveInset(QWidget* parent = nullptr);

    /// Fewer than two points: nothing is drawn. `mark` is an x; outside of the points: no mark.
    void setPiece(const QList<QPointF>& points, double mark, const QColor& color);
    QSize sizeHint() const override { return {144, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CurveSeries points_;
    double mark_ = 0;
    QColor color_;
};

}  // namespace sonoglyph
