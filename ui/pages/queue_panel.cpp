#include "ui/pages/queue_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/run_queue.h"
#include "ui/pages/actions.h"
#include "ui/pages/run_delegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

QueuePanel::QueuePanel(RunQueue& queue, QWidget* parent) : QWidget(parent), queue_(queue)
{
    setObjectName(QStringLiteral("queuePanel"));
    const auto make = [this](const QString& name, const QString& text, const QString& tip, const QKeySequence& key, auto slot) {
        return makeAction(this, icon(name), text, tip, key, [this, slot] { (this->*slot)(); });
    };
    hold_ = make({}, {}, {}, {}, &QueuePanel::toggleHeld);
    next_ = make(QStringLiteral("first"), tr("Run next"), tr("Put this run at the head of the queue"), Qt::ALT | Qt::Key_Home,
                 &QueuePanel::runNext);
    up_ = make(QStringLiteral("up"), tr("Earlier"), tr("Move this run one place up"), Qt::ALT | Qt::Key_Up, &QueuePanel::moveUp);
    down_ = make(QStringLiteral("down"), tr("Later"), tr("Move this run one place down"), Qt::ALT | Qt::Key_Down, &QueuePanel::moveDown);
    remove_ = make(QStringLiteral("delete"), tr("Take out of the queue"), tr("This run will not be trained"), Qt::Key_Delete,
                   &QueuePanel::removeRun);
    heading_ = new QLabel;
    list_ = new QListView;
    list_->setObjectName(QStringLiteral("queue"));
    list_->setAccessibleName(tr("Runs that wait"));
    list_->setModel(&queue_);
    list_->setItemDelegate(new RunDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setUniformItemSizes(true);
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setDropIndicatorShown(true);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (QAction* action : {next_, up_, down_, remove_}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        list_->addAction(action);
    }

    beside_ = new QSpinBox;
    beside_->setObjectName(QStringLiteral("sideBySide"));
    beside_->setRange(1, queue_.cores());
    beside_->setPrefix(tr("Side by side: "));
    beside_->setAccessibleName(tr("Runs side by side"));
    beside_->setToolTip(tr("So many runs train at a time and divide the processor's cores; the others are programs of their own"));
    beside_->setFont(smallFont());
    beside_->setMinimumWidth(beside_->sizeHint().width() + kGrid);
    beside_->setVisible(queue_.cores() > 1);
    beside_->setValue(queue_.sideBySide());
    connect(beside_, &QSpinBox::valueChanged, &queue_, &RunQueue::setSideBySide);
    connect(&queue_, &RunQueue::sideBySideChanged, beside_, &QSpinBox::setValue);

    auto* head = new QHBoxLayout;
    head->addWidget(heading_, 1);
    head->addWidget(beside_);
    for (QAction* action : {hold_, next_, up_, down_, remove_}) head->addWidget(iconButton(action));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addWidget(list_, 1);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&queue_, signal, this, &QueuePanel::follow);
    connect(&queue_, &QAbstractItemModel::rowsMoved, this, &QueuePanel::follow);
    connect(&queue_, &QAbstractItemModel::modelReset, this, &QueuePanel::follow);
    connect(&queue_, &RunQueue::heldChanged, this, &QueuePanel::follow);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePanel::follow);
    follow();
}

int QueuePanel::row() const { return list_->currentIndex().isValid() ? list_->currentIndex().row() : -1; }

void QueuePanel::toggleHeld() { queue_.setHeld(!queue_.held()); }

void QueuePanel::moveTo(int to)
{
    const QPersistentModelIndex moved = list_->currentIndex();
    queue_.move(row(), to);
    list_->setCurrentIndex(moved);
}

void QueuePanel::runNext() { moveTo(0); }

void QueuePanel::moveUp() { moveTo(row() - 1); }

void QueuePanel::moveDown() { moveTo(row() + 1); }

void QueuePanel::removeRun() { queue_.remove(row()); }

void QueuePanel::follow()
{
    const int count = queue_.rowCount();
    setVisible(count > 0);
    heading_->setText(queue_.held() ? tr("%n run(s) wait, held", nullptr, count) : tr("%n run(s) wait", nullptr, count));
    hold_->setIcon(icon(queue_.held() ? QStringLiteral("play") : QStringLiteral("pause")));
    hold_->setText(queue_.held() ? tr("Go on with the queue") : tr("Hold the queue"));
    hold_->setToolTip(queue_.held() ? tr("Start the runs that wait, one after another") : tr("Start no further run by itself"));
    hold_->setEnabled(count > 0);
    next_->setEnabled(row() > 0);
    up_->setEnabled(row() > 0);
    down_->setEnabled(row() >= 0 && row() < count - 1);
    remove_->setEnabled(row() >= 0);
}

}  // namespace sonoglyph
