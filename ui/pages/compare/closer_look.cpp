#include "ui/pages/compare/closer_look.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/logic/sound_comparison.h"
#include "ui/logic/text.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wipe_view.h"

namespace sonoglyph {

CloserLook::CloserLook(QWidget* parent)
    : QWidget(parent), caption_(quietLabel({}, this)), stack_(new QStackedWidget(this)), image_(new DigitView), reading_(new ReadingBars),
      wipe_(new WipeView), difference_(new DifferenceView), numbers_(quietLabel({}, this))
{
    caption_->setWordWrap(true);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    image_->setFigureTitle(tr("Image of the cell"));
    image_->setEmptyText({});
    reading_->setFigureTitle(tr("LeNet-5's reading"));
    wipe_->setFigureTitle(tr("Two models, wiped"));
    difference_->setFigureTitle(tr("Difference of two models"));
    difference_->setEmptyText(tr("An image is missing."));
    difference_->setToolTip(tr("Orange: the second model has more. Blue: the first one has more. White: no difference."));
    connect(image_, &DigitView::hovered, this, &CloserLook::hovered);
    connect(difference_, &DifferenceView::hovered, this, &CloserLook::hovered);

    auto* one = new QWidget;
    auto* oneColumn = new QVBoxLayout(one);
    oneColumn->setContentsMargins(0, 0, 0, 0);
    oneColumn->setSpacing(kGrid);
    oneColumn->addWidget(image_, 3);
    oneColumn->addWidget(reading_, 1);
    auto* two = new QWidget;
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(kGrid);
    pictures->addWidget(wipe_, 1);
    pictures->addWidget(difference_, 1);
    auto* twoColumn = new QVBoxLayout(two);
    twoColumn->setContentsMargins(0, 0, 0, 0);
    twoColumn->setSpacing(kGrid);
    twoColumn->addLayout(pictures, 1);
    numbers_->setWordWrap(true);
    twoColumn->addWidget(numbers_);
    stack_->addWidget(one);
    stack_->addWidget(two);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(caption_);
    layout->addWidget(stack_, 1);
}

void CloserLook::clear(const QString& sentence)
{
    caption_->setText(sentence);
    image_->clear();
    reading_->clear();
    stack_->setCurrentIndex(0);
}

void CloserLook::showOne(const QString& caption, const PooledDrawing* drawing, int said)
{
    stack_->setCurrentIndex(0);
    caption_->setText(caption);
    if (!drawing) {
        image_->clear();
        reading_->clear();
        return;
    }
    image_->setImage(toQImage(drawing->mean.image));
    reading_->setExpected(said);
    reading_->setReading(drawing->mean.reading);
}

void CloserLook::showTwo(const QString& sound, const QString& first, const PooledDrawing* a, const QString& second, const PooledDrawing* b)
{
    stack_->setCurrentIndex(1);
    caption_->setText(sound);
    wipe_->setNames(first, second);
    wipe_->setImages(a ? toQImage(a->mean.image) : QImage(), b ? toQImage(b->mean.image) : QImage());
    difference_->clear();
    numbers_->clear();
    if (!a || !b) return;
    const SoundComparison comparison = compareSounds({}, &a->mean, {}, &b->mean);
    difference_->setValues(comparison.image.width, comparison.image.height, comparison.image.values);
    QStringList lines{tr("Right: second less first. Orange is more, blue is less.")};
    if (!comparison.image.empty())
        lines << tr("Images: %1 apart (root mean square of 0 to 1)").arg(QLocale().toString(comparison.image.rms(), 'f', 3));
    if (comparison.readingDistance)
        lines << tr("Readings: %1 apart (0 the same, 1 nothing in common)").arg(QLocale().toString(*comparison.readingDistance, 'f', 2));
    numbers_->setText(lines.join(u'\n'));
}

}  // namespace sonoglyph
