#include "ui/widgets/grid_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

GridFigure::Layout GridFigure::layoutFor(const QRectF& area, const QFont& font, double ratio, bool print) const
{
    Layout layout;
    const QFontMetricsF metrics(font);
    for (const ImageRow& row : rows) {
        if (!row.heading.isEmpty()) layout.headings = std::max(layout.headings, metrics.horizontalAdvance(row.heading) + kGrid + 10);
    }
    if (!captions.isEmpty()) layout.captions = metrics.height() + 4;
    if (columns == 0 || rows.isEmpty()) return layout;
    const double wide = area.width() - layout.headings, high = area.height() - layout.captions;
    // The gap is a tenth of a cell or so, on the pixel grid.
    layout.gap = print ? 3 : std::clamp(std::floor(wide / columns / 12), 2.0, 8.0);
    double cell =
        std::min((wide - layout.gap * (columns - 1)) / columns, (high - layout.gap * double(rows.size() - 1)) / double(rows.size()));
    if (!print) {
        cell = std::clamp(cell, 8.0, double(largest));
        const QSize picture = firstImageSize();
        const double whole = std::floor(cell * ratio / picture.width()) * picture.width() / ratio;
        if (!smooth && whole >= 0.75 * cell) cell = whole;
        cell = std::floor(cell * ratio) / ratio;
    }
    layout.cell = cell;
    layout.origin = area.topLeft() + QPointF(layout.headings, layout.captions);
    if (print) {
        const QSizeF used(columns * (cell + layout.gap) - layout.gap, double(rows.size()) * (cell + layout.gap) - layout.gap);
        layout.origin += QPointF(std::max(0.0, (wide - used.width()) / 2), std::max(0.0, (high - used.height()) / 2));
    }
    return layout;
}

QSize GridFigure::firstImageSize() const
{
    for (const ImageRow& row : rows) {
        for (const QImage& image : row.images) {
            if (!image.isNull()) return image.size();
        }
    }
    return {28, 28};
}

QRectF GridFigure::cellIn(const Layout& layout, int row, int column)
{
    const double step = layout.cell + layout.gap;
    return {layout.origin.x() + column * step, layout.origin.y() + row * step, layout.cell, layout.cell};
}

void GridFigure::paintGrid(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const
{
    const Layout layout = layoutFor(area, painter.font(), ratio, print);
    if (layout.cell < 1) return;
    const QFontMetricsF metrics(painter.font());
    painter.setPen(theme.secondaryText);
    for (int column = 0; column < std::min<int>(columns, int(captions.size())); ++column) {
        const QRectF cell = cellIn(layout, 0, column);
        const QString text = metrics.elidedText(captions[column], Qt::ElideRight, cell.width() + layout.gap);
        painter.drawText(QRectF(cell.left() - layout.gap / 2, cell.top() - layout.captions, cell.width() + layout.gap, metrics.height()),
                         Qt::AlignCenter, text);
    }
    for (int r = 0; r < rowCount(); ++r) {
        const ImageRow& row = rows[r];
        const QRectF first = cellIn(layout, r, 0);
        if (!row.heading.isEmpty()) {
            const QColor mark = row.kind == ImageRow::Ours ? theme.accent : row.kind == ImageRow::Real ? theme.real : QColor();
            if (mark.isValid()) painter.fillRect(QRectF(first.left() - layout.headings, first.top(), 3, first.height()), mark);
            painter.setPen(mark.isValid() ? mark : theme.secondaryText);
            painter.drawText(QRectF(first.left() - layout.headings + 9, first.top(), layout.headings - 9, first.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, row.heading);
        }
        for (int column = 0; column < columns; ++column) {
            const QRectF cell = cellIn(layout, r, column);
            if (column >= row.images.size() || row.images[column].isNull()) {
                painter.fillRect(cell, theme.mat);
                continue;
            }
            const QImage& image = row.images[column];
            if (print)
                painter.drawImage(cell, smooth ? scaledSmoothly(image, image.size() * 8) : enlarged(image, 8));
            else if (smooth)
                painter.drawImage(cell, scaledSmoothly(image, (cell.size() * ratio).toSize()));
            else
                painter.drawImage(cell, image);
        }
    }
}

void GridFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintGrid(painter, area.adjusted(2, 2, -2, -2), theme, 1, true);
}

QSizeF GridFigure::size() const
{
    const double cell = 28;
    const bool headings = std::any_of(rows.begin(), rows.end(), [](const ImageRow& row) { return !row.heading.isEmpty(); });
    return {std::max(1, columns) * (cell + 3) + (headings ? 70 : 4), std::max(1, rowCount()) * (cell + 3) + (captions.isEmpty() ? 4 : 18)};
}

QString GridFigure::csv() const
{
    if (columns == 0) return {};
    const QSize size = firstImageSize();
    QString csv = QStringLiteral("row,heading,column,caption");
    for (int i = 0; i < size.width() * size.height(); ++i) csv += QStringLiteral(",p%1").arg(i);
    csv += QLatin1Char('\n');
    for (int r = 0; r < rowCount(); ++r) {
        for (int c = 0; c < rows[r].images.size(); ++c) {
            const QImage& image = rows[r].images[c];
            if (image.isNull()) continue;
            csv += QStringLiteral("%1,%2,%3,%4")
                       .arg(QString::number(r), csvField(rows[r].heading), QString::number(c), csvField(captions.value(c)));
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) csv += QLatin1Char(',') + QString::number(image.constScanLine(y)[x]);
            }
            csv += QLatin1Char('\n');
        }
    }
    return csv;
}

}  // namespace sonoglyph
