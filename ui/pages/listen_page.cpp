#include "ui/pages/listen_page.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/microphone.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/model_button.h"
#include "ui/pages/sound_history.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr double liveSeconds = 3.0;
constexpr int narrowestColumn = 144;
constexpr int lowestReading = 120;
constexpr int lookMilliseconds = 300;
constexpr const char* splitterName = "listen/main";
constexpr const char* smoothKey = "listen/smooth";
constexpr const char* folderKey = "listen/folder";
constexpr const char* microphoneKey = "listen/microphone";

QString key(const char* name) { return QString::fromLatin1(name); }

QLabel* secondaryLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton* flatButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(smallFont());
    return button;
}

QString seconds(double value) { return QLocale().toString(value, 'f', 2); }

/// Name, length and which part was used, a line each.
QString describe(const HeardSound& heard)
{
    const double rate = heard.sound.rate;
    const QString used = !heard.wordFound ? ListenPage::tr("No word stands out: all of it is used.")
                         : heard.whole()  ? ListenPage::tr("All of it is used.")
                                          : ListenPage::tr("Used: the word, %1 to %2 s.")
                                               .arg(seconds(double(heard.word.begin) / rate), seconds(double(heard.word.end) / rate));
    return QStringList{heard.name, ListenPage::tr("%1 s at %2 kHz").arg(seconds(heard.sound.seconds()), QLocale().toString(rate / 1000)),
                       used}
        .join(u'\n');
}

/// The rate at which the spectrogram of a sound of `rate` was made.
int analysedRate(const SpectrogramParams& params, int rate) { return params.rate > 0 ? params.rate : rate; }

bool isModel(const QString& file) { return QFileInfo(file).isDir() || file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive); }

}  // namespace

ListenPage::ListenPage(const AppContext& context, QWidget* parent) : ListenPage(context, std::make_unique<Microphone>(), parent) {}

ListenPage::ListenPage(const AppContext& context, std::unique_ptr<Microphone> microphone, QWidget* parent)
    : Page(context, parent), controller_(std::make_unique<ListenController>(*context.decoder, std::move(microphone)))
{
    controller_->microphone().choose(context_.settings->value(key(microphoneKey)).toByteArray());
    makeActions();

    banner_ = new Banner(this);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(2 * kGrid);
    splitter_->addWidget(makeSoundSide());
    splitter_->addWidget(makeImageSide());
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setSizes({620, 380});  // a share: the image is large from the start
    splitter_->restoreState(context_.settings->splitter(key(splitterName)));

    auto* body = new QVBoxLayout;
    body->setContentsMargins(kMargin, kMargin, kMargin, kGrid);
    body->setSpacing(kGrid);
    body->addWidget(splitter_, 1);
    body->addWidget(new Hairline(Qt::Horizontal, this));
    body->addWidget(makeRecordRow());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addLayout(body, 1);

    connectLive();
    connectStory();
    connectTrouble();
    showStory();
}

ListenPage::~ListenPage() = default;

void ListenPage::makeActions()
{
    recordAction_ = new QAction(icon(QStringLiteral("record")), tr("Record a digit"), this);
    recordAction_->setToolTip(tr("Open the microphone and wait for a spoken digit; again to end the word (Space)"));
    recordAction_->setShortcut(Qt::CTRL | Qt::Key_R);
    recordAction_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(recordAction_, &QAction::triggered, controller_.get(), &ListenController::toggleRecording);

    openAction_ = new QAction(icon(QStringLiteral("open")), tr("Open sound…"), this);
    openAction_->setToolTip(tr("Hear a sound file and see its image (Ctrl+O). Files can be dropped on the window, too."));
    connect(openAction_, &QAction::triggered, this, &ListenPage::askForFiles);

    playAction_ = new QAction(icon(QStringLiteral("play")), tr("Play"), this);
    playAction_->setToolTip(tr("Play the part of the sound that was used (P)"));
    playAction_->setShortcut(Qt::Key_P);
    playAction_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(playAction_, &QAction::triggered, controller_.get(), &ListenController::togglePlaying);
    connect(&controller_->player(), &SoundPlayer::playingChanged, this, [this](bool playing) {
        playAction_->setIcon(icon(playing ? QStringLiteral("stop") : QStringLiteral("play")));
        playAction_->setText(playing ? tr("Stop") : tr("Play"));
    });
    addActions({recordAction_, playAction_});
}

