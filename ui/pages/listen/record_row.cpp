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
const QString modeKey = QStringLiteral("listen/mode");
const QString handsFreeName = QStringLiteral("hands-free");
const QString pushToTalkName = QStringLiteral("push-to-talk");

}  // namespace

RecordRow::RecordRow(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), listen_(listen), rooms_(*context.settings),
      record_(new QAction(icon(QStringLiteral("record")), tr("Record digits"), this)), handsFree_(new QAction(tr("Hands-free"), this)),
      pushToTalk_(new QAction(tr("Push to talk"), this)),
      checkRoom_(new QAction(icon(QStringLiteral("sound")), tr("Check the room"), this)), button_(new RecordButton(this)),
      headline_(new QLabel(this)), hint_(quietLabel({}, this)), level_(new LevelMeter(Qt::Horizontal, this)),
      microphones_(new QToolButton(this)), next_(makeHints())
{
    Listener& listener = listen_.listener();
    listener.microphone().choose(context_.settings->value(microphoneKey).toByteArray());
    listener.setKnownFloor([this](const QByteArray& device) -> std::optional<NoiseFloor> {
        const auto room = rooms_.of(device);
        return room && room->usable() ? std::optional(room->floor) : std::nullopt;
    });
    makeActions();
    makeMicrophoneMenu();
    connectButton();
    headline_->setFont(titleFont());
    hint_->setFont(bodyFont());
    level_->setAccessibleName(tr("Microphone level"));
    level_->setToolTip(tr("How loud the microphone is, in decibels below the loudest it can take"));

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

    auto* modes = new QHBoxLayout;
    modes->setSpacing(kGrid / 2);
    modes->addStretch(1);
    for (QAction* action : {handsFree_, pushToTalk_, checkRoom_}) modes->addWidget(quietButton(action, this));
    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid / 2);
    right->addStretch(1);
    right->addLayout(modes);
    right->addWidget(next_, 0, Qt::AlignRight);
    right->addStretch(1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(button_);
    layout->addLayout(words, 1);
    layout->addLayout(right);

    connect(&listen_, &ListenController::stateChanged, this, &RecordRow::showState);
    connect(&listen_, &ListenController::busyChanged, this, &RecordRow::showState);
    connect(context_.decoder, &DecoderController::stateChanged, this, &RecordRow::showState);
    connect(&context_.decoder->story(), &SoundStory::soundChanged, this, &RecordRow::showState);
    connect(&listen_, &ListenController::levelChanged, this, [this](double peak, double rms) {
        level_->setLevels(peak, rms);
        button_->setLevel(1 - rms / LevelMeter::kFloor);
    });
    connect(&listener, &Listener::roomChecked, this, [this](const QByteArray& device, const RoomReport& report) {
        rooms_.remember(device, report);
        describeRoom();
        Q_EMIT roomTold(roomText(report), !report.troubles.empty());
    });
    const bool pushes = context_.settings->value(modeKey).toString() == pushToTalkName;
    useMode(pushes ? Listener::Mode::PushToTalk : Listener::Mode::HandsFree);
    describeRoom();
}

void RecordRow::makeActions()
{
    record_->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(record_, &QAction::triggered, &listen_.listener(), &Listener::toggle);
    auto* modes = new QActionGroup(this);
    for (QAction* action : {handsFree_, pushToTalk_}) {
        action->setCheckable(true);
        modes->addAction(action);
    }
    handsFree_->setToolTip(tr("Listens until you stop it, and makes an image of every word. Space switches it on and off."));
    pushToTalk_->setToolTip(tr("Listens only while you hold Space or the round button, and takes what you say for one word."));
    connect(handsFree_, &QAction::triggered, this, [this] { useMode(Listener::Mode::HandsFree); });
    connect(pushToTalk_, &QAction::triggered, this, [this] { useMode(Listener::Mode::PushToTalk); });
    connect(checkRoom_, &QAction::triggered, &listen_.listener(), &Listener::checkRoom);
}

