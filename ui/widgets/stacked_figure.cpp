#include "ui/widgets/stacked_figure.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

double StackedFigure::sum(int bar) const
{
    double sum = 0;
    for (const StackedSeries& part : series) sum += part.values[std::size_t(bar)];
    return sum;
}

void StackedFigure::paintBars(QPainter& painter, const QRectF& area, const QFont& font, const QString& name, const Colors& theme) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), name);
    painter.setFont(font);
    const auto colorOf = [&](int part) { return series.size() == 1 ? theme.real : seriesColor(part, theme); };
    double x = area.left() + QFontMetricsF(bold).horizontalAdvance(name) + kGrid;
    if (series.size() > 1)
        for (int i = 0; i < int(series.size()); ++i) {
            const QString& part = series[std::size_t(i)].name;
            painter.fillRect(QRectF(x, area.top() + line / 2 - 4, 8, 8), colorOf(i));
            painter.setPen(theme.secondaryText);
            painter.drawText(QPointF(x + 12, area.top() + metrics.ascent()), part);
            x += 12 + metrics.horizontalAdvance(part) + kGrid;
        }

    double most = 1, widest = 1;
    for (int bar = 0; bar < count(); ++bar) {
        most = std::max(most, sum(bar));
        widest = std::max(widest, metrics.horizontalAdvance(names[bar]));
    }
    const QRectF plot = area.adjusted(0, 2 * line + 2, 0, -line);
    const double cell = plot.width() / std::max(1, count());
    const int everyName = std::max(1, int(std::ceil((widest + 6) / cell)));
    const bool numbered = metrics.horizontalAdvance(QLocale().toString(most, 'f', 0)) + 4 <= cell;
    if (!numbered) {
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(plot.left(), plot.top() - line, plot.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("highest: %1").arg(QLocale().toString(most, 'f', 0)));
    }
    for (int bar = 0; bar < count(); ++bar) {
        const double left = plot.left() + bar * cell, gap = cell > 6 ? 2 : cell > 3 ? 0.5 : 0;
        double bottom = plot.bottom();
        for (int i = 0; i < int(series.size()); ++i) {
            const double height = series[std::size_t(i)].values[std::size_t(bar)] / most * plot.height();
            painter.fillRect(QRectF(left + gap, bottom - height, cell - 2 * gap, height), colorOf(i));
            bottom -= height;
        }
        painter.setPen(theme.secondaryText);
        if (numbered) painter.drawText(QRectF(left, bottom - line, cell, line), Qt::AlignCenter, QLocale().toString(sum(bar), 'f', 0));
        if (bar % everyName == 0) {
            painter.setPen(theme.text);
            const double wide = std::max(cell, widest + 6);
            const double middle = std::clamp(left + cell / 2, plot.left() + metrics.horizontalAdvance(names[bar]) / 2,
                                             plot.right() - metrics.horizontalAdvance(names[bar]) / 2);
            painter.drawText(QRectF(middle - wide / 2, plot.bottom(), wide, line), Qt::AlignCenter, names[bar]);
        }
    }
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
}

void StackedFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintBars(painter, area.adjusted(4, 4, -4, -4), painter.font(), title, theme);
}

QString StackedFigure::csv() const
{
    if (names.isEmpty()) return {};
    QString csv = csvField(axis);
    for (const StackedSeries& part : series) csv += u',' + csvField(part.name);
    csv += u'\n';
    for (int bar = 0; bar < count(); ++bar) {
        csv += csvField(names[bar]);
        for (const StackedSeries& part : series) csv += u',' + QString::number(part.values[std::size_t(bar)]);
        csv += u'\n';
    }
    return csv;
}

}  // namespace sonoglyph