QWidget* ListenPage::makeSoundSide()
{
    auto* side = new QWidget(splitter_);
    caption_ = secondaryLabel(side);
    caption_->setWordWrap(true);
    caption_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    waveform_ = new WaveformView(side);
    waveform_->setEmptyText(tr("Your voice will appear here."));
    spectrogram_ = new SpectrogramView(side);
    spectrogram_->setFigureTitle(tr("Mel spectrogram"));
    spectrogram_->setEmptyText(tr("Its mel spectrogram, live."));
    input_ = new SpectrogramView(side);
    input_->setFigureTitle(tr("Network input"));
    input_->setExact(true);
    input_->setAxesVisible(false);
    input_->setEmptyText(tr("48 × 48"));
    input_->setToolTip(tr("The network input: the mel spectrogram of the word, resized to 48 × 48. The model sees nothing else."));
    for (SpectrogramView* view : {spectrogram_, input_}) connect(view, &SpectrogramView::hovered, this, &Page::statusChanged);

    auto* inputLabel = secondaryLabel(side);
    inputLabel->setText(tr("Network input"));
    auto* inputColumn = new QVBoxLayout;
    inputColumn->setSpacing(kGrid / 2);
    inputColumn->addWidget(inputLabel);
    inputColumn->addWidget(input_);
    inputColumn->addStretch(1);
    // Both share one time axis.
    auto* waveformRow = new QHBoxLayout;
    waveformRow->setContentsMargins(int(spectrogram_->plotRect().left()), 0, 1, 0);
    waveformRow->addWidget(waveform_);

    auto* layout = new QGridLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kMargin);
    layout->setVerticalSpacing(kGrid);
    layout->addLayout(waveformRow, 0, 0);
    layout->addWidget(caption_, 0, 1);
    layout->addWidget(spectrogram_, 1, 0);
    layout->addLayout(inputColumn, 1, 1);
    layout->setColumnStretch(0, 3);
    layout->setColumnStretch(1, 1);
    layout->setColumnMinimumWidth(1, narrowestColumn);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(1, 5);
    return side;
}

QWidget* ListenPage::makeImageSide()
{
    auto* side = new QWidget(splitter_);
    image_ = new DigitView(side);
    image_->setFigureTitle(tr("Image of the sound"));
    image_->setEmptyText(tr("The image appears here."));
    image_->setClickText(tr("See its features on Latent"));
    image_->setSmooth(context_.settings->value(key(smoothKey), false).toBool());
    connect(image_, &DigitView::smoothChanged, this, [this](bool smooth) { context_.settings->setValue(key(smoothKey), smooth); });
    connect(image_, &DigitView::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("latent")); });
    connect(image_, &DigitView::hovered, this, &Page::statusChanged);
    reading_ = new ReadingBars(side);
    reading_->setFigureTitle(tr("LeNet-5's reading"));
    reading_->setMinimumHeight(lowestReading);
    auto* readingLabel = secondaryLabel(side);
    readingLabel->setText(tr("LeNet-5 reads the image as"));
    readingLabel->setToolTip(tr("LeNet-5 is a network that reads written digits; here it judges how well the image can be read."));
    model_ = new ModelButton(*context_.decoder, *context_.settings, side);
    model_->setFocusPolicy(Qt::TabFocus);

    auto* modelRow = new QHBoxLayout;
    auto* modelLabel = secondaryLabel(side);
    modelLabel->setText(tr("Model"));
    modelRow->addWidget(modelLabel);
    modelRow->addStretch(1);
    modelRow->addWidget(model_);

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(modelRow);
    layout->addWidget(image_, 1);
    layout->addWidget(readingLabel);
    layout->addWidget(reading_);
    return side;
}

QWidget* ListenPage::makeRecordRow()
{
    auto* row = new QWidget(this);
    record_ = new RecordButton(row);
    connect(record_, &RecordButton::clicked, recordAction_, &QAction::trigger);
    headline_ = new QLabel(row);
    headline_->setFont(titleFont());
    hint_ = secondaryLabel(row);
    hint_->setFont(bodyFont());
    level_ = new LevelMeter(Qt::Horizontal, row);
    level_->setAccessibleName(tr("Microphone level"));
    level_->setToolTip(tr("How loud the microphone is, in decibels below the loudest it can take"));

    microphones_ = new QToolButton(row);
    microphones_->setIcon(icon(QStringLiteral("microphone")));
    microphones_->setAutoRaise(true);
    microphones_->setPopupMode(QToolButton::InstantPopup);
    microphones_->setFocusPolicy(Qt::TabFocus);
    microphones_->setAccessibleName(tr("Choose the microphone"));
    microphones_->setToolTip(tr("Choose the microphone"));
    microphones_->setMenu(new QMenu(microphones_));
    connect(microphones_->menu(), &QMenu::aboutToShow, this, &ListenPage::fillMicrophones);

    next_ = new QWidget(row);
    auto* hints = new QHBoxLayout(next_);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(kGrid / 2);
    const auto addHint = [&](const QString& iconName, const QString& text, const QString& tip, const QString& page) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, [this, page] { Q_EMIT pageWanted(page); });
        hints->addWidget(flatButton(action, next_));
    };
    addHint(QStringLiteral("latent"), tr("See why"), tr("The features behind this image, on the page Latent"), QStringLiteral("latent"));
    addHint(QStringLiteral("train"), tr("Train your own"), tr("Train a model of your own, on the page Train"), QStringLiteral("train"));

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

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid / 2);
    buttons->addWidget(next_);
    buttons->addStretch(1);
    buttons->addWidget(flatButton(openAction_, row));
    buttons->addWidget(flatButton(playAction_, row));
    history_ = new SoundHistory(*controller_, context_.decoder->story(), row);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid / 2);
    right->addStretch(1);
    right->addWidget(history_);
    right->addLayout(buttons);
    // What comes later has its place from the start: nothing jumps.
    for (QWidget* later : {next_, static_cast<QWidget*>(history_)}) {
        QSizePolicy policy = later->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        later->setSizePolicy(policy);
    }

    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(record_);
    layout->addLayout(words, 2);
    layout->addLayout(right, 3);
    return row;
}