void RecordRow::connectButton()
{
    Listener& listener = listen_.listener();
    connect(button_, &RecordButton::clicked, this, [&listener] {
        if (listener.mode() == Listener::Mode::HandsFree) listener.press();
    });
    connect(button_, &RecordButton::pressed, this, [&listener] {
        if (listener.mode() == Listener::Mode::PushToTalk) listener.press();
    });
    connect(button_, &RecordButton::released, &listener, &Listener::release);
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

void RecordRow::useMode(Listener::Mode mode)
{
    const bool pushes = mode == Listener::Mode::PushToTalk;
    (pushes ? pushToTalk_ : handsFree_)->setChecked(true);
    context_.settings->setValue(modeKey, pushes ? pushToTalkName : handsFreeName);
    record_->setToolTip(pushes ? tr("Open the microphone for one word; again to end it (hold Space)")
                               : tr("Open the microphone and hear one digit after another; again to stop (Space)"));
    listen_.listener().setMode(mode);
}

void RecordRow::describeRoom()
{
    const auto room = rooms_.of(listen_.microphone().opened());
    QString tip = tr("Two seconds of silence tell how loud the room is, whether the mains hum, and whether the microphone is set well.");
    if (room) tip += u'\n' + tr("The last time: %1").arg(roomText(*room));
    checkRoom_->setToolTip(tip);
}

void RecordRow::showState()
{
    if (listen_.recording())
        showOn();
    else
        showIdle();
    checkRoom_->setEnabled(listen_.listener().state() != Listener::State::Checking);
    next_->setVisible(context_.decoder->story().drawing().has_value());
}

void RecordRow::showOn()
{
    using State = Listener::State;
    const bool pushes = listen_.listener().mode() == Listener::Mode::PushToTalk;
    const auto show = [this](RecordButton::State state, const QString& headline, const QString& hint) {
        button_->setState(state);
        headline_->setText(headline);
        hint_->setText(hint);
    };
    switch (listen_.listener().state()) {
    case State::Opening:
        return show(RecordButton::Waiting, tr("One moment"), tr("The microphone is opening."));
    case State::Listening:
        show(RecordButton::Waiting, tr("Say a digit."),
             pushes ? tr("Let go of Space when you have said it.") : tr("Listening. Space stops."));
        if (!(listen_.listener().heardWord() || listen_.looksBack()) || pushes ||
            showReading(tr("Listening for the next one; Space stops.")))
            return;
        if (context_.decoder->story().sound() && !context_.decoder->model())
            hint_->setText(tr("The image appears as soon as the model is ready."));
        return;
    case State::Speaking:
        return show(RecordButton::Recording, tr("Hearing a word…"),
                    pushes ? tr("Let go of Space to end it.") : tr("A short pause ends it."));
    case State::Checking:
        return show(RecordButton::Waiting, tr("Two seconds of silence, please"), tr("Listening to the room."));
    case State::Missing:
        return show(RecordButton::Waiting, tr("No microphone"), tr("Plug one in, and listening goes on. Space stops."));
    case State::Off:
        return;
    }
}

void RecordRow::setEdited(const std::optional<Drawing>& drawing)
{
    edited_ = drawing;
    showState();
}

bool RecordRow::showReading(const QString& next)
{
    const auto& drawing = edited_ ? edited_ : context_.decoder->story().drawing();
    if (!drawing) return false;
    const double share = drawing->reading.sure();
    const QString read = edited_ ? tr("Edited input: LeNet-5 reads %1") : tr("LeNet-5 reads %1");
    headline_->setText(share > 0 ? read.arg(QString::fromStdString(drawing->reading.name())) : tr("Here is your digit"));
    hint_->setText(share > 0 ? tr("%1 % sure.").arg(QLocale().toString(100 * share, 'f', 0)) + u' ' + next : next);
    return true;
}

void RecordRow::showIdle()
{
    const SoundStory& story = context_.decoder->story();
    const bool pushes = listen_.listener().mode() == Listener::Mode::PushToTalk;
    button_->setState(RecordButton::Idle);
    level_->reset();
    if (showReading(pushes ? tr("Hold Space for the next one.") : tr("Space listens again."))) return;
    if (listen_.busy()) {
        headline_->setText(tr("One moment"));
        hint_->setText(tr("The sound is being read."));
    } else if (!story.sound()) {
        headline_->setText(tr("Say a digit."));
        hint_->setText(pushes ? tr("Hold Space and say a number from zero to nine.")
                              : tr("Press Space, then say numbers from zero to nine."));
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
