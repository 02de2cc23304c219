#include "ui/widgets/zeroing_figure.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <QLocale>

#include "ui/widgets/legend_flow.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double gap = 4, sample = 24, chance = 0.1;

std::optional<ZeroingPoint> pointAt(const std::vector<ZeroingPoint>& points, int zeroed)
{
    const auto after = std::lower_bound(points.begin(), points.end(), zeroed, [](const ZeroingPoint& p, int at) { return p.zeroed < at; });
    if (after == points.end()) return {};
    if (after->zeroed == zeroed) return *after;
    if (after == points.begin()) return {};
    const ZeroingPoint& before = *std::prev(after);
    const double share = double(zeroed - before.zeroed) / (after->zeroed - before.zeroed);
    return ZeroingPoint{zeroed, std::lerp(before.accuracy, after->accuracy, share), std::lerp(before.lowest, after->lowest, share),
                        std::lerp(before.highest, after->highest, share), std::lerp(before.deviation, after->deviation, share)};
}

QString percents(double share) { return QLocale().toString(100 * share, 'f', 1); }

}  // namespace

QString ZeroingFigure::readout(int i) const
{
    const NamedZeroingCurve& named = curves[std::size_t(i)];
    const auto point = pointAt(named.curve.points, cursor);
    if (!point) return QStringLiteral("–");
    if (named.curve.repeats < 2) return tr("%1 %").arg(percents(point->accuracy));
    return tr("%1 ± %2 %").arg(percents(point->accuracy), percents(point->deviation));
}

QPointF ZeroingFigure::Layout::place(double zeroed, double accuracy) const
{
    return {plot.left() + zeroed / latent * plot.width(), plot.bottom() - std::clamp(accuracy, 0.0, 1.0) * plot.height()};
}

ZeroingFigure::Layout ZeroingFigure::layoutFor(const QRectF& area, const QFont& font, On on) const
{
    const QFontMetricsF metrics(font);
    Layout layout;
    layout.line = metrics.height();
    layout.latent = std::max(latent, 1);
    for (const NamedZeroingCurve& named : curves) layout.widest = std::max(layout.widest, metrics.horizontalAdvance(named.name));
    layout.widest += sample + 3 * gap;
    if (on == On::Screen) layout.widest += metrics.horizontalAdvance(tr("%1 ± %2 %").arg(percents(1), percents(0.1))) + 2 * gap;
    layout.caption = QRectF(area.left(), area.top(), area.width(), layout.line);
    const QRectF below = area.adjusted(0, layout.line + gap, 0, 0);
    const double legend = LegendFlow(below, int(curves.size()), layout.widest, layout.line).height();
    layout.legend = QRectF(below.left(), below.top(), below.width(), legend);
    layout.plot =
        below.adjusted(metrics.horizontalAdvance(tr("%1 %").arg(100)) + gap, legend + layout.line / 2 + gap, -10, -2 * layout.line - gap);
    return layout;
}

void ZeroingFigure::paintAxes(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QRectF& plot = layout.plot;
    const double line = layout.line, room = 100;
    for (const double tick : niceTicks(0, 100, std::max(1, int(plot.height() / (2 * line))))) {
        const double y = layout.place(0, tick / 100).y();
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(plot.left() - gap - room, y - line / 2, room, line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(int(tick)));
    }
    for (const double tick : niceTicks(0, layout.latent, std::max(1, std::min(layout.latent, int(plot.width() / (3 * line)))))) {
        const double x = layout.place(tick, 0).x();
        painter.setPen(theme.secondaryText);
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        painter.drawText(QRectF(x - room / 2, plot.bottom() + gap, room, line), Qt::AlignCenter, QString::number(int(tick)));
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + gap + line, plot.width(), line), Qt::AlignCenter, tr("features set to zero"));
    const double y = layout.place(0, chance).y();
    painter.setPen(seriesPen(theme.secondaryText, {2, 3}, 1));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.drawText(QRectF(plot.left() + gap, y - line, plot.width(), line), Qt::AlignLeft | Qt::AlignBottom, tr("chance"));
}

