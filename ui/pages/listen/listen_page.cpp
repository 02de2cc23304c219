#include "ui/pages/listen/listen_page.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/figure_sound.h"
#include "ui/logic/microphone.h"
#include "ui/logic/settings.h"
#include "ui/pages/listen/compare_panel.h"
#include "ui/pages/listen/history_strip.h"
#include "ui/pages/listen/image_panel.h"
#include "ui/pages/listen/input_area.h"
#include "ui/pages/listen/record_row.h"
#include "ui/pages/listen/sound_panel.h"
#include "ui/widgets/banner_queue.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int keyRepeatMilliseconds = 40;
constexpr int lookMilliseconds = 300;
const QString splitterName = QStringLiteral("listen/main");

/// A model file, or the folder of a run; every other folder is one of sounds.
bool isModel(const QString& file)
{
    return file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive) || QFileInfo(file + QStringLiteral("/config.json")).isFile();
}

}  // namespace

ListenPage::ListenPage(const AppContext& context, QWidget* parent)
    : ListenPage(context, std::make_unique<Microphone>(context.audioInput ? context.audioInput() : systemAudioInput()), parent)
{
}

ListenPage::ListenPage(const AppContext& context, std::unique_ptr<Microphone> microphone, QWidget* parent)
    : Page(context, parent), controller_(std::make_unique<ListenController>(*context.decoder, *context.library, std::move(microphone))),
      figureSound_(new FigureSound(this)), banner_(new Banner(this)), messages_(new BannerQueue(*banner_, this)),
      splitter_(new QSplitter(Qt::Horizontal, this)), sound_(new SoundPanel(context, *controller_, splitter_)),
      image_(new ImagePanel(context, *controller_, splitter_)), record_(new RecordRow(context, *controller_, this)),
      history_(new HistoryStrip(context, *controller_, this)), compare_(new ComparePanel(context, this))
{
    layOut();
    // A key that is held repeats, on X11 now and then as if it were let go and pressed again.
    letGo_.setSingleShot(true);
    letGo_.setInterval(keyRepeatMilliseconds);
    letGo_.callOnTimeout(this, [this] { controller_->listener().release(); });
    for (QAction* action : record_->commands()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(sound_, &SoundPanel::statusChanged, this, &Page::statusChanged);
    connect(image_, &ImagePanel::statusChanged, this, &Page::statusChanged);
    connect(image_, &ImagePanel::pageWanted, this, &Page::pageWanted);
    connect(record_, &RecordRow::pageWanted, this, &Page::pageWanted);
    connect(controller_.get(), &ListenController::soundToImage, this, &Page::soundToImage);
    connectHistory();
    connectStory();
    connectInput();
    connectTrouble();
    connect(figureSound_, &FigureSound::foundCard, controller_.get(), &ListenController::show);
    connect(figureSound_, &FigureSound::foundFile, controller_.get(), [this](const QString& file) { controller_->openFiles({file}); });
    connect(figureSound_, &FigureSound::missing, this,
            [this](const SoundTrace& trace) { Q_EMIT figureMisses(tr("The sound %1 is not here.").arg(trace.name)); });
    showStory();
}

ListenPage::~ListenPage() = default;

void ListenPage::layOut()
{
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(2 * kGrid);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setSizes({620, 380});  // a share: the image is large from the start
    splitter_->restoreState(context_.settings->splitter(splitterName));

    auto* body = new QVBoxLayout;
    body->setContentsMargins(kMargin, kMargin, kMargin, kGrid);
    body->setSpacing(kGrid);
    body->addWidget(splitter_, 1);
    body->addWidget(compare_, 1);
    compare_->hide();
    body->addWidget(new Hairline(Qt::Horizontal, this));
    body->addWidget(record_);
    body->addWidget(history_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addLayout(body, 1);
}

void ListenPage::connectHistory()
{
    connect(history_, &HistoryStrip::pageWanted, this, &Page::pageWanted);
    connect(history_, &HistoryStrip::compareWanted, this, [this](quint64 first, quint64 second) {
        splitter_->hide();
        compare_->compare(first, second);
    });
    connect(compare_, &ComparePanel::closed, splitter_, &QWidget::show);
    connect(compare_, &ComparePanel::statusChanged, this, &Page::statusChanged);
    for (const auto change : {&ListenController::stateChanged, &ListenController::shown})
        connect(controller_.get(), change, compare_, [this] {
            if (compare_->isVisible()) compare_->leave();
        });
}

void ListenPage::connectStory()
{
    SoundStory* story = &context_.decoder->story();
    connect(story, &SoundStory::soundChanged, this, [this] {
        if (controller_->live())
            sound_->showInput();
        else
            showStory();
    });
    connect(story, &SoundStory::drawingChanged, this, [this] {
        if (controller_->live() && controller_->listener().state() == Listener::State::Speaking) return;
        image_->showStory();
        image_->paintNow();
        controller_->imagePainted();
        showState();
    });
    // At once, so that the time that is told is that of pixels.
    connect(controller_.get(), &ListenController::liveDrawing, this, [this] {
        image_->paintNow();
        controller_->imagePainted();
    });
    connect(controller_.get(), &ListenController::stateChanged, this, [this] {
        // A word that was just ended comes in a moment.
        if (!controller_->recording() && !controller_->busy()) showStory();
    });
    connect(context_.decoder, &DecoderController::stateChanged, this, &ListenPage::showState);
}

/// What is done to the network input shows in the image, and the other way round.
void ListenPage::connectInput()
{
    InputArea* input = &sound_->input();
    connect(input, &InputArea::editedDrawingChanged, this, [this, input] {
        image_->setEdited(input->editor().drawing());
        record_->setEdited(input->editor().drawing());
    });
    connect(input, &InputArea::selectingChanged, image_, &ImagePanel::setSelecting);
    connect(image_, &ImagePanel::selected, input, &InputArea::select);
    addActions(input->commands());
}

void ListenPage::connectTrouble()
{
    connect(controller_.get(), &ListenController::trouble, this, [this](const QString& text, const QString& details) {
        // A recording that came to nothing gives way to the sound before it.
        if (sound_->isLive() && !controller_->recording()) showStory();
        if (text == controller_->microphone().explanation()) return tellMicrophone();
        messages_->tell({AboutSound, Banner::Warning, text, details});
    });
    connect(controller_.get(), &ListenController::troubleOver, this, [this] {
        messages_->over(AboutSound);
        messages_->over(AboutRoom);
    });
    connect(record_, &RecordRow::roomTold, this, [this](const QString& text, bool isTrouble) {
        messages_->tell({AboutRoom, isTrouble ? Banner::Warning : Banner::Info, text});
    });
    connect(context_.decoder, &DecoderController::modelFailed, this, [this](const QString& text, const QString& details) {
        messages_->tell({AboutModel, Banner::Warning, text, details, tr("Open model file…")});
    });
    connect(context_.decoder, &DecoderController::modelWanted, this, [this] { messages_->over(AboutModel); });
    connect(&controller_->microphone(), &Microphone::stateChanged, this, &ListenPage::tellMicrophone);
    connect(messages_, &BannerQueue::actionTriggered, this, [this](int about) {
        if (about == AboutModel)
            image_->commands().front()->trigger();
        else
            history_->askForFiles();
    });
}

void ListenPage::showState()
{
    record_->showState();
    history_->showState();
    const bool loading = context_.decoder->state() == DecoderController::State::WaitingForEngine ||
                         context_.decoder->state() == DecoderController::State::LoadingModel;
    Q_EMIT statusChanged(loading ? tr("The model is being loaded. You can record already.") : QString());
}

void ListenPage::showStory()
{
    sound_->showStory();
    image_->showStory();
    showState();
}

void ListenPage::tellMicrophone()
{
    const QString text = controller_->microphone().explanation();
    if (text.isEmpty())
        messages_->over(AboutMicrophone);
    else
        messages_->tell({AboutMicrophone, Banner::Info, text, {}, tr("Open sound…")});
}

QList<QAction*> ListenPage::commands() const
{
    return record_->commands() + history_->commands() + image_->commands() + sound_->commands();
}

bool ListenPage::openFiles(const QStringList& files)
{
    QStringList sounds;
    for (const QString& file : files) {
        if (isModel(file))
            context_.decoder->loadModel(file);
        else
            sounds << file;
    }
    controller_->openFiles(sounds);
    return true;
}

void ListenPage::closeDown()
{
    controller_->cancelRecording();
    controller_->player().stop();
    context_.settings->setSplitter(splitterName, splitter_->saveState());
}

QJsonObject ListenPage::figureState() const
{
    QJsonObject state = image_->state();
    if (const auto& sound = context_.decoder->story().sound()) state[QStringLiteral("sound")] = toJson(traceOf(*sound, *context_.library));
    if (sound_->input().editor().drawing()) state[QStringLiteral("edited")] = true;
    return state;
}

QString ListenPage::restoreFigure(const QJsonObject& state)
{
    image_->restore(state);
    if (compare_->isVisible()) compare_->leave();
    figureSound_->cancel();
    if (const auto trace = soundTraceFromJson(state[QStringLiteral("sound")])) {
        const auto& present = context_.decoder->story().sound();
        if (!present || traceOf(*present, *context_.library).hash != trace->hash)
            figureSound_->find(*trace, *context_.library, context_.settings->dataFolder());
    }
    return state[QStringLiteral("edited")].toBool() ? tr("What was erased of the network input is not kept in a figure.") : QString();
}

void ListenPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    record_->takeFocus();
    controller_->listener().resume();
    if (std::exchange(looked_, true)) return;
    // Loading the audio system takes a while: the window comes first.
    QTimer::singleShot(lookMilliseconds, this, [this] { controller_->microphone().look(); });
}

void ListenPage::hideEvent(QHideEvent* event)
{
    controller_->listener().suspend();
    Page::hideEvent(event);
}

void ListenPage::changeEvent(QEvent* event)
{
    // The key will be let go in another window.
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) controller_->listener().release();
    Page::changeEvent(event);
}

/// Ctrl+Z takes a stroke of the brush back before it brings back what was deleted, except among the cards.
bool ListenPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !history_->isAncestorOf(QApplication::focusWidget()) &&
        sound_->input().takeKey(static_cast<QKeyEvent&>(*event), true)) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void ListenPage::keyPressEvent(QKeyEvent* event)
{
    if (sound_->input().takeKey(*event, false)) return;
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) return Page::keyPressEvent(event);
    if (letGo_.isActive())
        letGo_.stop();
    else if (!event->isAutoRepeat())
        controller_->listener().press();
}

void ListenPage::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return Page::keyReleaseEvent(event);
    if (controller_->listener().mode() == Listener::Mode::PushToTalk) letGo_.start();
}

}  // namespace sonoglyph
