// What one picture has more or less than another: square cells in a diverging colour map. Any thread.
#pragma once

#include <QImage>
#include <QList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct DifferenceFigure : Figure {
    QImage image;         ///< as mapped() makes it; null: none
    QList<float> values;  ///< -1 to 1, row by row from the top

    QSizeF size() const override { return {170, 170}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
