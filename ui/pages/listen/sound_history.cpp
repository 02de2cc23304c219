#include "ui/pages/listen/sound_history.h"

#include <QSignalBlocker>

#include "ui/logic/listen_controller.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/text.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int thumbnail = 42;  // whole multiples of 28 would be too large or too small: smooth pixels

QIcon thumbnailOf(const KeptSound& past)
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
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { showRow(row(item)); });
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { showRow(row(item)); });
    for (const auto change : {&SoundLibrary::rowsInserted, &SoundLibrary::rowsRemoved})
        connect(&listen.library(), change, this, &SoundHistory::refill);
    connect(&listen.library(), &SoundLibrary::dataChanged, this, &SoundHistory::refill);
    connect(&story, &SoundStory::soundChanged, this, &SoundHistory::mark);
    refill();
}

QSize SoundHistory::sizeHint() const { return {320, minimumSizeHint().height()}; }

QSize SoundHistory::minimumSizeHint() const { return {2 * cell().width(), cell().height()}; }

QSize SoundHistory::cell() const { return {thumbnail + 6 * kGrid, thumbnail + fontMetrics().height() + kGrid}; }

void SoundHistory::refill()
{
    const QSignalBlocker quiet(this);
    const auto& history = listen_.library().sounds();
    while (count() > int(history.size())) delete takeItem(count() - 1);
    while (count() < int(history.size())) addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const KeptSound& past = history[std::size_t(i)];
        QListWidgetItem* entry = item(i);
        entry->setIcon(thumbnailOf(past));
        entry->setText(past.sound->shortName);
        entry->setToolTip(listen_.library().index(i).data(Qt::ToolTipRole).toString());
        entry->setSizeHint(cell());
    }
    setVisible(count() > 0);
    mark();
}

void SoundHistory::showRow(int row) { listen_.show(listen_.library().sounds()[std::size_t(row)].sound->number); }

void SoundHistory::mark()
{
    const QSignalBlocker quiet(this);
    const auto& history = listen_.library().sounds();
    for (std::size_t i = 0; story_.sound() && i < history.size(); ++i)
        if (history[i].sound->number == story_.sound()->number) setCurrentRow(int(i));
}

}  // namespace sonoglyph
