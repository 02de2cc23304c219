#include "ui/widgets/reading_figure.h"

#include <algorithm>
#include <cmath>

#include <QPainterPath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

int ReadingFigure::winner() const
{
    return filled() ? int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin()) : -1;
}

void ReadingFigure::paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height();
    const int count = int(labels.size());
    const double column = area.width() / count, bar = std::min(column * 0.62, 40.0);
    const QRectF plot = area.adjusted(0, line + 4, 0, -(line + 6));
    const int best = winner();
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
    for (int label = 0; label < count; ++label) {
        const double centre = area.left() + (label + 0.5) * column;
        const double p = filled() ? double(probabilities[std::size_t(label)]) : 0.0;
        const bool wins = label == best;
        if (filled()) {
            const double height = std::max(p * plot.height(), 1.0);
            QRectF box(centre - bar / 2, plot.bottom() - height, bar, height);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(wins ? theme.accent : mixed(theme.hairline, theme.secondaryText, 0.35));
            QPainterPath rounded, above;  // round at the top alone; cut, since SVG files know no clipping
            rounded.addRoundedRect(box.adjusted(0, 0, 0, 3), 3, 3);
            above.addRect(box);
            painter.drawPath(rounded & above);
            if (wins || p >= 0.05) {
                painter.setFont(wins ? bold : font);
                painter.setPen(wins ? theme.accent : theme.secondaryText);
                const QString text = tr("%1 %").arg(p >= 0.9995 || p < 0.1 || !wins ? QString::number(std::lround(p * 100))
                                                                                    : QString::number(p * 100, 'f', 1));
                QRectF where(0, 0, metrics.horizontalAdvance(text) + 2, line);
                where.moveCenter({std::clamp(centre, area.left() + where.width() / 2, area.right() - where.width() / 2), 0});
                where.moveBottom(box.top() - 2);
                // Beside a winner whose text is wider than its column, the neighbour keeps silent.
                if (wins || std::abs(label - best) * column > (where.width() + metrics.horizontalAdvance(QStringLiteral("00.0 %"))) / 2 ||
                    std::abs(p - double(probabilities[std::size_t(best)])) * plot.height() > line)
                    painter.drawText(where, Qt::AlignCenter, text);
            }
        }
        painter.setFont(wins ? bold : font);
        painter.setPen(wins ? theme.accent : theme.secondaryText);
        const QRectF below(centre - column / 2, plot.bottom() + 3, column, line);
        painter.drawText(below, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(labels[label], Qt::ElideRight, column - 2));
        if (label == expected) {
            painter.setPen(QPen(theme.real, 1.5));
            painter.setBrush(Qt::NoBrush);
            const double side = line * 1.1;
            painter.drawRoundedRect(QRectF(centre - side / 2, below.center().y() - side / 2, side, side), side / 2, side / 2);
        }
    }
    painter.setFont(font);
}

void ReadingFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintBars(painter, area.adjusted(4, 4, -4, -4), theme);
}

QString ReadingFigure::csv() const
{
    if (!filled()) return {};
    QString csv = QStringLiteral("label,probability\n");
    for (int label = 0; label < labels.size(); ++label)
        csv += QStringLiteral("%1,%2\n").arg(csvField(labels[label])).arg(double(probabilities[std::size_t(label)]), 0, 'g', 6);
    return csv;
}

}  // namespace sonoglyph
