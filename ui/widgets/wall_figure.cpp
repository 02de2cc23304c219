#include "ui/widgets/wall_figure.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/alpha_color.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double largest = 168;

/// Samples stand in a square.
int perSide(qsizetype images) { return std::max(1, int(std::ceil(std::sqrt(double(images))))); }

}  // namespace

WallFigure::Layout WallFigure::layoutFor(const QRectF& area, const QFont& font) const
{
    Layout layout;
    layout.line = QFontMetricsF(font).height();
    const double heads = headLines * layout.line + mark + kGrid;
    const int columns = std::max(1, columnCount()), rows = std::max(1, rowCount());
    const double wide = (area.width() - rowHeads - 4) / columns - gap;
    const double high = (area.height() - heads - 4) / rows - gap / 2;
    // The digit at least; its probability where there is room for it.
    const double reading = QFontMetricsF(font).horizontalAdvance(QStringLiteral("8 ✕")) + gap;
    // Where rows are low and columns wide, images are larger with the readings beside them.
    const double below = std::min(wide, high - layout.line), next = std::min(wide - reading, high);
    layout.beside = next > below;
    layout.side = std::floor(std::clamp(std::max(below, next), smallest, largest));
    // Headings get what room there is.
    const double least = layout.side + (layout.beside ? reading : 0) + gap;
    layout.stepX = std::clamp(wide + gap, least, std::max(least, 2.4 * layout.side + gap));
    layout.stepY = std::max(layout.side + (layout.beside ? 0 : layout.line) + gap / 2, headLines * layout.line);
    layout.origin = area.topLeft() + QPointF(rowHeads, heads);
    return layout;
}

QRectF WallFigure::cellIn(const Layout& layout, int row, int column)
{
    return {layout.origin.x() + column * layout.stepX, layout.origin.y() + row * layout.stepY, layout.side, layout.side};
}

QRectF WallFigure::readingIn(const Layout& layout, const QRectF& cell)
{
    if (!layout.beside) return {cell.left(), cell.bottom() + 1, layout.stepX - gap, layout.line};
    return {cell.right() + gap / 2, cell.top(), layout.stepX - cell.width() - gap, cell.height()};
}

void WallFigure::paintCell(QPainter& painter, const QRectF& place, const WallCell& cell, const Colors& theme, bool print) const
{
    if (cell.images.isEmpty()) {
        painter.fillRect(place, theme.mat);
        painter.setPen(theme.onMat);
        painter.drawText(place, Qt::AlignCenter, cell.trouble.isEmpty() ? QStringLiteral("…") : QStringLiteral("–"));
        return;
    }
    painter.save();
    if (cell.waiting && !print) painter.setOpacity(0.55);
    const int side = perSide(cell.images.size());
    const double between = side > 1 ? 1 : 0, small = (place.width() - between * (side - 1)) / side;
    if (side > 1) painter.fillRect(place, theme.mat);
    for (int i = 0; i < cell.images.size(); ++i) {
        const QRectF where(place.left() + (i % side) * (small + between), place.top() + (i / side) * (small + between), small, small);
        painter.drawImage(where, print ? enlarged(cell.images[i], 8) : cell.images[i]);
    }
    painter.restore();
}

void WallFigure::paintReading(QPainter& painter, const QRectF& line, const WallCell& cell, const Colors& theme) const
{
    if (cell.read.isEmpty() || cell.images.isEmpty()) return;
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    // Never by colour alone: what is read wrongly is also crossed.
    painter.setPen(cell.wrong ? theme.warning : theme.text);
    const QString digit = cell.wrong ? tr("%1 ✕").arg(cell.read) : cell.read;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, digit);
    const double used = QFontMetricsF(bold).horizontalAdvance(digit) + 5;
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    const QString sure = tr("%1 %").arg(QLocale().toString(std::lround(100 * cell.sure)));
    if (used + QFontMetricsF(font).horizontalAdvance(sure) <= line.width())
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, sure);
}

void WallFigure::paintWall(QPainter& painter, const QRectF& area, const Colors& theme, int dragged, bool print) const
{
    const Layout layout = layoutFor(area, painter.font());
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font), boldMetrics(bold);
    for (int column = 0; column < columnCount(); ++column) {
        const WallHead& head = columns[column];
        const QRectF first = cellIn(layout, 0, column);
        const double width = layout.stepX - gap, top = first.top() - kGrid / 2 - mark;
        if (head.alpha)
            painter.fillRect(QRectF(first.left(), top, head.pinned ? width : layout.side, mark),
                             withoutHue(alphaColor(*head.alpha, theme), theme));
        QRectF line(first.left(), top - headLines * layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(head.pinned || column == dragged ? theme.accent : theme.text);
        painter.drawText(line, Qt::AlignLeft, boldMetrics.elidedText(head.title, Qt::ElideMiddle, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(head.live ? theme.accent : theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, metrics.elidedText(head.detail, Qt::ElideRight, width));
    }
    for (int row = 0; row < rowCount(); ++row) {
        const WallHead& head = rows[row];
        const QRectF first = cellIn(layout, row, 0);
        const double width = rowHeads - kGrid;
        QRectF line(area.left(), first.center().y() - layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft, boldMetrics.elidedText(head.title, Qt::ElideRight, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, metrics.elidedText(head.detail, Qt::ElideRight, width));
        for (int column = 0; column < columnCount(); ++column) {
            const QRectF place = cellIn(layout, row, column);
            paintCell(painter, place, cell(row, column), theme, print);
            paintReading(painter, readingIn(layout, place), cell(row, column), theme);
            painter.setFont(font);
        }
    }
}

QSizeF WallFigure::size() const { return {rowHeads + std::max(1, columnCount()) * (56.0 + gap) + 8, std::max(1, rowCount()) * 72.0 + 48}; }

void WallFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintWall(painter, area.adjusted(2, 2, -2, -2), theme, -1, true);
}

QString WallFigure::csv() const
{
    if (rows.isEmpty() || columns.isEmpty()) return {};
    QString csv = QStringLiteral("sound,model,label,probability\n");
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const WallCell& shown = cell(row, column);
            if (shown.read.isEmpty()) continue;
            const WallHead& head = rows[row];
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(QStringLiteral("%1 %2").arg(head.title, head.detail).trimmed()), csvField(columns[column].title),
                            csvField(shown.read), QString::number(shown.sure, 'g', 6));
        }
    }
    return csv;
}

}  // namespace sonoglyph
