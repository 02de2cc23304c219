#include "ui/pages/data/count_bars.h"

#include <algorithm>

#include <QLocale>
#include <QPainter>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

CountBars::CountBars(QWidget* parent) : FigureView(parent)
{
    setFont(smallNumberFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCounts({}, {});
}

QString CountBars::kindOfFigure() const { return tr("Recordings per label"); }

void CountBars::setCounts(const std::vector<int>& counts, const QStringList& labels)
{
    counts_ = counts;
    labels_ = labels;
    QStringList parts;
    for (std::size_t label = 0; label < counts_.size(); ++label) parts << tr("%1: %2").arg(labels_[qsizetype(label)]).arg(counts_[label]);
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
    if (counts_.empty()) return;
    const double cell = area.width() / double(counts_.size());
    fitFont(painter, cell - 3);
    const double line = QFontMetricsF(painter.font(), painter.device()).height();
    const QRectF bars = area.adjusted(0, line, 0, -line);
    const int most = std::max(1, *std::max_element(counts_.begin(), counts_.end()));
    const QFontMetricsF metrics(painter.font(), painter.device());
    for (std::size_t label = 0; label < counts_.size(); ++label) {
        const double x = area.left() + double(label) * cell;
        const int count = counts_[label];
        const double height = bars.height() * count / most;
        const QRectF bar(x + 2, bars.bottom() - height, cell - 4, height);
        painter.fillRect(bar, theme.real);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(x, bar.top() - line, cell, line), Qt::AlignCenter, QString::number(count));
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, bars.bottom(), cell, line), Qt::AlignCenter,
                         metrics.elidedText(labels_[qsizetype(label)], Qt::ElideRight, cell - 2));
    }
    painter.fillRect(QRectF(area.left(), bars.bottom(), area.width(), 1), theme.hairline);
}

void CountBars::paintFigure(QPainter& painter, const QRectF& area) const { paintBars(painter, area, printColors()); }

QString CountBars::figureCsv() const
{
    QString csv = QStringLiteral("label,recordings\n");
    for (std::size_t label = 0; label < counts_.size(); ++label)
        csv += QStringLiteral("%1,%2\n").arg(csvField(labels_[qsizetype(label)])).arg(counts_[label]);
    return csv;
}

void CountBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBars(painter, rect(), colors());
    paintFocus(painter, rect());
}

}  // namespace sonoglyph
