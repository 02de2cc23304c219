#include "ui/pages/listen/reading_area.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "core/session/decoder.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double unusual = 0.95;  // one in twenty of the training recordings lies farther from the others
constexpr int markSize = 16;

/// How usual the sound is, in words.
QString told(const TrainingDistance& distance)
{
    const int farther = int(std::floor(100 * distance.share)), nearer = 100 - farther;
    if (distance.share >= 1)
        return ReadingArea::tr("Unlike the training recordings: farther from them than any of them is from the others.");
    if (distance.share >= unusual)
        return ReadingArea::tr("Unlike the training recordings: farther from them than %1 % of them are from one another.").arg(farther);
    if (farther == 0) return ReadingArea::tr("Like the training recordings: nearer to them than any of them is to the others.");
    return ReadingArea::tr("Like the training recordings: nearer to them than %1 % of them are to one another.").arg(nearer);
}

}  // namespace

ReadingArea::ReadingArea(QWidget* parent)
    : QWidget(parent), bars_(new ReadingBars(this)), mark_(new QLabel(this)), distance_(quietLabel({}, this))
{
    bars_->setFigureTitle(tr("LeNet-5's reading"));
    distance_->setWordWrap(true);
    distance_->setMinimumHeight(2 * distance_->fontMetrics().lineSpacing());
    distance_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    mark_->setFixedWidth(markSize);
    mark_->setAlignment(Qt::AlignTop);
    mark_->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    row->addWidget(mark_);
    row->addWidget(distance_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(bars_, 1);
    layout->addLayout(row);
}

void ReadingArea::setDrawing(const Drawing& drawing, int reference, bool live)
{
    bars_->setReading(drawing.reading);
    const auto& distance = drawing.distance;
    const bool far = !live && distance && distance->share >= unusual;
    mark_->setVisible(far);
    if (far) mark_->setPixmap(icon(QStringLiteral("warning"), colors().warning).pixmap(markSize));
    QString tip = tr("Where the mean of z lies among those of the recordings that the model was trained on.");
    if (live) {
        distance_->clear();
    } else if (distance) {
        distance_->setText(told(*distance));
        tip += QLatin1Char('\n') +
               tr("Distance to the five nearest of %n training recording(s): %1 standard deviations of the posterior.", nullptr, reference)
                   .arg(numberText(distance->distance, 1));
    } else {
        distance_->setText(tr("This model does not know its training recordings."));
        tip += QLatin1Char('\n') + tr("Where its data set is there, sonoglyph-cli reference adds them to the model's file.");
    }
    distance_->setToolTip(tip);
}

void ReadingArea::clear()
{
    bars_->clear();
    mark_->hide();
    distance_->clear();
}

}  // namespace sonoglyph
