#include "ui/widgets/map_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

QPainterPath MapFigure::starPath(const QPointF& at, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = -M_PI / 2 + i * M_PI / 5, r = i % 2 ? radius * 0.45 : radius;
        const QPointF point = at + QPointF(std::cos(angle) * r, std::sin(angle) * r);
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

/// Ten groups can be told apart: after the colours of series come darker, or lighter, ones.
QColor MapFigure::groupColor(int group, const Colors& theme)
{
    constexpr int series = 7;
    const QColor color = seriesColor(group, theme);
    return group < series ? color : mixed(color, theme.text, 0.5);
}

QRectF MapFigure::plotArea(const QRectF& area, const QFont& font) const
{
    const double line = QFontMetricsF(font).height();
    return area.adjusted(1, groups.isEmpty() ? 1 : line + 6, -1, -line - 3);
}

QRectF MapFigure::legendIn(const QRectF& area, const QFont& font, int group) const
{
    const QFontMetricsF metrics(font);
    double x = area.left() + 2;
    for (int i = 0; i < group; ++i) x += metrics.height() + metrics.horizontalAdvance(groups[i]) + 8;
    return {x, area.top(), metrics.height() + metrics.horizontalAdvance(groups.value(group)) + 4, metrics.height() + 2};
}

void MapFigure::paintFrame(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    for (int group = 0; group < groups.size(); ++group) {
        const QRectF place = legendIn(area, font, group);
        const bool faint = solo >= 0 && solo != group;
        QColor color = groupColor(group, theme);
        if (faint) color = mixed(theme.window, color, 0.25);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(place.left() + metrics.height() / 2, place.center().y()), 4, 4);
        painter.setPen(faint ? theme.secondaryText : theme.text);
        painter.drawText(place.adjusted(metrics.height(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, groups[group]);
    }
    painter.setPen(theme.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 2, plot.width(), metrics.height()), Qt::AlignRight, xAxis);
    painter.drawText(QRectF(plot.left() + 4, plot.top() + 2, plot.width() - 8, metrics.height()), Qt::AlignLeft, yAxis);
}

void MapFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (count() == 0) return;
    const QRectF plot = plotArea(area, painter.font());
    paintFrame(painter, area, plot, theme);
    painter.setClipRect(plot);
    painter.setPen(Qt::NoPen);
    const double shrink = plot.width() / std::max(1.0, width);
    for (int i = 0; i < count(); ++i) {
        if (!visible(i)) continue;
        const MapDot& dot = (*dots)[std::size_t(i)];
        const QPointF at = plot.center() + QPointF((double(dot.x) - center.x()) * scale, (center.y() - double(dot.y)) * scale) * shrink;
        if (!plot.contains(at)) continue;  // SVG files know no clipping
        painter.setBrush(groupColor(dot.group, theme));
        painter.drawEllipse(at, 1.1, 1.1);
    }
    if (!star) return;
    const QPointF at = plot.center() + QPointF((star->x() - center.x()) * scale, (center.y() - star->y()) * scale) * shrink;
    if (!plot.contains(at)) return;
    painter.setBrush(theme.text);
    painter.drawPath(starPath(at, 5));
}

QString MapFigure::csv() const
{
    if (count() == 0) return {};
    QString csv = QStringLiteral("x,y,group\n");
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*dots)[std::size_t(i)];
        if (visible(i))
            csv += QStringLiteral("%1,%2,%3\n")
                       .arg(double(dot.x), 0, 'g', 7)
                       .arg(double(dot.y), 0, 'g', 7)
                       .arg(csvField(groups.value(dot.group)));
    }
    return csv;
}

}  // namespace sonoglyph
