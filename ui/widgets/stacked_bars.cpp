#include "ui/widgets/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

StackedBars::StackedBars(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void StackedBars::setBars(const QString& axis, const QStringList& names, std::vector<Series> series)
{
    axis_ = axis;
    names_ = names;
    series_ = std::move(series);
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int bar = 0; bar < count(); ++bar) parts << told(bar);
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
    update();
}

double StackedBars::sum(int bar) const
{
    double sum = 0;
    for (const Series& series : series_) sum += series.values[std::size_t(bar)];
    return sum;
}

QString StackedBars::told(int bar) const
{
    const QLocale locale;
    QStringList parts;
    for (const Series& series : series_)
        parts << QStringLiteral("%1: %2").arg(series.name, locale.toString(series.values[std::size_t(bar)], 'f', 0));
    return QStringLiteral("%1 %2, %3").arg(axis_, names_[bar], parts.join(QStringLiteral(", ")));
}

void StackedBars::paintBars(QPainter& painter, const QRectF& area, const QFont& font, const Colors& theme) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), figureTitle());
    painter.setFont(font);
    const auto colorOf = [&](int series) { return series_.size() == 1 ? theme.real : seriesColor(series, theme); };
    double x = area.left() + QFontMetricsF(bold).horizontalAdvance(figureTitle()) + kGrid;
    if (series_.size() > 1)
        for (int i = 0; i < int(series_.size()); ++i) {
            const QString& name = series_[std::size_t(i)].name;
            painter.fillRect(QRectF(x, area.top() + line / 2 - 4, 8, 8), colorOf(i));
            painter.setPen(theme.secondaryText);
            painter.drawText(QPointF(x + 12, area.top() + metrics.ascent()), name);
            x += 12 + metrics.horizontalAdvance(name) + kGrid;
        }

    double most = 1, widest = 1;
    for (int bar = 0; bar < count(); ++bar) {
        most = std::max(most, sum(bar));
        widest = std::max(widest, metrics.horizontalAdvance(names_[bar]));
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
        for (int i = 0; i < int(series_.size()); ++i) {
            const double height = series_[std::size_t(i)].values[std::size_t(bar)] / most * plot.height();
            painter.fillRect(QRectF(left + gap, bottom - height, cell - 2 * gap, height), colorOf(i));
            bottom -= height;
        }
        painter.setPen(theme.secondaryText);
        if (numbered) painter.drawText(QRectF(left, bottom - line, cell, line), Qt::AlignCenter, QLocale().toString(sum(bar), 'f', 0));
        if (bar % everyName == 0) {
            painter.setPen(theme.text);
            const double wide = std::max(cell, widest + 6);
            const double middle = std::clamp(left + cell / 2, plot.left() + metrics.horizontalAdvance(names_[bar]) / 2,
                                             plot.right() - metrics.horizontalAdvance(names_[bar]) / 2);
            painter.drawText(QRectF(middle - wide / 2, plot.bottom(), wide, line), Qt::AlignCenter, names_[bar]);
        }
    }
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
}

void StackedBars::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintBars(painter, area.adjusted(4, 4, -4, -4), painter.font(), printColors());
}

QString StackedBars::figureCsv() const
{
    if (names_.isEmpty()) return {};
    QString csv = csvField(axis_);
    for (const Series& series : series_) csv += u',' + csvField(series.name);
    csv += u'\n';
    for (int bar = 0; bar < count(); ++bar) {
        csv += csvField(names_[bar]);
        for (const Series& series : series_) csv += u',' + QString::number(series.values[std::size_t(bar)]);
        csv += u'\n';
    }
    return csv;
}

void StackedBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBars(painter, rect(), smallNumberFont(), colors());
    paintFocus(painter, rect());
}

void StackedBars::mouseMoveEvent(QMouseEvent* event)
{
    const int bar = int(event->position().x() / std::max(1, width()) * count());
    setToolTip(bar >= 0 && bar < count() ? told(bar) : QString());
}

}  // namespace sonoglyph
