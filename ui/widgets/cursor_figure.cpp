#include "ui/widgets/cursor_figure.h"

#include <algorithm>

#include <QLocale>

namespace sonoglyph {

double CursorFigure::valueAt(int x) const
{
    if (points.isEmpty()) return 0;
    const auto after = std::lower_bound(points.begin(), points.end(), x, [](const CursorCurvePoint& p, int at) { return p.x < at; });
    if (after == points.end()) return points.back().y;
    if (after->x == x || after == points.begin()) return after->y;
    const CursorCurvePoint& before = *std::prev(after);
    return before.y + (after->y - before.y) * (x - before.x) / (after->x - before.x);
}

QRectF CursorFigure::plotArea(const QRectF& area, const QFont& font)
{
    const QFontMetricsF metrics(font);
    return area.adjusted(metrics.horizontalAdvance(QStringLiteral("100 % ")), metrics.height() + 2, -8, -metrics.height() - 4);
}

QPointF CursorFigure::placeIn(const QRectF& plot, double x, double y) const
{
    const double first = points.front().x, wide = std::max(1.0, double(points.back().x) - first);
    return {plot.left() + (x - first) / wide * plot.width(), plot.bottom() - y * plot.height()};
}

void CursorFigure::paintCurve(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QRectF plot = plotArea(area, painter.font());
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(theme.hairline);
    for (const double y : {0.0, 0.5, 1.0}) painter.drawLine(placeIn(plot, points.front().x, y), placeIn(plot, points.back().x, y));
    painter.setPen(theme.secondaryText);
    for (const double y : {0.0, 0.5, 1.0}) {
        const QPointF at = placeIn(plot, points.front().x, y);
        painter.drawText(QRectF(area.left(), at.y() - line / 2, plot.left() - area.left() - 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(int(100 * y)));
    }
    painter.drawText(QRectF(plot.left(), area.top(), plot.width(), line), Qt::AlignLeft, yAxis);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignLeft, QString::number(points.front().x));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignHCenter, xAxis);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignRight, QString::number(points.back().x));

    QPolygonF curve, band;
    for (const CursorCurvePoint& p : points) {
        curve << placeIn(plot, p.x, p.y);
        band << placeIn(plot, p.x, p.high);
    }
    for (auto p = points.rbegin(); p != points.rend(); ++p) band << placeIn(plot, p->x, p->low);
    QColor fill = seriesColor(0, theme);
    fill.setAlphaF(0.2f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(band);
    painter.setPen(QPen(seriesColor(0, theme), 1.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);

    const QPointF at = placeIn(plot, cursor, valueAt(cursor));
    painter.setPen(QPen(theme.accent, 1));
    painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    painter.setBrush(theme.accent);
    painter.drawEllipse(at, 3.5, 3.5);
    painter.setPen(theme.accent);
    painter.drawText(QRectF(plot.left(), area.top(), plot.width(), line), Qt::AlignRight,
                     tr("%1: %2 %").arg(QString::number(cursor), QLocale().toString(100 * valueAt(cursor), 'f', 1)));
}

void CursorFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!points.isEmpty()) paintCurve(painter, area.adjusted(2, 2, -2, -2), theme);
}

QString CursorFigure::csv() const
{
    if (points.isEmpty()) return {};
    QString csv = QStringLiteral("x,y,low,high\n");
    for (const CursorCurvePoint& p : points)
        csv += QStringLiteral("%1,%2,%3,%4\n").arg(p.x).arg(p.y, 0, 'g', 7).arg(p.low, 0, 'g', 7).arg(p.high, 0, 'g', 7);
    return csv;
}

}  // namespace sonoglyph
