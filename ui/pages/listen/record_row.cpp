#include "ui/pages/listen/record_row.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/microphone.h"
#include "ui/logic/settings.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

const QString microphoneKey = QStringLiteral("listen/microphone");

}  // namespace

RecordRow::RecordRow(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), listen_(listen), record_(new QAction(icon(QStringLiteral("record")), tr("Record a digit"), this)),
      button_(new RecordButton(this)), headline_(new QLabel(this)), hint_(quietLabel({}, this)),
      level_(new LevelMeter(Qt::Horizontal, this)), microphones_(new QToolButton(this)), next_(makeHints())
{
    listen_.microphone().choose(context_.settings->value(microphoneKey).toByteArray());
    record_->setToolTip(tr("Open the microphone and wait for a spoken digit; again to end the word (Space)"));
    record_->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(record_, &QAction::triggered, &listen_, &ListenController::toggleRecording);
    connect(button_, &RecordButton::clicked, record_, &QAction::trigger);
    headline_->setFont(titleFont());
    hint_->setFont(bodyFont());
    level_->setAccessibleName(tr("Microphone level"));
    level_->setToolTip(tr("How loud the microphone is, in decibels below the loudest it can take"));
    makeMicrophoneMenu();

    auto* levelRow = new QHBoxLayout;
    levelRow->setSpacing(kGrid);
    levelRow->addWidget(microphones_);
    levelRow->addWidget(level_, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(kGrid / 2);
    words->addStretch(1);
    words->addWidget(headline_);
    words->addWidget(hint_);
    words->addLayout(levelRow);
    words->addStretch(1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(button_);
    layout->addLayout(words, 1);
    layout->addWidget(next_);

    connect(&listen_, &ListenController::stateChanged, this, &RecordRow::showState);
    connect(&listen_, &ListenController::busyChanged, this, &RecordRow::showState);
    connect(context_.decoder, &DecoderController::stateChanged, this, &RecordRow::showState);
    connect(&listen_, &ListenController::levelChanged, this, [this](double peak, double rms) {
        level_->setLevels(peak, rms);
        button_->setLevel(1 - rms / LevelMeter::kFloor);
    });
}

void RecordRow::makeMicrophoneMenu()
{
    microphones_->setIcon(icon(QStringLiteral("microphone")));
    microphones_->setAutoRaise(true);
    microphones_->setPopupMode(QToolButton::InstantPopup);
    microphones_->setFocusPolicy(Qt::TabFocus);
    microphones_->setAccessibleName(tr("Choose the microphone"));
    microphones_->setToolTip(tr("Choose the microphone"));
    microphones_->setMenu(new QMenu(microphones_));
    connect(microphones_->menu(), &QMenu::aboutToShow, this, &RecordRow::fillMicrophones);
}

QWidget* RecordRow::makeHints()
{
    auto* hints = new QWidget(this);
    auto* row = new QHBoxLayout(hints);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    const auto add = [&](const QString& iconName, const QString& text, const QString& tip, const QString& page) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, [this, page] { Q_EMIT pageWanted(page); });
        row->addWidget(quietButton(action, hints));
    };
    add(QStringLiteral("latent"), tr("See why"), tr("The features behind this image, on the page Latent"), QStringLiteral("latent"));
    add(QStringLiteral("train"), tr("Train your own"), tr("Train a model of your own, on the page Train"), QStringLiteral("train"));
    // What comes later has its place from the start: nothing jumps.
    QSizePolicy policy = hints->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    hints->setSizePolicy(policy);
    return hints;
}

void RecordRow::takeFocus() { button_->setFocus(); }

void RecordRow::press() { record_->trigger(); }

void RecordRow::showState()
{
    using State = ListenController::State;
    switch (listen_.state()) {
    case State::Listening:
        button_->setState(RecordButton::Waiting);
        headline_->setText(listen_.opening() ? tr("One moment") : tr("Say a digit."));
        hint_->setText(listen_.opening() ? tr("The microphone is opening.") : tr("Listening. Space stops."));
        break;
    case State::Speaking:
        button_->setState(RecordButton::Recording);
        headline_->setText(tr("Hearing a word…"));
        hint_->setText(tr("A short pause ends it."));
        break;
    case State::Idle:
    case State::Ended:
        showIdle();
    }
    next_->setVisible(context_.decoder->story().drawing().has_value());
}

void RecordRow::showIdle()
{
    const SoundStory& story = context_.decoder->story();
    button_->setState(RecordButton::Idle);
    level_->reset();
    if (story.drawing()) {
        const Reading& reading = story.drawing()->reading;
        const double share = double(reading.probabilities[std::size_t(reading.digit())]);
        headline_->setText(share > 0 ? tr("LeNet-5 reads %1").arg(reading.digit()) : tr("Here is your digit"));
        hint_->setText(share > 0 ? tr("%1 % sure. Space records the next one.").arg(QLocale().toString(100 * share, 'f', 0))
                                 : tr("Space records the next one."));
    } else if (listen_.busy()) {
        headline_->setText(tr("One moment"));
        hint_->setText(tr("The sound is being read."));
    } else if (!story.sound()) {
        headline_->setText(tr("Say a digit."));
        hint_->setText(tr("Press Space, then say a number from zero to nine."));
    } else if (context_.decoder->state() == DecoderController::State::NoModel) {
        headline_->setText(tr("There is no model"));
        hint_->setText(tr("Choose one to see the image of your sound."));
    } else {
        headline_->setText(tr("One moment"));
        hint_->setText(tr("The image appears as soon as the model is ready."));
    }
}

void RecordRow::fillMicrophones()
{
    QMenu* menu = microphones_->menu();
    menu->clear();
    auto* group = new QActionGroup(menu);
    Microphone& microphone = listen_.microphone();
    const auto add = [&](const QByteArray& id, const QString& name) {
        QAction* action = menu->addAction(name, this, [this, id] {
            listen_.microphone().choose(id);
            context_.settings->setValue(microphoneKey, id);
        });
        action->setCheckable(true);
        action->setChecked(id == microphone.chosen());
        group->addAction(action);
    };
    add({}, tr("The system's microphone"));
    for (const AudioInput::Device& device : microphone.devices()) add(device.id, device.name);
}

}  // namespace sonoglyph
