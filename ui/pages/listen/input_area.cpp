#include "ui/pages/listen/input_area.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "ui/logic/decoder_controller.h"
#include "ui/widgets/input_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int progressHeight = 4;
constexpr int leastSide = 96;  // two pixels a cell

QString square(const QColor& color) { return QStringLiteral("<span style=\"color:%1\">■</span> ").arg(color.name()); }

}  // namespace

InputArea::InputArea(const AppContext& context, QWidget* parent)
    : QWidget(parent), context_(context), editor_(*context.decoder), occlusion_(*context.decoder), view_(new InputView(this)),
      edited_(quietLabel(tr("Edited"), this)), legend_(quietLabel({}, this)), progress_(new QProgressBar(this))
{
    view_->setMinimumSize(leastSide, leastSide);
    view_->setFigureTitle(tr("Network input"));
    view_->setEmptyText(tr("48 × 48"));
    view_->setToolTip(tr("The network input: the mel spectrogram of the word, resized to 48 × 48. The model sees nothing else."));
    edited_->setForegroundRole(QPalette::Link);
    edited_->setToolTip(tr("The image and its reading are those of the edited input. The sound's own are kept; Restore brings them back."));
    legend_->setWordWrap(true);
    legend_->setTextFormat(Qt::RichText);
    legend_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    progress_->setFixedHeight(progressHeight);
    progress_->setTextVisible(false);
    QSizePolicy still = progress_->sizePolicy();
    still.setRetainSizeWhenHidden(true);  // nothing moves when it comes and goes
    progress_->setSizePolicy(still);
    progress_->setAccessibleName(tr("Places hidden so far"));
    makeActions();
    layOut();

    connect(view_, &InputView::stroked, &editor_, &InputEditor::stroke);
    connect(view_, &InputView::strokeEnded, &editor_, &InputEditor::endStroke);
    connect(view_, &InputView::hovered, this, &InputArea::statusChanged);
    connect(&editor_, &InputEditor::changed, this, &InputArea::showEdit);
    connect(&editor_, &InputEditor::drawingChanged, this, &InputArea::editedDrawingChanged);
    connect(&occlusion_, &OcclusionController::progressChanged, this, &InputArea::showProgress);
    connect(&occlusion_, &OcclusionController::mapChanged, this, &InputArea::showMap);
    showEdit();
    showProgress();
}

void InputArea::makeActions()
{
    const auto make = [this](const QString& name, const QString& text, const QString& tip, const QKeySequence& key) {
        auto* action = new QAction(icon(name), text, this);
        action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        return action;
    };
    auto* brushes = new QActionGroup(this);
    brushes->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    const auto brush = [&](const QString& name, const QString& text, const QString& tip, Brush which, Qt::Key key) {
        QAction* action = make(name, text, tip, key);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setCheckable(true);
        brushes->addAction(action);
        connect(action, &QAction::toggled, this, [this, which](bool on) {
            if (on)
                view_->setBrush(which);
            else if (view_->brush() == which)
                view_->setBrush(std::nullopt);
        });
        return action;
    };
    erase_ =
        brush(QStringLiteral("erase"), tr("Erase a part of the network input"),
              tr("Drag over the network input: what lies under the brush falls silent, and the image follows"), Brush::Erase, Qt::Key_E);
    keep_ = brush(QStringLiteral("keep"), tr("Keep only a part of the network input"),
                  tr("Drag over the network input: all that lies around it falls silent, and the image follows"), Brush::Keep, Qt::Key_K);
    undo_ = make(QStringLiteral("undo"), tr("Undo brush"), tr("Take the last stroke of the brush back"), QKeySequence::Undo);
    redo_ = make(QStringLiteral("redo"), tr("Redo brush"), tr("Make the stroke of the brush again"), QKeySequence::Redo);
    restore_ =
        make(QStringLiteral("reset"), tr("Restore the network input"), tr("The input of the sound as it was heard, with its image"), {});
    which_ =
        make(QStringLiteral("target"), tr("What makes this stroke?"),
             tr("Hides one place of the network input after the other and shows what that does to the image, or to the part of it that "
                "you mark: drag over the image, or click a stroke"),
             Qt::Key_O);
    which_->setShortcut(Qt::Key_O);
    which_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    which_->setCheckable(true);
    connect(undo_, &QAction::triggered, &editor_, &InputEditor::undo);
    connect(redo_, &QAction::triggered, &editor_, &InputEditor::redo);
    connect(restore_, &QAction::triggered, &editor_, &InputEditor::restore);
    connect(which_, &QAction::toggled, this, [this](bool on) {
        occlusion_.setSelection({});
        occlusion_.setOn(on);
        Q_EMIT selectingChanged(on);
        showMap();
    });
}

