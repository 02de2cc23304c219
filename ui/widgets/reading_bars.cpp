#include "ui/widgets/reading_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

ReadingBars::ReadingBars(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setToolTip(tr("How LeNet-5, a network that knows only real digits, reads the image: the probability of each digit"));
    describe();
}

QString ReadingBars::kindOfFigure() const { return tr("Reading by LeNet-5"); }

void ReadingBars::setProbabilities(std::span<const float> probabilities)
{
    filled_ = probabilities.size() == probabilities_.size();
    if (filled_)
        std::transform(probabilities.begin(), probabilities.end(), probabilities_.begin(),
                       [](float p) { return p > 0 ? std::min(p, 1.0f) : 0.0f; });
    describe();
    update();
}

void ReadingBars::clear() { setProbabilities({}); }

void ReadingBars::setExpected(int digit)
{
    expected_ = digit >= 0 && digit <= 9 ? digit : -1;
    describe();
    update();
}

int ReadingBars::winner() const
{
    return filled_ ? int(std::max_element(probabilities_.begin(), probabilities_.end()) - probabilities_.begin()) : -1;
}

void ReadingBars::paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height();
    const double column = area.width() / 10, bar = std::min(column * 0.62, 40.0);
    const QRectF plot = area.adjusted(0, line + 4, 0, -(line + 6));
    const int best = winner();
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
    for (int digit = 0; digit < 10; ++digit) {
        const double centre = area.left() + (digit + 0.5) * column;
        const double p = filled_ ? double(probabilities_[std::size_t(digit)]) : 0.0;
        const bool wins = digit == best;
        if (filled_) {
            const double height = std::max(p * plot.height(), 1.0);
            QRectF box(centre - bar / 2, plot.bottom() - height, bar, height);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(wins ? theme.accent : mixed(theme.hairline, theme.secondaryText, 0.35));
            painter.setClipRect(QRectF(box.left() - 1, area.top(), box.width() + 2, plot.bottom() - area.top()));
            painter.drawRoundedRect(box.adjusted(0, 0, 0, 3), 3, 3);
            painter.setClipping(false);
            if (wins || p >= 0.05) {
                painter.setFont(wins ? bold : font);
                painter.setPen(wins ? theme.accent : theme.secondaryText);
                const QString text = tr("%1 %").arg(p >= 0.9995 || p < 0.1 || !wins ? QString::number(std::lround(p * 100))
                                                                                    : QString::number(p * 100, 'f', 1));
                QRectF where(0, 0, metrics.horizontalAdvance(text) + 2, line);
                where.moveCenter({std::clamp(centre, area.left() + where.width() / 2, area.right() - where.width() / 2), 0});
                where.moveBottom(box.top() - 2);
                // Beside a winner whose text is wider than its column, the neighbour keeps silent.
                if (wins || std::abs(digit - best) * column > (where.width() + metrics.horizontalAdvance(QStringLiteral("00.0 %"))) / 2 ||
                    std::abs(p - double(probabilities_[std::size_t(best)])) * plot.height() > line)
                    painter.drawText(where, Qt::AlignCenter, text);
            }
        }
        painter.setFont(wins ? bold : font);
        painter.setPen(wins ? theme.accent : theme.secondaryText);
        const QRectF label(centre - column / 2, plot.bottom() + 3, column, line);
        painter.drawText(label, Qt::AlignCenter, QString::number(digit));
        if (digit == expected_) {
            painter.setPen(QPen(theme.real, 1.5));
            painter.setBrush(Qt::NoBrush);
            const double side = line * 1.1;
            painter.drawRoundedRect(QRectF(centre - side / 2, label.center().y() - side / 2, side, side), side / 2, side / 2);
        }
    }
    painter.setFont(font);
}

void ReadingBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    paintBars(painter, rect(), colors());
    paintFocus(painter, rect());
}

void ReadingBars::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintBars(painter, area.adjusted(4, 4, -4, -4), printColors());
}

QString ReadingBars::figureCsv() const
{
    if (!filled_) return {};
    QString csv = QStringLiteral("digit,probability\n");
    for (int digit = 0; digit < 10; ++digit)
        csv += QStringLiteral("%1,%2\n").arg(digit).arg(double(probabilities_[std::size_t(digit)]), 0, 'g', 6);
    return csv;
}

void ReadingBars::describe()
{
    setAccessibleName(kindOfFigure());
    if (!filled_) {
        setAccessibleDescription(tr("Nothing to read yet."));
        return;
    }
    const int best = winner();
    QString text = tr("Reads a %1, %2 percent.").arg(best).arg(double(probabilities_[std::size_t(best)]) * 100, 0, 'f', 1);
    if (expected_ >= 0) text += tr(" A %1 was said.").arg(expected_);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
