#include "ui/widgets/reading_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/logic/label_text.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

ReadingBars::ReadingBars(QWidget* parent) : FigureView(parent)
{
    labels_ = labelTexts(digitLabels());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setToolTip(tr("How LeNet-5, a network that knows only real images, reads this one: the probability of each label"));
    describe();
}

QString ReadingBars::kindOfFigure() const { return tr("Reading by LeNet-5"); }

void ReadingBars::setReading(const Reading& reading)
{
    probabilities_ = reading.probabilities.size() == reading.names().size() ? reading.probabilities : std::vector<float>();
    for (float& p : probabilities_) p = p > 0 ? std::min(p, 1.0f) : 0.0f;
    labels_ = labelTexts(reading.names());
    describe();
    update();
}

void ReadingBars::clear()
{
    probabilities_.clear();
    describe();
    update();
}

void ReadingBars::setExpected(int label)
{
    expected_ = label;
    describe();
    update();
}

int ReadingBars::winner() const
{
    return filled() ? int(std::max_element(probabilities_.begin(), probabilities_.end()) - probabilities_.begin()) : -1;
}

void ReadingBars::paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height();
    const int count = int(labels_.size());
    const double column = area.width() / count, bar = std::min(column * 0.62, 40.0);
    const QRectF plot = area.adjusted(0, line + 4, 0, -(line + 6));
    const int best = winner();
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
    for (int label = 0; label < count; ++label) {
        const double centre = area.left() + (label + 0.5) * column;
        const double p = filled() ? double(probabilities_[std::size_t(label)]) : 0.0;
        const bool wins = label == best;
        if (filled()) {
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
                if (wins || std::abs(label - best) * column > (where.width() + metrics.horizontalAdvance(QStringLiteral("00.0 %"))) / 2 ||
                    std::abs(p - double(probabilities_[std::size_t(best)])) * plot.height() > line)
                    painter.drawText(where, Qt::AlignCenter, text);
            }
        }
        painter.setFont(wins ? bold : font);
        painter.setPen(wins ? theme.accent : theme.secondaryText);
        const QRectF below(centre - column / 2, plot.bottom() + 3, column, line);
        painter.drawText(below, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(labels_[label], Qt::ElideRight, column - 2));
        if (label == expected_) {
            painter.setPen(QPen(theme.real, 1.5));
            painter.setBrush(Qt::NoBrush);
            const double side = line * 1.1;
            painter.drawRoundedRect(QRectF(centre - side / 2, below.center().y() - side / 2, side, side), side / 2, side / 2);
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
    if (!filled()) return {};
    QString csv = QStringLiteral("label,probability\n");
    for (int label = 0; label < labels_.size(); ++label)
        csv += QStringLiteral("%1,%2\n").arg(csvField(labels_[label])).arg(double(probabilities_[std::size_t(label)]), 0, 'g', 6);
    return csv;
}

void ReadingBars::describe()
{
    setAccessibleName(kindOfFigure());
    if (!filled()) {
        setAccessibleDescription(tr("Nothing to read yet."));
        return;
    }
    const int best = winner();
    QString text = tr("Reads a %1, %2 percent.").arg(labels_[best]).arg(double(probabilities_[std::size_t(best)]) * 100, 0, 'f', 1);
    if (expected_ >= 0 && expected_ < labels_.size()) text += tr(" A %1 was said.").arg(labels_[expected_]);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
