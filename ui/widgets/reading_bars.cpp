#include "ui/widgets/reading_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/logic/label_text.h"

namespace sonoglyph {

ReadingBars::ReadingBars(QWidget* parent) : FigureView(parent)
{
    figure_.labels = labelTexts(digitLabels());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setToolTip(tr("How LeNet-5, a network that knows only real images, reads this one: the probability of each label"));
    describe();
}

QString ReadingBars::kindOfFigure() const { return tr("Reading by LeNet-5"); }

void ReadingBars::setReading(const Reading& reading)
{
    figure_.probabilities = reading.probabilities.size() == reading.names().size() ? reading.probabilities : std::vector<float>();
    for (float& p : figure_.probabilities) p = p > 0 ? std::min(p, 1.0f) : 0.0f;
    figure_.labels = labelTexts(reading.names());
    describe();
    update();
}

void ReadingBars::clear()
{
    figure_.probabilities.clear();
    describe();
    update();
}

void ReadingBars::setExpected(int label)
{
    figure_.expected = label;
    describe();
    update();
}

void ReadingBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    figure_.paintBars(painter, rect(), colors());
    paintFocus(painter, rect());
}

void ReadingBars::describe()
{
    setAccessibleName(kindOfFigure());
    if (!figure_.filled()) {
        setAccessibleDescription(tr("Nothing to read yet."));
        return;
    }
    const int best = figure_.winner();
    QString text =
        tr("Reads a %1, %2 percent.").arg(figure_.labels[best]).arg(double(figure_.probabilities[std::size_t(best)]) * 100, 0, 'f', 1);
    if (figure_.expected >= 0 && figure_.expected < figure_.labels.size())
        text += tr(" A %1 was said.").arg(figure_.labels[figure_.expected]);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
