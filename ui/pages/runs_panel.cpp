#include "ui/pages/runs_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/run_list.h"
#include "ui/logic/run_queue.h"
#include "ui/pages/actions.h"
#include "ui/pages/queue_panel.h"
#include "ui/pages/run_delegate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

RunsPanel::RunsPanel(RunList& runs, RunQueue& queue, const QList<QAction*>& buttons, const QList<QAction*>& menu, QWidget* parent)
    : QWidget(parent), runs_(runs)
{
    banner_ = new Banner;
    connect(&queue, &RunQueue::failed, banner_, [this](const QString& text) { banner_->showMessage(Banner::Trouble, text); });
    queue_ = new QueuePanel(queue);
    auto* heading = new QHBoxLayout;
    heading->addWidget(new QLabel(tr("Runs")));
    heading->addStretch();
    for (QAction* action : buttons) heading->addWidget(iconButton(action));
    none_ = new QLabel(tr("Runs appear here once they have begun."));
    none_->setWordWrap(true);
    none_->setFont(smallFont());
    list_ = new QListView;
    list_->setObjectName(QStringLiteral("runs"));
    list_->setAccessibleName(tr("Runs on disk"));
    list_->setModel(&runs_);
    list_->setItemDelegate(new RunDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setEditTriggers(QListView::NoEditTriggers);
    list_->setUniformItemSizes(true);
    list_->addActions(menu);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(banner_);
    column->addWidget(queue_, 1);
    column->addLayout(heading);
    column->addWidget(none_, 0, Qt::AlignTop);
    column->addWidget(list_, 1);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPanel::chosen);
    connect(&runs_, &RunList::refreshed, this, &RunsPanel::follow);
    follow();
}

QList<QAction*> RunsPanel::commands() const { return queue_->commands(); }

void RunsPanel::choose(const QModelIndex& index)
{
    const QSignalBlocker quiet(list_->selectionModel());
    list_->setCurrentIndex(index);
    list_->viewport()->update();
}

void RunsPanel::follow()
{
    none_->setVisible(runs_.loaded() && runs_.items().empty());
    list_->setVisible(!runs_.items().empty());
}

}  // namespace sonoglyph
