// The plane of consistency and diversity: a dot a model, with its trail over the epochs. Any thread.
#pragma once

#include <QCoreApplication>
#include <QList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct PlanePoint {
    int epoch = 0;
    double accuracy = 0;   ///< 0 to 1
    double diversity = 0;  ///< deviation of a pixel, 0 to 0.5
};

struct PlaneTrail {
    QString name;
    double alpha = 0;          ///< whose colour it has (ui/widgets/alpha_color.h)
    QList<PlanePoint> points;  ///< by epoch
    int current = -1;          ///< the point that is the dot; -1: none yet
};

struct PlaneFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::PlaneView)
public:
    QList<PlaneTrail> trails;
    int current = -1;  ///< the trail that stands out; -1: none

    struct Scale {
        QRectF plot;
        double lowX = 0, highX = 1, lowY = 0, highY = 1;
        QPointF place(const PlanePoint& point) const;
    };
    Scale scaleFor(const QRectF& area, const QFont& font) const;
    void paintPlane(QPainter& painter, const QRectF& area, const Colors& theme) const;

    QSizeF size() const override { return {280, 220}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void paintAxes(QPainter& painter, const Scale& scale, const Colors& theme) const;
    void paintNames(QPainter& painter, const Scale& scale, const Colors& theme) const;
};

}  // namespace sonoglyph
