#include "ui/pages/live_actions.h"

#include <QAction>
#include <QWidget>

#include "ui/logic/training_controller.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"

namespace sonoglyph {

using State = TrainingController::State;

LiveActions::LiveActions(TrainingController& training, QWidget* page) : QObject(page), training_(training)
{
    pause_ = make(QStringLiteral("pause"), tr("Pause"), tr("Hold the run that is training, and let it go on"), Qt::CTRL | Qt::Key_P,
                  [this] { training_.state() == State::Paused ? training_.resume() : training_.pause(); });
    stop_ = make(QStringLiteral("stop"), tr("Stop"), tr("End the run that is training, with a checkpoint: it can be resumed"),
                 Qt::CTRL | Qt::Key_Period, [this] { training_.stop(); });
    step_ = make(QStringLiteral("step"), tr("Step"), tr("Train one step, then hold again"), Qt::Key_F8, [this] { training_.step(); });
    epoch_ = make(QStringLiteral("epoch"), tr("Train one epoch"), tr("Train to the end of this epoch, then hold"), Qt::SHIFT | Qt::Key_F8,
                  [this] { training_.trainEpoch(); });
    generator_ =
        make(QStringLiteral("generator"), tr("Generator step"), tr("One step in which only the generator (encoder and decoder) learns"),
             Qt::Key_F6, [this] { training_.step(Networks::Generator); });
    discriminator_ = make(QStringLiteral("discriminator"), tr("Discriminator step"), tr("One step in which only the discriminator learns"),
                          Qt::Key_F7, [this] { training_.step(Networks::Discriminator); });
    snapshot_ = make(QStringLiteral("snapshot"), tr("Save a snapshot"), tr("Write a checkpoint now, and keep it"), Qt::Key_F9,
                     [this] { training_.saveSnapshot(); });
    change_ = make(QStringLiteral("settings"), tr("Change alpha or learning rate"),
                   tr("Go on with another alpha or learning rate from the next step on"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
                   [this] { Q_EMIT changeWanted(); });
    connect(&training_, &TrainingController::stateChanged, this, &LiveActions::follow);
    connect(&training_, &TrainingController::planned, this, &LiveActions::follow);
    follow();
}

QAction* LiveActions::make(const QString& iconName, const QString& text, const QString& tip, const QKeySequence& shortcut,
                           std::function<void()> slot)
{
    return makeAction(static_cast<QWidget*>(parent()), icon(iconName), text, tip, shortcut, std::move(slot));
}

void LiveActions::follow()
{
    const bool active = training_.active(), paused = training_.state() == State::Paused;
    const bool open = paused || training_.state() == State::Running;
    const bool rivals = training_.plan() && training_.plan()->config.model == ModelKind::Aivaegan;
    for (QAction* action : all()) action->setVisible(active && (rivals || (action != generator_ && action != discriminator_)));
    pause_->setText(paused ? tr("Continue") : tr("Pause"));
    pause_->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    stop_->setEnabled(active && training_.state() != State::Stopping);
    for (QAction* action : {step_, generator_, discriminator_}) action->setEnabled(paused);
    for (QAction* action : {pause_, epoch_, snapshot_, change_}) action->setEnabled(open);
}

}  // namespace sonoglyph
