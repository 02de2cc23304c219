#include "ui/widgets/posterior_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

/// The words above a picture are never wider than it and the room beside it.
double PosteriorFigure::narrowest(const QFontMetricsF& metrics)
{
    return std::ceil(std::max(metrics.horizontalAdvance(tr("Mean")), metrics.horizontalAdvance(tr("Deviation")) - kGrid));
}

/// Of all ways to place two pictures and a grid beside each other, the one that shows most.
PosteriorFigure::Layout PosteriorFigure::layoutFor(const QRectF& area, const QFont& font, double ratio) const
{
    const QFontMetricsF metrics(font);
    const double caption = metrics.height() + 2, gap = 3, between = 2 * kGrid;
    const int count = std::max(1, int(draws.size()));
    const auto whole = [ratio](double side) { return std::floor(side * ratio) / ratio; };
    Layout best;
    double most = -1;
    for (const bool stacked : {true, false}) {
        const double tallest = stacked ? (area.height() - 2 * caption - gap) / 2 : area.height() - caption;
        for (double share = 1; share > 0.3; share -= 0.1) {
            const double side = whole(tallest * share);
            const double left = stacked ? side : 2 * side + gap;
            for (const int columns : {4, 8, 16}) {
                const int rows = (count + columns - 1) / columns;
                const double cell = whole(std::min((area.width() - left - between - (columns - 1) * gap) / columns,
                                                   (area.height() - caption - (rows - 1) * gap) / rows));
                if (cell <= 0 || side < cell) continue;
                // A draw is worth as much as it can be seen; the two large ones need not be huge.
                const double large = std::min(side, 3 * cell);
                const double legible = side < narrowest(metrics) ? 0.01 : 1;
                const double shown = legible * (count * cell * cell + large * large);
                if (shown <= most) continue;
                most = shown;
                best.cell = cell;
                best.columns = columns;
                best.mean = {area.left(), area.top() + caption, side, side};
                best.deviation = best.mean.translated(stacked ? QPointF(0, side + gap + caption) : QPointF(side + gap, 0));
                best.draws = {area.left() + left + between, area.top() + caption, columns * (cell + gap) - gap, rows * (cell + gap) - gap};
            }
        }
    }
    best.caption = caption;
    best.gap = gap;
    return best;
}

QRectF PosteriorFigure::cellIn(const Layout& layout, int draw)
{
    const double step = layout.cell + layout.gap;
    return {layout.draws.left() + draw % layout.columns * step, layout.draws.top() + draw / layout.columns * step, layout.cell,
            layout.cell};
}

QString PosteriorFigure::drawsCaption() const
{
    if (read.contains(QString())) return tr("%n draw(s)", nullptr, int(draws.size()));
    QStringList sorted = read;
    sorted.sort();
    const auto commonest =
        std::max_element(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return read.count(a) < read.count(b); });
    if (commonest == sorted.end()) return {};
    return tr("Draws: %1 of %2 read as %3").arg(read.count(*commonest)).arg(read.size()).arg(*commonest);
}

void PosteriorFigure::paintAll(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const
{
    const Layout layout = layoutFor(area, painter.font(), ratio);
    if (layout.cell <= 0) return;
    const QFontMetricsF metrics(painter.font());
    const auto caption = [&](const QRectF& part, const QString& text, double right) {
        painter.setPen(theme.secondaryText);
        const double room = right - part.left();
        painter.drawText(QRectF(part.left(), part.top() - layout.caption, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room));
    };
    const auto picture = [&](const QRectF& where, const QImage& image) { painter.drawImage(where, print ? enlarged(image, 8) : image); };
    caption(layout.mean, tr("Mean"), layout.mean.right());
    picture(layout.mean, mean);
    const QString name = tr("Deviation");
    caption(layout.deviation, name, layout.deviation.right() + kGrid);
    picture(layout.deviation, withoutHue(deviation, theme));
    // The scale of the colours, where its words leave room.
    const QString high = QStringLiteral("½");
    const double scaleLeft = layout.deviation.left() + metrics.horizontalAdvance(name) + kGrid / 2.0;
    const double scaleRight = layout.deviation.right() - metrics.horizontalAdvance(high) - 2;
    if (scaleRight - scaleLeft >= 12) {
        const double middle = layout.deviation.top() - layout.caption + metrics.height() / 2;
        QLinearGradient scale(scaleLeft, 0, scaleRight, 0);
        for (int i = 0; i <= 8; ++i) scale.setColorAt(i / 8.0, colorAt(withoutHue(ColorMap::Magma, theme), float(i) / 8));
        painter.fillRect(QRectF(scaleLeft, middle - 3, scaleRight - scaleLeft, 6), scale);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(scaleRight + 2, middle - metrics.height() / 2, metrics.horizontalAdvance(high) + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, high);
    }
    caption(layout.draws, drawsCaption(), area.right());
    for (int i = 0; i < draws.size(); ++i) picture(cellIn(layout, i), draws[i]);
}

void PosteriorFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!isEmpty()) paintAll(painter, area.adjusted(4, 4, -4, -4), theme, 8, true);
}

QString PosteriorFigure::csv() const
{
    if (isEmpty()) return {};
    QString csv = QStringLiteral("row,column,mean,deviation");
    for (int i = 1; i <= draws.size(); ++i) csv += QStringLiteral(",draw %1").arg(i);
    csv += QLatin1Char('\n');
    const auto value = [](const QImage& image, int x, int y) { return QString::number(image.constScanLine(y)[x] / 255.0, 'f', 4); };
    for (int y = 0; y < mean.height(); ++y) {
        for (int x = 0; x < mean.width(); ++x) {
            csv += QStringLiteral("%1,%2,%3,%4")
                       .arg(QString::number(y), QString::number(x), value(mean, x, y),
                            QString::number(double(deviations[std::size_t(y * mean.width() + x)]), 'f', 4));
            for (const QImage& draw : draws) csv += QLatin1Char(',') + value(draw, x, y);
            csv += QLatin1Char('\n');
        }
    }
    return csv;
}

}  // namespace sonoglyph
