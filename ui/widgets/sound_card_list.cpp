#include "ui/widgets/sound_card_list.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include "ui/widgets/theme.h"

namespace sonoglyph {

SoundCardList::SoundCardList(const SoundCardDelegate::Roles& roles, QWidget* parent) : QListView(parent), roles_(roles)
{
    setItemDelegate(new SoundCardDelegate(roles, this));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalScrollBar()->setSingleStep(SoundCardDelegate::cardSize().width() / 2);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // its place is there from the start: nothing jumps
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SoundCardList::sizeHint() const { return {4 * SoundCardDelegate::cardSize().width(), minimumSizeHint().height()}; }

QSize SoundCardList::minimumSizeHint() const
{
    return {2 * SoundCardDelegate::cardSize().width(), SoundCardDelegate::cardSize().height() + horizontalScrollBar()->sizeHint().height()};
}

void SoundCardList::keyPressEvent(QKeyEvent* event)
{
    // It records, everywhere on the page.
    if (event->key() == Qt::Key_Space) return event->ignore();
    const QModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex().isValid() && currentIndex() != before && !editing()) Q_EMIT steppedTo(currentIndex());
}

void SoundCardList::mousePressEvent(QMouseEvent* event)
{
    const QPoint where = event->position().toPoint();
    const QModelIndex index = indexAt(where);
    if (event->button() != Qt::LeftButton || !index.isValid() || !SoundCardDelegate::starRect(visualRect(index)).contains(where))
        return QListView::mousePressEvent(event);
    model()->setData(index, !index.data(roles_.starred).toBool(), roles_.starred);
}

void SoundCardList::wheelEvent(QWheelEvent* event)
{
    QScrollBar* bar = horizontalScrollBar();
    const QPoint pixels = event->pixelDelta(), steps = event->angleDelta();
    const int by = !pixels.isNull() ? (pixels.x() != 0 ? pixels.x() : pixels.y())
                                    : (steps.x() != 0 ? steps.x() : steps.y()) * SoundCardDelegate::cardSize().width() / 120;
    bar->setValue(bar->value() - by);
    event->accept();
}

void SoundCardList::startDrag(Qt::DropActions actions)
{
    QModelIndexList dragged;
    for (const QModelIndex& index : selectedIndexes())
        if (index.flags() & Qt::ItemIsDragEnabled) dragged << index;
    if (dragged.isEmpty()) return;
    auto* drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(dragged));
    const QRect card = visualRect(dragged.contains(currentIndex()) ? currentIndex() : dragged.front());
    drag->setPixmap(viewport()->grab(card));
    drag->setHotSpot({card.width() / 2, card.height() / 2});
    drag->exec(actions, Qt::CopyAction);
}

}  // namespace sonoglyph
