// One image of the network, with smooth or exact pixels. Any thread.
#pragma once

#include <QImage>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct DigitFigure : Figure {
    QImage image;  ///< grey; null: none
    bool smooth = false;

    QSizeF size() const override { return {170, 170}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
