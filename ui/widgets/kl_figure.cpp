#include "ui/widgets/kl_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

int KlFigure::active() const
{
    return int(std::count_if(nats.begin(), nats.end(), [this](double value) { return value > deadBelow; }));
}

QString KlFigure::heading() const
{
    if (current >= 0) return tr("dimension %1: %2 nats").arg(QString::number(current), significantText(nats[std::size_t(current)], 4));
    double sum = 0;
    for (const double value : nats) sum += value;
    return tr("%1 of %2 active, %3 nats in all").arg(QString::number(active()), QString::number(nats.size()), significantText(sum, 4));
}

QRectF KlFigure::plotArea(const QRectF& area, const QFont& font) const
{
    const QFontMetricsF metrics(font);
    const double left = metrics.horizontalAdvance(tickText(top, top / 2)) + 6;
    return area.adjusted(left, metrics.height() + 4, -2, -metrics.height() - 3);
}

QRectF KlFigure::bar(int dimension, const QRectF& plot) const
{
    const double slot = plot.width() / double(std::max<std::size_t>(1, nats.size())), value = nats[std::size_t(dimension)];
    const double height = std::isfinite(value) ? std::clamp(value / top, 0.0, 1.0) * plot.height() : 0;
    const double gap = slot > 3 ? 1 : 0;
    // What says nothing keeps a sliver to be seen and hovered.
    const double shown = std::max(height, 1.5);
    return {plot.left() + dimension * slot, plot.bottom() - shown, std::max(0.5, slot - gap), shown};
}

void KlFigure::paintBars(QPainter& painter, const QRectF& area, const QFont& font, const QString& name, const Colors& theme) const
{
    const QRectF plot = plotArea(area, font);
    const QFontMetricsF metrics(font);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), name);
    const double wide = QFontMetricsF(bold).horizontalAdvance(name) + kGrid;
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    const QRectF rest(area.left() + wide, area.top(), area.width() - wide, metrics.height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(heading(), Qt::ElideRight, rest.width()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : {0.0, top / 2, top}) {
        const double y = std::round(plot.bottom() - tick / top * plot.height());
        painter.setPen(QPen(mixed(theme.surface, theme.hairline, 0.7), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QString text = tickText(tick, top / 2);
        painter.setPen(theme.secondaryText);
        painter.drawText(QPointF(plot.left() - 4 - metrics.horizontalAdvance(text), y + metrics.capHeight() / 2), text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < int(nats.size()); ++i) {
        const bool dead = !(nats[std::size_t(i)] > deadBelow);
        QColor color = dead ? mixed(theme.window, theme.real, 0.6) : theme.accent;
        if (i == current) color = theme.text;
        painter.fillRect(bar(i, plot), color);
    }
    painter.setPen(theme.secondaryText);
    const double slot = plot.width() / double(std::max<std::size_t>(1, nats.size()));
    const double step =
        niceStep(double(nats.size()), std::max(2, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("000")) * 2))));
    for (double i = 0; i < double(nats.size()); i += std::max(1.0, step)) {
        const QString text = QString::number(int(i));
        painter.drawText(
            QPointF(plot.left() + (i + 0.5) * slot - metrics.horizontalAdvance(text) / 2, plot.bottom() + 2 + metrics.ascent()), text);
    }
}

void KlFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!nats.empty()) paintBars(painter, area.adjusted(4, 4, -4, -2), painter.font(), title, theme);
}

QString KlFigure::csv() const
{
    if (nats.empty()) return {};
    QString csv = QStringLiteral("dimension,kl [nat]\n");
    for (std::size_t i = 0; i < nats.size(); ++i) csv += QStringLiteral("%1,%2\n").arg(i).arg(nats[i], 0, 'g', 9);
    return csv;
}

}  // namespace sonoglyph
