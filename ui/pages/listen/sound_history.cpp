#include "ui/pages/listen/sound_history.h"

#include <QSignalBlocker>

#include "ui/logic/listen_controller.h"
#include "ui/logic/text.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int thumbnail = 42;  // whole multiples of 28 would be too large or too small: smooth pixels

QIcon thumbnailOf(const ListenController::Past& past)
{
    if (!past.drawing) return icon(QStringLiteral("sound"), colors().secondaryText);
    const QImage image = toQImage(past.drawing->image);
    QIcon thumbnails;
    for (const int scale : {1, 2}) {
        QPixmap pixmap = QPixmap::fromImage(image.scaledToWidth(thumbnail * scale, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(scale);
        // The same where it is selected: a tint would change the image.
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected}) thumbnails.addPixmap(pixmap, mode);
    }
    return thumbnails;
}

}  // namespace

SoundHistory::SoundHistory(ListenController& listen, const SoundStory& story, QWidget* parent)
    : QListWidget(parent), listen_(listen), story_(story)
{
    setViewMode(IconMode);
    setFlow(LeftToRight);
    setWrapping(false);
    setMovement(Static);
    setIconSize({thumbnail, thumbnail});
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setFont(smallFont());
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sounds heard"));
    setToolTip(tr("Sounds heard since the start; a click shows one again"));
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { listen_.show(std::size_t(row(item))); });
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { listen_.show(std::size_t(row(item))); });
    connect(&listen, &ListenController::historyChanged, this, &SoundHistory::refill);
    connect(&story, &SoundStory::soundChanged, this, &SoundHistory::mark);
    refill();
}

QSize SoundHistory::sizeHint() const { return {320, minimumSizeHint().height()}; }

QSize SoundHistory::minimumSizeHint() const { return {2 * cell().width(), cell().height()}; }

QSize SoundHistory::cell() const { return {thumbnail + 6 * kGrid, thumbnail + fontMetrics().height() + kGrid}; }

void SoundHistory::refill()
{
    const QSignalBlocker quiet(this);
    const auto& history = listen_.history();
    while (count() > int(history.size())) delete takeItem(count() - 1);
    while (count() < int(history.size())) addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const ListenController::Past& past = history[std::size_t(i)];
        QListWidgetItem* entry = item(i);
        entry->setIcon(thumbnailOf(past));
        entry->setText(past.sound->shortName);
        entry->setToolTip(past.drawing ? tr("%1: LeNet-5 reads %2").arg(past.sound->name).arg(past.drawing->reading.digit())
                                       : past.sound->name);
        entry->setSizeHint(cell());
    }
    setVisible(count() > 0);
    mark();
}

void SoundHistory::mark()
{
    const QSignalBlocker quiet(this);
    const auto& history = listen_.history();
    for (std::size_t i = 0; story_.sound() && i < history.size(); ++i)
        if (history[i].sound->number == story_.sound()->number) setCurrentRow(int(i));
}

}  // namespace sonoglyph