void ZeroingFigure::paintBands(QPainter& painter, const Layout& layout, int i, const Colors& theme) const
{
    const auto& points = curves[std::size_t(i)].curve.points;
    QColor fill = seriesColor(i, theme);
    const auto band = [&](float opacity, auto low, auto high) {
        QPolygonF outline;
        for (const ZeroingPoint& p : points) outline << layout.place(p.zeroed, high(p));
        for (auto p = points.rbegin(); p != points.rend(); ++p) outline << layout.place(p->zeroed, low(*p));
        fill.setAlphaF(opacity);
        painter.setBrush(fill);
        painter.drawPolygon(outline);
    };
    painter.setPen(Qt::NoPen);
    band(
        0.1f, [](const ZeroingPoint& p) { return p.lowest; }, [](const ZeroingPoint& p) { return p.highest; });
    band(
        0.2f, [](const ZeroingPoint& p) { return p.accuracy - p.deviation; },
        [](const ZeroingPoint& p) { return p.accuracy + p.deviation; });
    painter.setBrush(Qt::NoBrush);
}

void ZeroingFigure::paintLegend(QPainter& painter, const Layout& layout, On on, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    const LegendFlow flow(layout.legend, int(curves.size()), layout.widest, layout.line);
    for (int i = 0; i < int(curves.size()); ++i) {
        const QRectF entry = flow.entry(i);
        painter.setPen(seriesPen(seriesColor(i, theme), seriesDash(i)));
        painter.drawLine(QPointF(entry.left(), entry.center().y()), QPointF(entry.left() + sample, entry.center().y()));
        const QString value = on == On::Screen ? readout(i) : QString();
        const QRectF text = entry.adjusted(sample + gap, 0, -2 * gap, 0);
        const double wide = value.isEmpty() ? 0 : metrics.horizontalAdvance(value) + gap;
        const QString name = metrics.elidedText(curves[std::size_t(i)].name, Qt::ElideMiddle, text.width() - wide);
        painter.setPen(theme.secondaryText);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(theme.text);
        painter.drawText(text.adjusted(metrics.horizontalAdvance(name) + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, value);
    }
}

void ZeroingFigure::paintCursor(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const double x = layout.place(cursor, 0).x();
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    for (int i = 0; i < int(curves.size()); ++i) {
        const auto point = pointAt(curves[std::size_t(i)].curve.points, cursor);
        if (!point) continue;
        painter.setBrush(seriesColor(i, theme));
        painter.setPen(QPen(theme.surface, 1));
        painter.drawEllipse(layout.place(cursor, point->accuracy), 4, 4);
    }
}

void ZeroingFigure::paintChart(QPainter& painter, const Layout& layout, On on, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    const QString here = on == On::Screen ? tr("%1 of %2 zeroed").arg(cursor).arg(latent) : QString();
    painter.setPen(theme.text);
    painter.drawText(layout.caption, Qt::AlignRight | Qt::AlignVCenter, here);
    painter.setPen(theme.secondaryText);
    painter.drawText(
        layout.caption, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(tr("LeNet-5's accuracy"), Qt::ElideRight, layout.caption.width() - metrics.horizontalAdvance(here) - kGrid));
    paintAxes(painter, layout, theme);
    for (int i = 0; i < int(curves.size()); ++i) paintBands(painter, layout, i, theme);
    for (int i = 0; i < int(curves.size()); ++i) {
        QPolygonF mean;
        for (const ZeroingPoint& p : curves[std::size_t(i)].curve.points) mean << layout.place(p.zeroed, p.accuracy);
        painter.setPen(seriesPen(seriesColor(i, theme), seriesDash(i)));
        painter.drawPolyline(mean);
    }
    paintLegend(painter, layout, on, theme);
}

void ZeroingFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!isEmpty()) paintChart(painter, layoutFor(area.adjusted(2, 2, -2, -2), painter.font(), On::Paper), On::Paper, theme);
}

QString ZeroingFigure::csv() const
{
    if (isEmpty()) return {};
    QString csv = QStringLiteral("name,zeroed,accuracy,lowest,highest,deviation\n");
    for (const auto& [name, curve] : curves)
        for (const ZeroingPoint& p : curve.points)
            csv += csvField(name) + QStringLiteral(",%1,%2,%3,%4,%5\n")
                                        .arg(p.zeroed)
                                        .arg(p.accuracy, 0, 'g', 7)
                                        .arg(p.lowest, 0, 'g', 7)
                                        .arg(p.highest, 0, 'g', 7)
                                        .arg(p.deviation, 0, 'g', 7);
    return csv;
}

}  // namespace sonoglyph
