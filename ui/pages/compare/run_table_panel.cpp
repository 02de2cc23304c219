#include "ui/pages/compare/run_table_panel.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/logic/compare_controller.h"
#include "ui/logic/settings.h"
#include "ui/pages/actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

namespace sonoglyph {

namespace {

constexpr const char *columnsKey = "compare/runs", *groupedKey = "compare/grouped";

}  // namespace

RunTablePanel::RunTablePanel(const AppContext& context, CompareController& controller, QWidget* parent)
    : QWidget(parent), context_(context), controller_(controller), table_(list_), shown_(table_), banner_(new Banner(this)),
      toast_(new Toast(this)), search_(new QLineEdit(this)), stack_(new QStackedWidget(this)), view_(new QTreeView(this)),
      count_(quietLabel({}, this))
{
    const auto make = [this](const char* iconName, const QString& text, const QString& tip, const QKeySequence& shortcut,
                             std::function<void()> slot) {
        QAction* action = makeAction(this, icon(QString::fromLatin1(iconName)), text, tip, shortcut, std::move(slot));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    remove_ = make("delete", tr("Delete runs"), tr("Move the chosen runs to the wastebasket; this can be undone"), QKeySequence::Delete,
                   [this] { removeSelected(); });
    reveal_ = make("folder", tr("Open the folder"), tr("Show the run's files in the file manager"), {}, [this] {
        const QStringList folders = selected();
        if (!folders.isEmpty()) QDesktopServices::openUrl(QUrl::fromLocalFile(folders.front()));
    });
    train_ = make("train", tr("Show on Train"), tr("Its curves, epochs and what can be done with it"), {}, [this] {
        const QStringList folders = selected();
        if (!folders.isEmpty()) Q_EMIT runWanted(folders.front());
    });
    group_ = make("copy", tr("Group by sweep"), tr("Runs of a sweep stand together below a heading"), {}, [] {});
    group_->setCheckable(true);
    connect(group_, &QAction::toggled, this, [this](bool grouped) {
        context_.settings->setValue(QString::fromLatin1(groupedKey), grouped);
        view_->setRootIsDecorated(grouped);
        table_.setGrouped(grouped);
        view_->expandAll();
    });
    layOut();
    group_->setChecked(context_.settings->value(QString::fromLatin1(groupedKey)).toBool());
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        shown_.setTyped(text);
        showCount();
    });
    connect(toast_, &Toast::actionTriggered, this, &RunTablePanel::undoRemove);
    connect(&list_, &RunList::refreshed, this, [this] {
        stack_->setCurrentIndex(table_.runCount() > 0 ? 1 : 0);
        showCount();
        updateActions();
    });
    connect(&shown_, &QAbstractItemModel::modelReset, view_, &QTreeView::expandAll);
    connect(&table_, &RunTable::dataChanged, this, [this] {
        if (std::exchange(sized_, true)) return;
        for (int column = 0; column < RunTable::ColumnCount; ++column) view_->resizeColumnToContents(column);
    });
    connect(&table_, &RunTable::failed, this, [this](const QString& text) { banner_->showMessage(Banner::Trouble, text); });
    connect(&table_, &RunTable::tickWanted, this, [this](const QString& folder) { controller_.toggle(folder); });
    connect(&controller_, &CompareController::columnsChanged, this, [this] { table_.setTicked(controller_.chosen()); });
    connect(context_.settings, &Settings::runsFolderChanged, this, &RunTablePanel::refresh);
    table_.setTicked(controller_.chosen());
    updateActions();
}

void RunTablePanel::layOut()
{
    search_->setPlaceholderText(tr("Filter by name, model, data set, tag or note"));
    search_->setAccessibleName(tr("Filter of the runs"));
    search_->setClearButtonEnabled(true);
    view_->setModel(&shown_);
    view_->setObjectName(QStringLiteral("runs"));
    view_->setAccessibleName(tr("All runs"));
    view_->setRootIsDecorated(false);
    view_->setUniformRowHeights(true);
    view_->setSortingEnabled(true);
    view_->setAlternatingRowColors(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setFont(smallNumberFont());
    view_->header()->setFont(smallFont());
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    view_->sortByColumn(RunTable::Changed, Qt::DescendingOrder);
    QHeaderView* header = view_->header();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 1; column < RunTable::ColumnCount; ++column) {
        auto* action = new QAction(table_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), header);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, header, [header, column](bool on) { header->setSectionHidden(column, !on); });
        header->addAction(action);
    }
    sized_ = header->restoreState(context_.settings->value(QString::fromLatin1(columnsKey)).toByteArray());
    for (int column = 1; column < RunTable::ColumnCount; ++column)
        header->actions()[column - 1]->setChecked(!header->isSectionHidden(column));
    const auto remember = [this, header] { context_.settings->setValue(QString::fromLatin1(columnsKey), header->saveState()); };
    connect(header, &QHeaderView::sectionResized, this, remember);
    connect(header, &QHeaderView::sectionMoved, this, remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, remember);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunTablePanel::updateActions);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(search_, 1);
    tools->addWidget(count_);
    for (QAction* action : {group_, train_, reveal_, remove_}) {
        QToolButton* button = quietButton(action, this);
        if (action == reveal_ || action == remove_) button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tools->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(tools);
    layout->addWidget(banner_);
    layout->addWidget(stack_, 1);
    auto* empty = new EmptyState(QStringLiteral("train"), tr("Runs appear here with what they reached. None has been trained yet."),
                                 tr("Go to Train"), this);
    connect(empty, &EmptyState::actionTriggered, this, &RunTablePanel::trainPageWanted);
    stack_->addWidget(empty);
    stack_->addWidget(view_);
    stack_->setCurrentIndex(1);
}

void RunTablePanel::refresh()
{
    if (isVisible()) list_.refresh(context_.settings->runsFolder());
}

void RunTablePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    list_.watch(true);
}

void RunTablePanel::hideEvent(QHideEvent* event)
{
    list_.watch(false);
    QWidget::hideEvent(event);
}

QStringList RunTablePanel::selected() const
{
    QStringList folders;
    for (const QModelIndex& index : view_->selectionModel()->selectedRows()) folders << index.data(RunTable::FolderRole).toString();
    return folders;
}

void RunTablePanel::removeSelected()
{
    const QStringList folders = selected();
    for (const QModelIndex& index : view_->selectionModel()->selectedRows())
        if (table_.running(shown_.mapToSource(index)))
            return banner_->showMessage(Banner::Warning,
                                        tr("%1 is being trained. Stop it first, then it can be deleted.").arg(index.data().toString()));
    if (folders.isEmpty()) return;
    banner_->hide();
    if (!trash_.remove(folders)) banner_->showMessage(Banner::Trouble, trash_.trouble());
    if (trash_.canUndo()) toast_->showText(tr("%n run(s) moved to the wastebasket", nullptr, int(folders.size())), tr("Undo"));
    refresh();
    controller_.refresh();
}

void RunTablePanel::undoRemove()
{
    if (!trash_.undo()) banner_->showMessage(Banner::Trouble, trash_.trouble());
    refresh();
    controller_.refresh();
}

void RunTablePanel::updateActions()
{
    const bool any = view_->selectionModel()->hasSelection();
    for (QAction* action : {remove_, reveal_, train_}) action->setEnabled(any);
}

void RunTablePanel::showCount()
{
    const int all = table_.runCount(), shown = shown_.runCount();
    count_->setText(shown == all ? tr("%n run(s)", nullptr, all) : tr("%1 of %n run(s)", nullptr, all).arg(shown));
}

}  // namespace sonoglyph
