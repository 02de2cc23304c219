#include "ui/pages/listen/compare_panel.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include "ui/logic/sound_comparison.h"
#include "ui/logic/text.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QString number(double value) { return QLocale().toString(value, 'f', 2); }

}  // namespace

ComparePanel::ComparePanel(const AppContext& context, QWidget* parent)
    : QWidget(parent), context_(context), inputs_(new DifferenceView(this)), images_(new DifferenceView(this)), numbers_(new QLabel(this))
{
    for (Side& side : sides_) {
        side.title = quietLabel({}, this);
        side.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        side.input = new SpectrogramView(this);
        side.input->setExact(true);
        side.input->setAxesVisible(false);
        side.input->setFigureTitle(tr("Network input"));
        side.input->setEmptyText({});
        side.image = new DigitView(this);
        side.image->setFigureTitle(tr("Image of the sound"));
        side.image->setEmptyText({});
        side.reading = new ReadingBars(this);
        side.reading->setFigureTitle(tr("LeNet-5's reading"));
        connect(side.input, &SpectrogramView::hovered, this, &ComparePanel::statusChanged);
        connect(side.image, &DigitView::hovered, this, &ComparePanel::statusChanged);
    }
    inputs_->setFigureTitle(tr("Difference of the network inputs"));
    inputs_->setEmptyText(tr("Their sizes differ."));
    images_->setFigureTitle(tr("Difference of the images"));
    images_->setEmptyText(tr("An image is missing."));
    numbers_->setWordWrap(true);
    numbers_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (DifferenceView* view : {inputs_, images_}) {
        view->setToolTip(tr("Orange: the right sound has more. Blue: the left one has more. White: no difference."));
        connect(view, &DifferenceView::hovered, this, &ComparePanel::statusChanged);
    }
    layOut();
    connect(context_.library, &SoundLibrary::fetched, this, &ComparePanel::take);
    connect(context_.library, &SoundLibrary::fetchFailed, this, [this](quint64 number) {
        if (isVisible() && (sides_[0].number == number || sides_[1].number == number)) leave();
    });
    connect(context_.library, &SoundLibrary::dataChanged, this, [this] {
        if (!isVisible()) return;
        for (Side& side : sides_) show(side);
        showDifference();
    });
}

void ComparePanel::layOut()
{
    auto* close = new QAction(icon(QStringLiteral("close")), tr("End the comparison"), this);
    close->setToolTip(tr("Back to the current sound (Escape)"));
    connect(close, &QAction::triggered, this, &ComparePanel::leave);
    auto* heading = new QHBoxLayout;
    heading->addWidget(quietLabel(tr("Right less left"), this));
    heading->addStretch(1);
    heading->addWidget(quietButton(close, this));

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kMargin);
    layout->setVerticalSpacing(kGrid);
    for (int column = 0; column < 2; ++column) {
        const Side& side = sides_[std::size_t(column)];
        layout->addWidget(side.title, 0, column);
        layout->addWidget(side.input, 1, column);
        layout->addWidget(side.image, 2, column);
        layout->addWidget(side.reading, 3, column);
        layout->setColumnStretch(column, 1);
    }
    layout->addLayout(heading, 0, 2);
    layout->addWidget(inputs_, 1, 2);
    layout->addWidget(images_, 2, 2);
    layout->addWidget(numbers_, 3, 2);
    layout->setColumnStretch(2, 1);
    layout->setRowStretch(1, 2);
    layout->setRowStretch(2, 2);
    layout->setRowStretch(3, 1);
}

void ComparePanel::compare(quint64 first, quint64 second)
{
    sides_[0].number = first;
    sides_[1].number = second;
    const SoundCard* cards[] = {context_.library->find(first), context_.library->find(second)};
    if (!cards[0] || !cards[1]) return;
    QWidget::show();  // what is in memory is there at once
    for (std::size_t i = 0; i < sides_.size(); ++i) {
        sides_[i].sound.reset();
        show(sides_[i]);
        context_.library->fetch(sides_[i].number, cards[i]->params);
    }
    showDifference();
    setFocus();
}

void ComparePanel::leave()
{
    hide();
    for (Side& side : sides_) side.sound.reset();
    Q_EMIT closed();
}

void ComparePanel::take(const HeardSoundPtr& sound)
{
    if (!isVisible()) return;
    for (Side& side : sides_) {
        if (side.number != sound->number) continue;
        side.sound = sound;
        show(side);
    }
    showDifference();
}

void ComparePanel::show(Side& side)
{
    const SoundCard* card = context_.library->find(side.number);
    if (!card) return side.title->clear();
    side.title->setText(card->drawing ? tr("%1, drawn by %2").arg(card->longTitle(), QString::fromStdString(card->model.name))
                                      : card->longTitle());
    side.title->setToolTip(side.title->text());
    if (side.sound) {
        const int rate = side.sound->sound.rate;
        side.input->setParams(side.sound->params, side.sound->params.rate > 0 ? side.sound->params.rate : rate);
        side.input->setSpectrogram(side.sound->input, double(side.sound->word.end - side.sound->word.begin) / rate);
    } else {
        side.input->clear();
    }
    if (card->drawing) {
        side.image->setImage(toQImage(card->drawing->image));
        side.reading->setReading(card->drawing->reading);
    } else {
        side.image->clear();
        side.reading->clear();
    }
}

void ComparePanel::showDifference()
{
    inputs_->clear();
    images_->clear();
    numbers_->clear();
    const SoundCard* first = context_.library->find(sides_[0].number);
    const SoundCard* second = context_.library->find(sides_[1].number);
    if (!first || !second || !sides_[0].sound || !sides_[1].sound) return;
    const SoundComparison comparison = compareSounds(sides_[0].sound->input, first->drawing ? &*first->drawing : nullptr,
                                                     sides_[1].sound->input, second->drawing ? &*second->drawing : nullptr);
    inputs_->setValues(comparison.input.width, comparison.input.height, comparison.input.values);
    images_->setValues(comparison.image.width, comparison.image.height, comparison.image.values);
    QStringList lines;
    if (!comparison.input.empty()) lines << tr("Network inputs: %1 apart (root mean square of 0 to 1)").arg(number(comparison.input.rms()));
    if (!comparison.image.empty()) lines << tr("Images: %1 apart").arg(number(comparison.image.rms()));
    if (comparison.codeDistance && first->model == second->model)
        lines << tr("Codes: %1 standard deviations of the prior apart").arg(number(*comparison.codeDistance));
    if (comparison.readingDistance)
        lines << tr("Readings: %1 apart (0 the same, 1 nothing in common)").arg(number(*comparison.readingDistance));
    if (first->drawing && second->drawing && first->model != second->model) lines << tr("Two models: their codes cannot be compared.");
    numbers_->setText(lines.join(u'\n'));
}

void ComparePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return leave();
    QWidget::keyPressEvent(event);
}

}  // namespace sonoglyph