QList<QAction*> InputArea::commands() const { return {erase_, keep_, undo_, redo_, restore_, which_}; }

void InputArea::layOut()
{
    auto* heading = new QHBoxLayout;
    heading->addWidget(quietLabel(tr("Network input"), this));
    heading->addStretch(1);
    heading->addWidget(edited_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(0);
    for (QAction* action : {erase_, keep_, undo_, redo_, restore_}) {
        QToolButton* button = quietButton(action, this);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tools->addWidget(button);
    }
    tools->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(heading);
    layout->addWidget(view_);
    layout->addWidget(progress_);
    layout->addLayout(tools);
    layout->addWidget(quietButton(which_, this));
    layout->addStretch(1);
}

void InputArea::showSound()
{
    live_ = false;
    editor_.enter();
    const auto& heard = context_.decoder->story().sound();
    const std::uint64_t number = heard ? heard->number : 0;
    if (number != sound_) {
        occlusion_.setSelection({});
        Q_EMIT selectingChanged(which_->isChecked());
    }
    sound_ = number;
    if (heard) view_->setParams(heard->params, heard->params.rate > 0 ? heard->params.rate : heard->sound.rate);
    showEdit();
}

void InputArea::beginLive(const SpectrogramParams& params, int rate)
{
    view_->setParams(params, params.rate > 0 ? params.rate : rate);
    showLive({});
}

void InputArea::showLive(const Spectrogram& input)
{
    live_ = true;
    sound_ = 0;
    editor_.leave();
    occlusion_.setInput({});
    if (input.values.empty())
        view_->clear();
    else
        view_->setSpectrogram(input);
}

void InputArea::select(const PixelMask& pixels) { occlusion_.setSelection(pixels); }

bool InputArea::takeKey(const QKeyEvent& event, bool only)
{
    const bool undoes = event.matches(QKeySequence::Undo) && undo_->isEnabled();
    const bool redoes = (event.matches(QKeySequence::Redo) || event.keyCombination() == (Qt::CTRL | Qt::Key_Y)) && redo_->isEnabled();
    if (!only && undoes) undo_->trigger();
    if (!only && redoes) redo_->trigger();
    return undoes || redoes;
}

void InputArea::showEdit()
{
    const InputEdit& edit = editor_.edit();
    edited_->setVisible(edit.edited());
    undo_->setEnabled(edit.canUndo());
    redo_->setEnabled(edit.canRedo());
    restore_->setEnabled(edit.edited());
    if (live_) return;
    const auto& heard = context_.decoder->story().sound();
    if (heard && !edit.input().values.empty())
        view_->setSpectrogram(edit.input(), double(heard->word.end - heard->word.begin) / heard->sound.rate);
    else
        view_->clear();
    occlusion_.setInput(edit.input());
}

void InputArea::showProgress()
{
    progress_->setVisible(occlusion_.busy());
    progress_->setValue(int(std::lround(100 * occlusion_.progress())));
    showMap();
}

void InputArea::showMap()
{
    const auto& map = occlusion_.map();
    view_->setEffects(map);
    legend_->setVisible(which_->isChecked());
    if (occlusion_.busy()) {
        legend_->setText(tr("Hiding one place after the other…"));
    } else if (!map) {
        legend_->setText(tr("Say a digit, or choose a sound."));
    } else if (map->effect == Effect::Change) {
        legend_->setText(
            square(SpectrogramFigure::lossColor()) +
            tr("Hidden, this place changes the image: by %1 of brightness at most. Mark a stroke of the image to ask for it alone.")
                .arg(numberText(double(map->largest), 3)));
    } else {
        const auto [least, most] = std::minmax_element(map->cells.begin(), map->cells.end());
        legend_->setText(square(SpectrogramFigure::lossColor()) +
                         tr("Hidden, the marked part loses brightness: %1 at most.").arg(numberText(std::max(0.0, double(*most)), 3)) +
                         QLatin1Char(' ') + square(SpectrogramFigure::gainColor()) +
                         tr("It gains: %1 at most.").arg(numberText(std::max(0.0, -double(*least)), 3)));
    }
}

}  // namespace sonoglyph
