// Two images on one another with an edge between them: left of it the first, right of it the second. Any thread.
#pragma once

#include <QImage>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct WipeFigure : Figure {
    QImage first, second;  ///< grey; null: an empty mat
    QString firstName, secondName;
    double edge = 0.5;  ///< as a share of the width

    static QRectF imageIn(const QRectF& area, double line);
    void paintWipe(QPainter& painter, const QRectF& area, const Colors& theme) const;

    QSizeF size() const override { return {170, 190}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
