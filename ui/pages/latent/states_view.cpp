#include "ui/pages/latent/states_view.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/latent_states.h"
#include "ui/logic/sound_comparison.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wipe_view.h"

namespace sonoglyph {

namespace {

constexpr int cardWidth = 14 * kGrid, cardHeight = 15 * kGrid;

Drawing drawingOf(const LatentState& state)
{
    Drawing drawing;
    drawing.image = state.image;
    drawing.code.mean = state.placement.z();
    return drawing;
}

int differentFeatures(const LatentPlacement& a, const LatentPlacement& b)
{
    const std::vector<float> first = a.z(), second = b.z();
    int count = int(std::max(first.size(), second.size()) - std::min(first.size(), second.size()));
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) count += std::abs(first[i] - second[i]) > 5e-3F ? 1 : 0;
    return count;
}

}  // namespace

StatesView::StatesView(LatentStates& states, QAction& keep, QWidget* parent)
    : QWidget(parent), states_(states), stack_(new QStackedWidget), list_(new QListView), pair_(new QWidget),
      caption_(quietLabel({}, this)), wipe_(new WipeView), difference_(new DifferenceView), toast_(new Toast(this))
{
    const auto make = [this](const char* name, const QString& text, const QString& tip, const QKeySequence& key,
                             std::function<void()> slot) {
        QAction* action = makeAction(this, icon(QString::fromLatin1(name)), text, tip, key, std::move(slot));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    restore_ = make("undo", tr("Put back"), tr("Bring the features to this state; this can be undone"), {}, [this] {
        if (const auto rows = selected(); rows.size() == 1) Q_EMIT restoreWanted(rows.front());
    });
    rename_ = make("rename", tr("Rename"), tr("Give the state another name"), Qt::Key_F2, [this] { list_->edit(list_->currentIndex()); });
    copy_ = make("export", tr("Save copies…"), tr("Save the chosen states as files, for another machine"), {}, [this] { copy(); });
    remove_ =
        make("delete", tr("Delete states"), tr("Delete the chosen states; this can be undone"), QKeySequence::Delete, [this] { remove(); });

    list_->setObjectName(QStringLiteral("states"));
    list_->setAccessibleName(tr("Saved states"));
    list_->setModel(&states_);
    list_->setViewMode(QListView::IconMode);
    list_->setMovement(QListView::Static);
    list_->setResizeMode(QListView::Adjust);
    list_->setUniformItemSizes(true);
    list_->setGridSize({cardWidth, cardHeight});
    list_->setIconSize({LatentStates::thumbnail, LatentStates::thumbnail});
    list_->setWordWrap(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFont(smallFont());
    list_->viewport()->setAutoFillBackground(false);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    list_->addActions({restore_, rename_, copy_, remove_});

    wipe_->setFigureTitle(tr("Two states"));
    difference_->setFigureTitle(tr("Difference of two states"));
    auto* pair = new QHBoxLayout(pair_);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(kGrid);
    pair->addWidget(wipe_, 1);
    pair->addWidget(difference_, 1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(quietButton(&keep, this));
    tools->addStretch(1);
    for (QAction* action : {restore_, rename_, copy_, remove_}) tools->addWidget(iconButton(action));
    auto* empty =
        quietLabel(tr("Keep a state of the features, and it stays here with its image: put it back, compare two, take it to another "
                      "machine."),
                   this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    stack_->addWidget(empty);
    stack_->addWidget(list_);
    caption_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(tools);
    layout->addWidget(stack_, 3);
    layout->addWidget(caption_);
    layout->addWidget(pair_, 2);

    connect(list_, &QListView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT restoreWanted(index.row()); });
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StatesView::follow);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&states_, signal, this, &StatesView::follow);
    connect(&states_, &QAbstractItemModel::dataChanged, this, &StatesView::follow);
    connect(&states_, &LatentStates::copied, this,
            [this](const QStringList& files) { Q_EMIT statusChanged(tr("%n state(s) saved", nullptr, int(files.size()))); });
    connect(toast_, &Toast::actionTriggered, &states_, &LatentStates::undoRemove);
    follow();
}

QList<int> StatesView::selected() const
{
    QList<int> rows;
    for (const QModelIndex& index : list_->selectionModel()->selectedIndexes()) rows << index.row();
    return rows;
}

void StatesView::remove()
{
    const QList<int> rows = selected();
    if (rows.isEmpty()) return;
    states_.remove(rows);
    toast_->showText(tr("%n state(s) deleted", nullptr, int(rows.size())), tr("Undo"));
}

void StatesView::copy()
{
    const QList<int> rows = selected();
    if (rows.isEmpty()) return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save copies of the states"));
    if (!folder.isEmpty()) states_.saveInto(rows, folder);
}

void StatesView::follow()
{
    stack_->setCurrentIndex(states_.rowCount() > 0 ? 1 : 0);
    const auto count = selected().size();
    restore_->setEnabled(count == 1);
    rename_->setEnabled(count == 1);
    for (QAction* action : {copy_, remove_}) action->setEnabled(count > 0);
    compare();
}

void StatesView::compare()
{
    const QList<int> rows = selected();
    pair_->setVisible(rows.size() == 2);
    caption_->setVisible(states_.rowCount() > 0);
    if (rows.size() != 2) return caption_->setText(tr("A double click puts a state back. Choose two to compare them."));
    const LatentState &a = states_.state(rows[0]), &b = states_.state(rows[1]);
    wipe_->setNames(a.name, b.name);
    wipe_->setImages(a.image.empty() ? QImage() : toQImage(a.image), b.image.empty() ? QImage() : toQImage(b.image));
    const Drawing first = drawingOf(a), second = drawingOf(b);
    const SoundComparison comparison = compareSounds({}, &first, {}, &second);
    difference_->setValues(comparison.image.width, comparison.image.height, comparison.image.values);
    QStringList facts{tr("%1 features stand elsewhere").arg(differentFeatures(a.placement, b.placement))};
    if (comparison.codeDistance) facts << tr("codes %1 apart").arg(QLocale().toString(*comparison.codeDistance, 'f', 2));
    facts << tr("images %1 apart (root mean square of 0 to 1)").arg(QLocale().toString(comparison.image.rms(), 'f', 3));
    caption_->setText(facts.join(QStringLiteral(" · ")));
}

}  // namespace sonoglyph