void ListenPage::connectLive()
{
    ListenController* listen = controller_.get();
    connect(listen, &ListenController::stateChanged, this, &ListenPage::showState);
    connect(listen, &ListenController::busyChanged, this, &ListenPage::showState);
    connect(listen, &ListenController::liveBegan, this, &ListenPage::beginLive);
    connect(listen, &ListenController::samplesCame, this, [this](std::span<const float> samples) { waveform_->appendSamples(samples); });
    connect(listen, &ListenController::columnCame, this, [this](std::span<const float> values) { spectrogram_->appendColumn(values); });
    connect(listen, &ListenController::wordGrew, this, [this](qint64 begin, qint64 end) { waveform_->setWord(begin, end); });
    connect(listen, &ListenController::liveInput, this, [this](const Spectrogram& input) { input_->setSpectrogram(input); });
    connect(listen, &ListenController::liveDrawing, this, &ListenPage::showImage);
    connect(listen, &ListenController::levelChanged, this, [this](double peak, double rms) {
        level_->setLevels(peak, rms);
        record_->setLevel(1 - rms / LevelMeter::kFloor);
    });
    connect(listen, &ListenController::soundToImage, this, &Page::soundToImage);
}

void ListenPage::connectStory()
{
    SoundStory* story = &context_.decoder->story();
    connect(story, &SoundStory::soundChanged, this, [this] {
        if (!controller_->recording()) showStory();
    });
    connect(story, &SoundStory::drawingChanged, this, [this] {
        if (controller_->recording()) return;
        showImage(*context_.decoder->story().drawing());
        showState();
        // At once, so that the time that is told is that of pixels.
        image_->repaint();
        controller_->imagePainted();
    });
    connect(context_.decoder, &DecoderController::stateChanged, this, &ListenPage::showState);
}

void ListenPage::connectTrouble()
{
    connect(controller_.get(), &ListenController::trouble, this, [this](const QString& text, const QString& details) {
        // A recording that came to nothing gives way to the sound before it.
        if (waveform_->isLive() && !controller_->recording()) showStory();
        if (text == controller_->microphone().explanation()) return tellMicrophone();
        tell(About::Sound, Banner::Warning, text, details);
    });
    connect(controller_.get(), &ListenController::troubleOver, this, [this] {
        if (bannerAbout_ == About::Sound) banner_->hide();
    });
    connect(context_.decoder, &DecoderController::modelFailed, this, [this](const QString& text, const QString& details) {
        tell(About::Model, Banner::Warning, text, details, tr("Open model file…"));
    });
    connect(context_.decoder, &DecoderController::modelWanted, this, [this] {
        if (bannerAbout_ == About::Model) banner_->hide();
    });
    connect(&controller_->microphone(), &Microphone::stateChanged, this, &ListenPage::tellMicrophone);
    connect(banner_, &Banner::actionTriggered, this, [this] {
        if (bannerAbout_ == About::Model)
            model_->commands().front()->trigger();
        else
            openAction_->trigger();
    });
    connect(banner_, &Banner::closed, this, [this] { bannerAbout_ = About::Nothing; });
}

void ListenPage::beginLive(int rate, double columnsPerSecond)
{
    const SpectrogramParams params = context_.decoder->spectrogramParams();
    waveform_->startLive(rate, liveSeconds);
    spectrogram_->setParams(params, analysedRate(params, rate));
    spectrogram_->startLive(int(std::lround(liveSeconds * columnsPerSecond)));
    input_->setParams(params, analysedRate(params, rate));
    input_->clear();
    clearImage();
    caption_->clear();
}

