#include "ui/widgets/models_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double largest = 168;

}  // namespace

double ModelsFigure::sideFor(double height, double line)
{
    return std::floor(std::clamp(height - textLines * line - 6, smallest, largest));
}

QRectF ModelsFigure::imageIn(const QRectF& area, double line, int cell) const
{
    const double side = sideFor(area.height(), line);
    return {area.left() + 2 + cell * stepFor(area, side), area.top() + 2, side, side};
}

/// From one image to the next: names get what room there is.
double ModelsFigure::stepFor(const QRectF& area, double side) const
{
    return std::clamp((area.width() - 4) / std::max(1, count()), side + gap, 2 * side + gap);
}

void ModelsFigure::paintCells(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    for (int i = 0; i < count(); ++i) {
        const ModelCell& cell = cells[i];
        const QRectF where = imageIn(area, line, i);
        if (cell.image.isNull()) {
            painter.fillRect(where, theme.mat);
            painter.setPen(theme.onMat);
            painter.drawText(where.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                             cell.trouble.isEmpty() ? QStringLiteral("…") : tr("no image"));
        } else {
            painter.drawImage(where, print ? enlarged(cell.image, 8) : cell.image);
        }
        QRectF text(where.left(), where.bottom() + 4, stepFor(area, where.width()) - gap, line);
        if (!cell.read.isEmpty()) {
            painter.setFont(bold);
            painter.setPen(theme.text);
            painter.drawText(text, Qt::AlignLeft, cell.read);
            painter.setFont(font);
            painter.setPen(theme.secondaryText);
            painter.drawText(text.adjusted(QFontMetricsF(bold).horizontalAdvance(cell.read) + 6, 0, 0, 0), Qt::AlignLeft,
                             tr("%1 %").arg(std::lround(100 * cell.sure)));
        }
        text.translate(0, line);
        painter.setFont(i == current ? bold : font);
        painter.setPen(i == current ? theme.accent : theme.secondaryText);
        // The name's two parts: which run, and which of its checkpoints.
        const QString run = cell.title.section(QStringLiteral(", "), 0, 0), which = cell.title.section(QStringLiteral(", "), 1);
        const QFontMetricsF own(painter.font());
        painter.drawText(text, Qt::AlignLeft, own.elidedText(run, Qt::ElideMiddle, text.width()));
        text.translate(0, line);
        painter.drawText(text, Qt::AlignLeft, own.elidedText(which, Qt::ElideRight, text.width()));
        painter.setFont(font);
    }
}

QSizeF ModelsFigure::size() const { return {std::max(1, count()) * (84.0 + gap) + 8, 84.0 + 52}; }

void ModelsFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintCells(painter, area.adjusted(2, 2, -2, -2), theme, true);
}

QString ModelsFigure::csv() const
{
    if (cells.isEmpty()) return {};
    QString csv = QStringLiteral("model,label,probability\n");
    for (const ModelCell& cell : cells) {
        if (cell.read.isEmpty()) continue;
        csv += QStringLiteral("%1,%2,%3\n").arg(csvField(cell.title), csvField(cell.read), QString::number(cell.sure, 'g', 6));
    }
    return csv;
}

}  // namespace sonoglyph
