#include "ui/pages/data/count_bars.h"

#include <algorithm>

#include <QLocale>
#include <QPainter>

namespace sonoglyph {

CountBars::CountBars(QWidget* parent) : FigureView(parent)
{
    setFont(smallNumberFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCounts({});
}

QString CountBars::kindOfFigure() const { return tr("Recordings per digit"); }

void CountBars::setCounts(const std::array<int, 10>& counts)
{
    counts_ = counts;
    QStringList parts;
    for (int digit = 0; digit < 10; ++digit) parts << tr("digit %1: %2").arg(digit).arg(counts_[std::size_t(digit)]);
    setAccessibleName(kindOfFigure());
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    setToolTip(parts.join(u'\n'));
    update();
}

/// Smaller figures where the longest count would run into its neighbour.
void CountBars::fitFont(QPainter& painter, double width) const
{
    double widest = 1;
    for (const int count : counts_)
        widest = std::max(widest, QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(QString::number(count)));
    if (widest <= width) return;
    QFont font = painter.font();
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, int(font.pixelSize() * width / widest)));
    else
        font.setPointSizeF(font.pointSizeF() * width / widest);
    painter.setFont(font);
}

void CountBars::paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const double cell = area.width() / 10;
    fitFont(painter, cell - 3);
    const double line = QFontMetricsF(painter.font(), painter.device()).height();
    const QRectF bars = area.adjusted(0, line, 0, -line);
    const int most = std::max(1, *std::max_element(counts_.begin(), counts_.end()));
    for (int digit = 0; digit < 10; ++digit) {
        const double x = area.left() + digit * cell;
        const int count = counts_[std::size_t(digit)];
        const double height = bars.height() * count / most;
        const QRectF bar(x + 2, bars.bottom() - height, cell - 4, height);
        painter.fillRect(bar, theme.real);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(x, bar.top() - line, cell, line), Qt::AlignCenter, QString::number(count));
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, bars.bottom(), cell, line), Qt::AlignCenter, QString::number(digit));
    }
    painter.fillRect(QRectF(area.left(), bars.bottom(), area.width(), 1), theme.hairline);
}

void CountBars::paintFigure(QPainter& painter, const QRectF& area) const { paintBars(painter, area, printColors()); }

QString CountBars::figureCsv() const
{
    QString csv = QStringLiteral("digit,recordings\n");
    for (int digit = 0; digit < 10; ++digit) csv += QStringLiteral("%1,%2\n").arg(digit).arg(counts_[std::size_t(digit)]);
    return csv;
}

void CountBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBars(painter, rect(), colors());
    paintFocus(painter, rect());
}

}  // namespace sonoglyph
