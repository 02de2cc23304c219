#include "ui/pages/data/count_figure.h"

#include <algorithm>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

/// Smaller figures where the longest count would run into its neighbour.
void CountFigure::fitFont(QPainter& painter, double width) const
{
    double widest = 1;
    for (const int count : counts)
        widest = std::max(widest, QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(QString::number(count)));
    if (widest <= width) return;
    QFont font = painter.font();
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, int(font.pixelSize() * width / widest)));
    else
        font.setPointSizeF(font.pointSizeF() * width / widest);
    painter.setFont(font);
}

void CountFigure::paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (counts.empty()) return;
    const double cell = area.width() / double(counts.size());
    fitFont(painter, cell - 3);
    const double line = QFontMetricsF(painter.font(), painter.device()).height();
    const QRectF bars = area.adjusted(0, line, 0, -line);
    const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
    const QFontMetricsF metrics(painter.font(), painter.device());
    for (std::size_t label = 0; label < counts.size(); ++label) {
        const double x = area.left() + double(label) * cell;
        const int count = counts[label];
        const double height = bars.height() * count / most;
        const QRectF bar(x + 2, bars.bottom() - height, cell - 4, height);
        painter.fillRect(bar, theme.real);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(x, bar.top() - line, cell, line), Qt::AlignCenter, QString::number(count));
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, bars.bottom(), cell, line), Qt::AlignCenter,
                         metrics.elidedText(labels[qsizetype(label)], Qt::ElideRight, cell - 2));
    }
    painter.fillRect(QRectF(area.left(), bars.bottom(), area.width(), 1), theme.hairline);
}

void CountFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const { paintBars(painter, area, theme); }

QString CountFigure::csv() const
{
    QString csv = QStringLiteral("label,recordings\n");
    for (std::size_t label = 0; label < counts.size(); ++label)
        csv += QStringLiteral("%1,%2\n").arg(csvField(labels[qsizetype(label)])).arg(counts[label]);
    return csv;
}

}  // namespace sonoglyph
