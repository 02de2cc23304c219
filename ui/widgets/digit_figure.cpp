#include "ui/widgets/digit_figure.h"

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

void DigitFigure::paint(QPainter& painter, const QRectF& area, const Colors&) const
{
    if (image.isNull()) return;
    const QRectF where = fitted(image.size(), area, false, 1);
    painter.drawImage(where, smooth ? scaledSmoothly(image, image.size() * 20) : enlarged(image, 20));
}

QString DigitFigure::csv() const
{
    QString csv;
    if (image.isNull()) return csv;
    csv = QStringLiteral("row,column,value\n");
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            csv += QStringLiteral("%1,%2,%3\n").arg(y).arg(x).arg(image.constScanLine(y)[x] / 255.0, 0, 'f', 4);
    }
    return csv;
}

}  // namespace sonoglyph
