#include "ui/widgets/flow_figure.h"

#include <algorithm>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int rows = 2;
constexpr double between = 3.5 * kGrid;

}  // namespace

QRectF FlowFigure::stageIn(const QRectF& area, int stage) const
{
    const int columns = std::max(1, (int(stages.size()) + rows - 1) / rows);
    const double width = (area.width() - between * (columns - 1)) / columns, height = (area.height() - between) / rows;
    return {area.left() + (stage % columns) * (width + between), area.top() + (stage / columns) * (height + between), width, height};
}

void FlowFigure::paintBars(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme)
{
    double low = 0, high = 0;
    for (std::size_t i = 0; i < stage.bars.size(); ++i) {
        const double spread = i < stage.spread.size() ? stage.spread[i] : 0;
        low = std::min(low, stage.bars[i] - spread);
        high = std::max(high, stage.bars[i] + spread);
    }
    if (!(high > low)) return;
    const auto y = [&](double value) { return place.bottom() - place.height() * (value - low) / (high - low); };
    const double step = place.width() / double(stage.bars.size());
    painter.setPen(theme.hairline);
    painter.drawLine(QPointF(place.left(), y(0)), QPointF(place.right(), y(0)));
    for (std::size_t i = 0; i < stage.bars.size(); ++i) {
        const double left = place.left() + double(i) * step, value = stage.bars[i];
        painter.fillRect(QRectF(QPointF(left + 0.1 * step, y(std::max(value, 0.0))), QPointF(left + 0.9 * step, y(std::min(value, 0.0)))),
                         theme.accent);
        if (i >= stage.spread.size()) continue;
        painter.setPen(theme.secondaryText);
        painter.drawLine(QPointF(left + step / 2, y(value - stage.spread[i])), QPointF(left + step / 2, y(value + stage.spread[i])));
    }
}

void FlowFigure::paintStage(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme, bool print) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QRectF picture = place.adjusted(0, metrics.height() + 4, 0, -metrics.height() - 4);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, QFontMetricsF(bold).elidedText(stage.title, Qt::ElideRight, place.width()));
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, metrics.elidedText(stage.value, Qt::ElideRight, place.width()));
    if (stage.image.isNull()) return paintBars(painter, picture, stage, theme);
    QRectF where = fitted(stage.image.size(), picture, false, 1);
    where.moveLeft(picture.left());
    painter.drawImage(where, enlarged(withoutHue(stage.image, theme), print ? 8 : 1));
}

void FlowFigure::paintFlow(QPainter& painter, const QRectF& area, const Colors& theme, int revealed, int current, bool print) const
{
    for (int i = 0; i <= std::min(revealed, int(stages.size()) - 1); ++i) {
        const QRectF place = stageIn(area, i);
        paintStage(painter, place, stages[i], theme, print);
        if (i > 0) {
            // From the stage before: an arrow before this one.
            const double x = place.left() - between / 2, y = place.center().y();
            painter.setPen(QPen(i == current ? theme.accent : theme.secondaryText, 1.5, Qt::SolidLine, Qt::RoundCap));
            if (place.left() > area.left() + 1) {
                painter.drawLine(QPointF(x - 6, y), QPointF(x + 6, y));
                painter.drawLine(QPointF(x + 6, y), QPointF(x + 2, y - 4));
                painter.drawLine(QPointF(x + 6, y), QPointF(x + 2, y + 4));
            } else {
                const double top = place.top() - between / 2;
                painter.drawLine(QPointF(place.left() + 8, top - 6), QPointF(place.left() + 8, top + 6));
                painter.drawLine(QPointF(place.left() + 8, top + 6), QPointF(place.left() + 4, top + 2));
                painter.drawLine(QPointF(place.left() + 8, top + 6), QPointF(place.left() + 12, top + 2));
            }
        }
        if (i == current) painter.fillRect(QRectF(place.left(), place.bottom() + 3, place.width(), 2), theme.accent);
    }
}

void FlowFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintFlow(painter, area.adjusted(2, 2, -2, -2), theme, int(stages.size()) - 1, -1, true);
}

QString FlowFigure::csv() const
{
    QString csv;
    for (const FlowStage& stage : stages) {
        for (std::size_t i = 0; i < stage.bars.size(); ++i)
            csv += QStringLiteral("%1,%2,%3\n").arg(csvField(stage.title), QString::number(i), QString::number(stage.bars[i], 'g', 8));
        if (!stage.value.isEmpty()) csv += QStringLiteral("%1,,%2\n").arg(csvField(stage.title), csvField(stage.value));
    }
    return csv.isEmpty() ? csv : QStringLiteral("stage,dimension,value\n") + csv;
}

}  // namespace sonoglyph
