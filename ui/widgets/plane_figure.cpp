#include "ui/widgets/plane_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/widgets/alpha_color.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double dot = 5, point = 2;  // radii

/// `low` and `high` with a margin, at least `least` apart.
void widen(double& low, double& high, double least)
{
    const double margin = std::max(0.12 * (high - low), (least - (high - low)) / 2);
    low -= margin;
    high += margin;
}

/// Beside a dot, where nothing is yet: right, left, then further above and below; right of it where nowhere is room.
QRectF freePlace(const QPointF& at, const QSizeF& size, const QRectF& plot, const QList<QRectF>& taken)
{
    const double right = at.x() + dot + 4, left = at.x() - dot - 4 - size.width(), middle = at.y() - size.height() / 2;
    for (const double rows : {0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0}) {
        for (const double x : {right, left}) {
            const QRectF box(QPointF(x, middle + rows * size.height() * 0.9), size);
            const auto touches = [&box](const QRectF& other) { return box.adjusted(0, 2, 0, -2).intersects(other); };
            if (plot.contains(box) && std::none_of(taken.begin(), taken.end(), touches)) return box;
        }
    }
    return {QPointF(right, middle), size};
}

}  // namespace

QPointF PlaneFigure::Scale::place(const PlanePoint& p) const
{
    return {plot.left() + plot.width() * (p.diversity - lowX) / (highX - lowX),
            plot.bottom() - plot.height() * (p.accuracy - lowY) / (highY - lowY)};
}

PlaneFigure::Scale PlaneFigure::scaleFor(const QRectF& area, const QFont& font) const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Scale scale;
    scale.lowX = scale.lowY = infinity;
    scale.highX = scale.highY = -infinity;
    for (const PlaneTrail& trail : trails) {
        for (const PlanePoint& p : trail.points) {
            scale.lowX = std::min(scale.lowX, p.diversity);
            scale.highX = std::max(scale.highX, p.diversity);
            scale.lowY = std::min(scale.lowY, p.accuracy);
            scale.highY = std::max(scale.highY, p.accuracy);
        }
    }
    if (scale.lowX > scale.highX) {
        scale.lowX = scale.lowY = 0;
        scale.highX = 0.05;
        scale.highY = 1;
    }
    widen(scale.lowX, scale.highX, 0.01);
    widen(scale.lowY, scale.highY, 0.02);
    scale.lowX = std::max(scale.lowX, 0.0);
    scale.lowY = std::max(scale.lowY, 0.0);
    const QFontMetricsF metrics(font);
    const double left = metrics.horizontalAdvance(QStringLiteral("100.0 %")) + 6, below = 2 * metrics.height() + 4;
    scale.plot = area.adjusted(left, metrics.height() + 4, -10, -below);
    return scale;
}

void PlaneFigure::paintAxes(QPainter& painter, const Scale& scale, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF& plot = scale.plot;
    const double stepX = niceStep(scale.highX - scale.lowX, std::max(2, int(plot.width() / 64)));
    const double stepY = niceStep(100 * (scale.highY - scale.lowY), std::max(2, int(plot.height() / 40)));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double x : niceTicks(scale.lowX, scale.highX, std::max(2, int(plot.width() / 64)))) {
        const double at = scale.place({0, scale.lowY, x}).x();
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(at - 40, plot.bottom() + 3, 80, metrics.height()), Qt::AlignHCenter, tickText(x, stepX));
    }
    for (const double y : niceTicks(100 * scale.lowY, 100 * scale.highY, std::max(2, int(plot.height() / 40)))) {
        const double at = scale.place({0, y / 100, scale.lowX}).y();
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(plot.left() - 86, at - metrics.height() / 2, 80, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(tickText(y, stepY)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(plot.left(), plot.bottom() + metrics.height() + 3, plot.width(), metrics.height()), Qt::AlignRight,
                     metrics.elidedText(tr("diverse →  (deviation of a pixel within a digit)"), Qt::ElideRight, plot.width()));
    painter.drawText(QRectF(0, plot.top() - metrics.height() - 3, plot.right(), metrics.height()), Qt::AlignLeft,
                     metrics.elidedText(tr("↑ consistent  (read right by LeNet-5)"), Qt::ElideRight, plot.right()));
}

void PlaneFigure::paintNames(QPainter& painter, const Scale& scale, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> taken;
    for (int i = 0; i < trails.size(); ++i) {
        if (trails[i].current < 0) continue;
        const QPointF at = scale.place(trails[i].points[trails[i].current]);
        taken << QRectF(at.x() - dot, at.y() - dot, 2 * dot, 2 * dot);
    }
    for (int i = 0; i < trails.size(); ++i) {
        if (trails[i].current < 0) continue;
        const QString name = metrics.elidedText(trails[i].name, Qt::ElideMiddle, scale.plot.width() / 2);
        const QSizeF size(metrics.horizontalAdvance(name) + 2, metrics.height());
        const QPointF at = scale.place(trails[i].points[trails[i].current]);
        const QRectF box = freePlace(at, size, scale.plot, taken);
        taken << box;
        if (std::abs(box.center().y() - at.y()) > 1) {
            painter.setPen(QPen(mixed(theme.surface, withoutHue(alphaColor(trails[i].alpha, theme), theme), 0.6), 1));
            painter.drawLine(at, QPointF(box.center().x() > at.x() ? box.left() - 1 : box.right() + 1, box.center().y()));
        }
        painter.setPen(i == current ? theme.text : theme.secondaryText);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, name);
    }
}

void PlaneFigure::paintPlane(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const Scale scale = scaleFor(area, painter.font());
    paintAxes(painter, scale, theme);
    for (int i = 0; i < trails.size(); ++i) {
        const PlaneTrail& trail = trails[i];
        const QColor color = withoutHue(alphaColor(trail.alpha, theme), theme);
        QPolygonF line;
        for (const PlanePoint& p : trail.points) line << scale.place(p);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mixed(theme.surface, color, 0.6), i == current ? 2 : 1.25));
        painter.drawPolyline(line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const QPointF& p : line) painter.drawEllipse(p, point, point);
        if (trail.current < 0) continue;
        const QPointF at = line[trail.current];
        painter.drawEllipse(at, dot, dot);
        if (i != current) continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawEllipse(at, dot + 2.5, dot + 2.5);
    }
    paintNames(painter, scale, theme);
}

void PlaneFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const { paintPlane(painter, area, theme); }

QString PlaneFigure::csv() const
{
    QString csv;
    for (const PlaneTrail& trail : trails)
        for (const PlanePoint& p : trail.points)
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(trail.name), QString::number(p.epoch), QString::number(p.accuracy, 'g', 8),
                            QString::number(p.diversity, 'g', 8));
    return csv.isEmpty() ? csv : QStringLiteral("model,epoch,accuracy,diversity\n") + csv;
}

}  // namespace sonoglyph