void ListenPage::showState()
{
    using State = ListenController::State;
    const SoundStory& story = context_.decoder->story();
    const State state = controller_->state();
    switch (state) {
    case State::Listening:
        record_->setState(RecordButton::Waiting);
        headline_->setText(controller_->opening() ? tr("One moment") : tr("Say a digit."));
        hint_->setText(controller_->opening() ? tr("The microphone is opening.") : tr("Listening. Space stops."));
        break;
    case State::Speaking:
        record_->setState(RecordButton::Recording);
        headline_->setText(tr("Hearing a word…"));
        hint_->setText(tr("A short pause ends it."));
        break;
    case State::Idle:
    case State::Ended:
        record_->setState(RecordButton::Idle);
        level_->reset();
        if (story.drawing()) {
            const Reading& reading = story.drawing()->reading;
            const double share = double(reading.probabilities[std::size_t(reading.digit())]);
            headline_->setText(share > 0 ? tr("LeNet-5 reads %1").arg(reading.digit()) : tr("Here is your digit"));
            hint_->setText(share > 0 ? tr("%1 % sure. Space records the next one.").arg(QLocale().toString(100 * share, 'f', 0))
                                     : tr("Space records the next one."));
        } else if (controller_->busy()) {
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
    next_->setVisible(story.drawing().has_value());
    playAction_->setEnabled(story.sound() && !controller_->recording());
    const bool loading = context_.decoder->state() == DecoderController::State::WaitingForEngine ||
                         context_.decoder->state() == DecoderController::State::LoadingModel;
    Q_EMIT statusChanged(loading ? tr("The model is being loaded. You can record already.") : QString());
}

void ListenPage::showStory()
{
    const SoundStory& story = context_.decoder->story();
    if (const auto& heard = story.sound()) {
        const int rate = heard->sound.rate;
        waveform_->setSound(heard->sound.samples, rate);
        waveform_->setWord(qint64(heard->word.begin), qint64(heard->word.end));
        spectrogram_->setParams(heard->params, analysedRate(heard->params, rate));
        spectrogram_->setSpectrogram(heard->spectrogram, heard->sound.seconds());
        input_->setParams(heard->params, analysedRate(heard->params, rate));
        input_->setSpectrogram(heard->input, double(heard->word.end - heard->word.begin) / rate);
        caption_->setText(describe(*heard));
    } else {
        waveform_->clear();
        spectrogram_->clear();
        input_->clear();
        caption_->clear();
    }
    if (story.drawing())
        showImage(*story.drawing());
    else
        clearImage();
    showState();
}

void ListenPage::showImage(const Drawing& drawing)
{
    image_->setImage(toQImage(drawing.image));
    reading_->setProbabilities(drawing.reading.probabilities);
}

void ListenPage::clearImage()
{
    image_->clear();
    reading_->clear();
}

void ListenPage::tell(About about, int severity, const QString& text, const QString& details, const QString& action)
{
    bannerAbout_ = about;
    banner_->showMessage(Banner::Severity(severity), text, details, action);
}

void ListenPage::tellMicrophone()
{
    const QString text = controller_->microphone().explanation();
    if (!text.isEmpty())
        tell(About::Microphone, Banner::Info, text, {}, tr("Open sound…"));
    else if (bannerAbout_ == About::Microphone)
        banner_->hide();
}

void ListenPage::fillMicrophones()
{
    QMenu* menu = microphones_->menu();
    menu->clear();
    auto* group = new QActionGroup(menu);
    Microphone& microphone = controller_->microphone();
    const auto add = [&](const QByteArray& id, const QString& name) {
        QAction* action = menu->addAction(name, this, [this, id] {
            controller_->microphone().choose(id);
            context_.settings->setValue(key(microphoneKey), id);
        });
        action->setCheckable(true);
        action->setChecked(id == microphone.chosen());
        group->addAction(action);
    };
    add({}, tr("The system's microphone"));
    for (const AudioInput::Device& device : microphone.devices()) add(device.id, device.name);
}

void ListenPage::askForFiles()
{
    auto* dialog = new QFileDialog(window(), tr("Open sound"), context_.settings->value(key(folderKey), QDir::homePath()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Sound files (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        if (files.isEmpty()) return;
        context_.settings->setValue(key(folderKey), QFileInfo(files.front()).absolutePath());
        controller_->openFiles(files);
    });
    dialog->open();
}

QList<QAction*> ListenPage::commands() const { return QList<QAction*>{recordAction_, openAction_, playAction_} + model_->commands(); }

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
    context_.settings->setSplitter(key(splitterName), splitter_->saveState());
}

void ListenPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    record_->setFocus();
    if (std::exchange(looked_, true)) return;
    // Loading the audio system takes a while: the window comes first.
    QTimer::singleShot(lookMilliseconds, this, [this] { controller_->microphone().look(); });
}

void ListenPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) return Page::keyPressEvent(event);
    if (!event->isAutoRepeat()) recordAction_->trigger();
}

}  // namespace sonoglyph
