#include "ui/widgets/difference_figure.h"

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

void DifferenceFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!image.isNull()) painter.drawImage(fitted(image.size(), area, false, 1), enlarged(withoutHue(image, theme), 20));
}

QString DifferenceFigure::csv() const
{
    QString csv;
    if (image.isNull()) return csv;
    csv = QStringLiteral("row,column,difference\n");
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            csv += QStringLiteral("%1,%2,%3\n").arg(y).arg(x).arg(double(values[y * image.width() + x]), 0, 'f', 4);
    return csv;
}

}  // namespace sonoglyph
