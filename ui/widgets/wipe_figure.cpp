#include "ui/widgets/wipe_figure.h"

#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

QRectF WipeFigure::imageIn(const QRectF& area, double line) { return fitted({28, 28}, area.adjusted(0, line + 2, 0, 0), false, 1); }

void WipeFigure::paintWipe(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF place = imageIn(area, metrics.height());
    const double at = place.left() + edge * place.width();
    const auto draw = [&](const QImage& image, double left, double right) {
        const QRectF part(left, place.top(), right - left, place.height());
        if (image.isNull()) return painter.fillRect(part, theme.mat);
        // Only the part is drawn: SVG files know neither clipping nor parts of images.
        const QImage shown = enlarged(image, 8);
        const auto column = [&](double x) { return int(std::lround((x - place.left()) / place.width() * shown.width())); };
        painter.drawImage(part, shown.copy(column(left), 0, column(right) - column(left), shown.height()));
    };
    draw(first, place.left(), at);
    draw(second, at, place.right());
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QPointF(at, place.top()), QPointF(at, place.bottom()));
    painter.setPen(theme.secondaryText);
    const QRectF names(place.left(), place.top() - metrics.height() - 2, place.width(), metrics.height());
    const double half = names.width() / 2 - 4;
    painter.drawText(names, Qt::AlignLeft, metrics.elidedText(firstName, Qt::ElideMiddle, half));
    painter.drawText(names, Qt::AlignRight, metrics.elidedText(secondName, Qt::ElideMiddle, half));
}

void WipeFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const { paintWipe(painter, area, theme); }

QString WipeFigure::csv() const
{
    if (first.isNull() || second.isNull() || first.size() != second.size()) return {};
    QString csv = QStringLiteral("row,column,%1,%2\n").arg(csvField(firstName), csvField(secondName));
    for (int y = 0; y < first.height(); ++y)
        for (int x = 0; x < first.width(); ++x)
            csv += QStringLiteral("%1,%2,%3,%4\n").arg(y).arg(x).arg(first.constScanLine(y)[x]).arg(second.constScanLine(y)[x]);
    return csv;
}

}  // namespace sonoglyph
