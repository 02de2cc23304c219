#include "ui/pages/data/pair_panel.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/data/synthetic_digits.h"
#include "ui/logic/dataset_title.h"
#include "ui/logic/label_text.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/data/alignment_view.h"
#include "ui/pages/data/recordings_view.h"
#include "ui/pages/data/split_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr int widestName = 240;           // of a data set; in a narrow window the split gives way
constexpr std::size_t mostSpeakers = 60;  // to choose one from a list

QToolButton* buttonFor(QAction* action, QWidget* parent, Qt::ToolButtonStyle style = Qt::ToolButtonTextBesideIcon)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text());
    return button;
}

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

PairPanel::PairPanel(Settings& settings, LabelDoubts* doubts, QWidget* parent) : QWidget(parent), settings_(settings)
{
    previous_ = addCommand(QStringLiteral("previous"), tr("Previous pair"), tr("The pair before this one"), Qt::ALT | Qt::Key_Left);
    next_ = addCommand(QStringLiteral("next"), tr("Next pair"), tr("The pair after this one"), Qt::ALT | Qt::Key_Right);
    random_ = addCommand(QStringLiteral("dice"), tr("Random pair"), tr("Any pair of this part"), Qt::ALT | Qt::Key_R);
    play_ = addCommand(QStringLiteral("play"), tr("Play"), tr("Hear the recording of this pair"), Qt::ALT | Qt::Key_P);
    connect(previous_, &QAction::triggered, &browser_, &PairBrowser::previous);
    connect(next_, &QAction::triggered, &browser_, &PairBrowser::next);
    connect(random_, &QAction::triggered, &browser_, &PairBrowser::random);
    connect(play_, &QAction::triggered, this, &PairPanel::togglePlaying);

    banner_ = new Banner(this);
    empty_ = new EmptyState(QStringLiteral("data"), tr("No data set can be used yet. On the left is what is missing and where to put it."),
                            tr("Choose the folder…"), this);
    connect(empty_, &EmptyState::actionTriggered, this, [this] {
        if (browser_.state() == PairBrowser::State::Empty && opened_)
            browser_.open(*opened_);
        else
            Q_EMIT chooseFolderWanted();
    });

    opening_ = new QWidget(this);
    phase_ = new QLabel(opening_);
    phase_->setAlignment(Qt::AlignCenter);
    progress_ = new QProgressBar(opening_);
    progress_->setRange(0, 100);
    progress_->setFixedWidth(320);
    progress_->setAccessibleName(tr("Progress of opening the data set"));
    auto* cancel = new QPushButton(tr("Cancel"), opening_);
    cancel->setToolTip(tr("Do not open this data set now"));
    connect(cancel, &QPushButton::clicked, &browser_, &PairBrowser::cancel);
    auto* openingLayout = new QVBoxLayout(opening_);
    openingLayout->addStretch();
    for (QWidget* widget : {static_cast<QWidget*>(phase_), static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel)})
        openingLayout->addWidget(widget, 0, Qt::AlignCenter);
    openingLayout->addStretch();

    QWidget* choices = buildChoices();
    pair_ = buildPair();
    buildViews(doubts);
    stack_ = new QStackedWidget(this);
    for (QWidget* widget : {static_cast<QWidget*>(empty_), opening_, static_cast<QWidget*>(views_)}) stack_->addWidget(widget);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(choices);
    layout->addWidget(banner_);
    layout->addWidget(stack_, 1);

    connect(&browser_, &PairBrowser::stateChanged, this, &PairPanel::showState);
    connect(&browser_, &PairBrowser::progressed, this, [this](const QString& phase, double fraction) {
        phase_->setText(phase);
        progress_->setValue(int(fraction * 100));
    });
    connect(&browser_, &PairBrowser::pairChanged, this, &PairPanel::showPair);
    connect(&browser_, &PairBrowser::soundArrived, this, &PairPanel::showSound);
    connect(&browser_, &PairBrowser::soundFailed, this, [this](const QString& text) {
        banner_->showMessage(Banner::Trouble, text);
        showSpectrogram(0);
    });
    connect(banner_, &Banner::actionTriggered, this, [this] {
        banner_->hide();
        if (opened_) browser_.open(*opened_);
    });
    connect(&player_, &SoundPlayer::failed, this, [this](const QString& text) { banner_->showMessage(Banner::Warning, text); });
    connect(&player_, &SoundPlayer::playingChanged, this, [this](bool playing) {
        play_->setIcon(icon(playing ? QStringLiteral("stop") : QStringLiteral("play")));
        play_->setText(playing ? tr("Stop playing") : tr("Play"));
    });
    showState();
}

PairPanel::~PairPanel()
{
    // The views use members of the panel: they go first.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void PairPanel::buildViews(LabelDoubts* doubts)
{
    auto* alignment = new AlignmentView(browser_, this);
    connect(alignment, &AlignmentView::playWanted, this, [this] {
        playOnArrival_ = !browser_.sound();
        if (browser_.sound()) player_.play(*browser_.sound());
    });
    recordingsView_ = new RecordingsView(recordings_, doubts, this);
    views_ = new QStackedWidget(this);
    for (QWidget* view : {pair_, static_cast<QWidget*>(alignment), static_cast<QWidget*>(recordingsView_),
                          static_cast<QWidget*>(new SplitView(recordings_, this))})
        views_->addWidget(view);
    connect(recordingsView_, &RecordingsView::misses, this, &PairPanel::misses);
    connect(recordingsView_, &RecordingsView::failed, this, [this](const QString& text) { banner_->showMessage(Banner::Warning, text); });
}

void PairPanel::setView(View view)
{
    stopPlaying();
    views_->setCurrentIndex(int(view));
    for (QWidget* choice : pairChoices_) choice->setVisible(view == View::Pairs || view == View::Alignment);
}

QList<QAction*> PairPanel::commands() const { return commands_ + recordingsView_->commands(); }

void PairPanel::stopPlaying()
{
    player_.stop();
    recordingsView_->stopPlaying();
}

QAction* PairPanel::addCommand(const QString& iconName, const QString& text, const QString& toolTip, const QKeySequence& shortcut)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(shortcut);
    action->setToolTip(tr("%1 (%2)").arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    commands_ << action;
    return action;
}

QWidget* PairPanel::buildChoices()
{
    auto* choices = new QWidget(this);
    auto* layout = new QGridLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGrid);
    layout->setVerticalSpacing(4);
    const auto combo = [&](const QString& name, const QString& toolTip, int column) {
        auto* box = new QComboBox(choices);
        box->setAccessibleName(name);
        box->setToolTip(toolTip);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        QLabel* label = caption(name, choices);
        label->setBuddy(box);
        layout->addWidget(label, 0, column);
        layout->addWidget(box, 1, column);
        if (column >= 2) pairChoices_ << label << box;
        return box;
    };
    dataset_ = combo(tr("Data set"), tr("Which recordings are paired with which images"), 0);
    split_ = combo(tr("Split"), tr("How the recordings are divided into a part to learn from and a part that is held out"), 1);
    part_ = combo(tr("Part"), tr("Pairs that a model learns from, or held-out pairs that it is tested on"), 2);
    label_ = combo(tr("Label"), tr("Show pairs of one label only"), 3);
    layout->setColumnStretch(4, 1);

    part_->addItem(tr("Training"));
    part_->addItem(tr("Test"));
    fillLabels(digitLabels());

    connect(dataset_, &QComboBox::activated, this, [this] {
        settings_.setValue(QStringLiteral("data/browsed"), dataset_->currentData());
        fillSplits();
        open();
    });
    connect(split_, &QComboBox::activated, this, &PairPanel::open);
    connect(part_, &QComboBox::activated, this, [this](int index) { browser_.setPart(PairBrowser::Part(index)); });
    connect(label_, &QComboBox::activated, this, [this] { browser_.setLabel(label_->currentData().toInt()); });
    return choices;
}

QWidget* PairPanel::buildPair()
{
    auto* pair = new QWidget(this);
    image_ = new DigitView(pair);
    image_->setFigureTitle(tr("Image of the pair"));
    image_->setEmptyText(tr("No pair of this label"));
    waveform_ = new WaveformView(pair);
    waveform_->setFigureTitle(tr("Recording of the pair"));
    waveform_->setEmptyText(tr("The recording is being read"));
    spectrogram_ = new SpectrogramView(pair);
    spectrogram_->setFigureTitle(tr("Network input of the pair"));
    spectrogram_->setExact(true);
    connect(waveform_, &WaveformView::seekWanted, this, &PairPanel::togglePlaying);
    connect(image_, &DigitView::hovered, this, &PairPanel::statusChanged);
    connect(spectrogram_, &SpectrogramView::hovered, this, &PairPanel::statusChanged);

    facts_ = new QLabel(pair);
    facts_->setFont(titleFont());
    file_ = caption({}, pair);
    file_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    file_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    position_ = new QSpinBox(pair);
    position_->setAccessibleName(tr("Number of the pair"));
    position_->setToolTip(tr("Number of the pair in its part; type one to go there"));
    position_->setKeyboardTracking(false);
    position_->setWrapping(true);
    position_->setGroupSeparatorShown(true);
    position_->setFont(numberFont());
    connect(position_, &QSpinBox::valueChanged, this, [this](int value) { browser_.setPosition(value - 1); });
    count_ = new QLabel(pair);
    count_->setFont(numberFont());

    auto* views = new QGridLayout;
    views->setSpacing(kGrid);
    views->setHorizontalSpacing(kMargin);
    views->addWidget(caption(tr("Image"), pair), 0, 0);
    views->addWidget(caption(tr("Network input: mel spectrogram, 48 x 48"), pair), 0, 1);
    views->addWidget(image_, 1, 0);
    views->addWidget(spectrogram_, 1, 1);
    views->addWidget(caption(tr("Recording"), pair), 2, 0, 1, 2);
    views->addWidget(waveform_, 3, 0, 1, 2);
    views->setRowStretch(1, 3);
    views->setRowStretch(3, 1);
    views->setColumnStretch(0, 1);
    views->setColumnStretch(1, 1);

    auto* steps = new QHBoxLayout;
    steps->setSpacing(kGrid);
    steps->addWidget(buttonFor(previous_, pair, Qt::ToolButtonIconOnly));
    steps->addWidget(position_);
    steps->addWidget(count_);
    steps->addWidget(buttonFor(next_, pair, Qt::ToolButtonIconOnly));
    steps->addSpacing(kGrid);
    steps->addWidget(buttonFor(random_, pair));
    steps->addStretch();
    steps->addWidget(buttonFor(play_, pair));

    auto* layout = new QVBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(facts_);
    layout->addWidget(file_);
    layout->addLayout(views, 1);
    layout->addLayout(steps);
    return pair;
}

void PairPanel::setSurvey(const DataSurvey& survey)
{
    survey_ = survey;
    const QString wanted = settings_.value(QStringLiteral("data/browsed"), QStringLiteral("fsdd")).toString();
    dataset_->clear();
    for (const std::string& name : builtInDatasets())
        if (survey.canUse(name)) dataset_->addItem(datasetTitle(name), QString::fromStdString(name));
    for (const RecordingSurvey& own : survey.own)
        if (survey.canUse(own.name)) dataset_->addItem(datasetTitle(own), QString::fromStdString(own.name));
    dataset_->setMinimumWidth(std::min(dataset_->sizeHint().width(), widestName));
    dataset_->setCurrentIndex(std::max(0, dataset_->findData(wanted)));
    fillSplits();
    if (std::exchange(choicesWanted_, false))
        if (const QString missing = restore(QJsonObject(*wanted_)); !missing.isEmpty()) Q_EMIT misses(missing);
    open();
}

void PairPanel::fillLabels(const Labels& labels)
{
    const QStringList texts = labelTexts(labels);
    const int before = label_->count() > 0 ? label_->currentData().toInt() : -1;
    label_->clear();
    label_->addItem(tr("All"), -1);
    for (int label = 0; label < texts.size(); ++label) label_->addItem(texts[label], label);
    label_->setCurrentIndex(std::max(0, label_->findData(before)));
    browser_.setLabel(label_->currentData().toInt());
}

void PairPanel::fillSplits()
{
    const QString wanted = split_->currentData().toString(), dataset = dataset_->currentData().toString();
    split_->clear();
    split_->addItem(tr("Random, 90 : 10"), QStringLiteral("random"));
    split_->addItem(tr("Official"), QStringLiteral("official"));
    split_->addItem(tr("A tenth of the speakers held out"), QStringLiteral("speakers"));
    // Of Speech Commands' thousands of speakers nobody chooses one from a list.
    if (const RecordingSurvey* own = survey_ ? survey_->ownNamed(dataset.toStdString()) : nullptr;
        own && own->speakers.size() <= mostSpeakers)
        for (const std::string& speaker : own->speakers) {
            const QString name = QString::fromStdString(speaker);
            split_->addItem(tr("%1 held out").arg(name), QStringLiteral("speaker:") + name);
        }
    if (survey_ && dataset.startsWith(QLatin1String("fsdd"))) {
        const auto& paper = paperSpeakers();
        for (const std::string& speaker : survey_->fsdd.speakers) {
            const QString name = QString::fromStdString(speaker);
            if (dataset == QLatin1String("fsdd6") || std::find(paper.begin(), paper.end(), speaker) != paper.end())
                split_->addItem(tr("%1 held out").arg(name), QStringLiteral("speaker:") + name);
        }
    }
    split_->setCurrentIndex(std::max(0, split_->findData(wanted)));
}

QJsonObject PairPanel::state() const
{
    QJsonObject state{{QStringLiteral("dataset"), dataset_->currentData().toString()},
                      {QStringLiteral("split"), split_->currentData().toString()},
                      {QStringLiteral("part"), int(browser_.part())},
                      {QStringLiteral("label"), browser_.label()},
                      {QStringLiteral("recordings"), recordingsView_->state()}};
    if (const auto& pair = browser_.pair()) {
        state[QStringLiteral("pair")] = pair->position;
        state[QStringLiteral("recording")] = portableRecording(pair->file.toStdString());
    }
    return state;
}

QString PairPanel::restore(const QJsonObject& state)
{
    wanted_ = state;
    choicesWanted_ = !survey_;
    if (choicesWanted_) return {};
    const QString dataset = state[QStringLiteral("dataset")].toString(), split = state[QStringLiteral("split")].toString();
    if (dataset_->findData(dataset) < 0) {
        wanted_.reset();
        return dataset.isEmpty() ? QString() : tr("The data set %1 is not here.").arg(datasetTitle(dataset.toStdString()));
    }
    dataset_->setCurrentIndex(dataset_->findData(dataset));
    settings_.setValue(QStringLiteral("data/browsed"), dataset);
    fillSplits();
    const int at = split_->findData(split);
    split_->setCurrentIndex(std::max(0, at));
    part_->setCurrentIndex(state[QStringLiteral("part")].toInt() == int(PairBrowser::Part::Test));
    browser_.setPart(PairBrowser::Part(part_->currentIndex()));
    open();
    if (browser_.state() == PairBrowser::State::Ready) placeWanted();
    return at >= 0 || split.isEmpty() ? QString() : tr("The split %1 cannot be made here.").arg(split);
}

void PairPanel::placeWanted()
{
    if (!wanted_ || browser_.state() != PairBrowser::State::Ready) return;
    const QJsonObject wanted = *std::exchange(wanted_, std::nullopt);
    label_->setCurrentIndex(std::max(0, label_->findData(wanted[QStringLiteral("label")].toInt(-1))));
    browser_.setLabel(label_->currentData().toInt());
    const int position = wanted[QStringLiteral("pair")].toInt(-1);
    if (position >= 0 && position < browser_.count()) browser_.setPosition(position);
    const QString recording = wanted[QStringLiteral("recording")].toString();
    if (!recording.isEmpty() && (!browser_.pair() || portableRecording(browser_.pair()->file.toStdString()) != recording))
        Q_EMIT misses(tr("The pairs of this data set are others here: %1 is not in that place.").arg(recording));
    recordingsView_->restore(wanted[QStringLiteral("recordings")].toObject());
}

void PairPanel::open()
{
    for (QComboBox* box : {dataset_, split_, part_, label_}) box->setEnabled(dataset_->count() > 0);
    if (dataset_->count() == 0) {
        opened_.reset();
        browser_.close();
        return;
    }
    DatasetConfig config;
    config.name = dataset_->currentData().toString().toStdString();
    config.folder = survey_->folder;
    config.split = split_->currentData().toString().toStdString();
    if (config.name == "scd") config.spectrogram.timeMode = TimeMode::Pad;  // as the presets train it
    if (opened_ == config && browser_.state() != PairBrowser::State::Failed) return;
    opened_ = config;
    banner_->hide();
    // What has to be made first is made when a person asks for it.
    std::error_code ignored;
    if (config.name == syntheticName && !std::filesystem::exists(syntheticFolder(), ignored)) {
        browser_.close();
        return showState();
    }
    browser_.open(config);
}

void PairPanel::showState()
{
    const auto state = browser_.state();
    const bool ready = state == PairBrowser::State::Ready;
    for (QAction* action : commands_) action->setEnabled(ready);
    phase_->setText(tr("Opening the data set…"));
    progress_->setValue(0);
    if (state == PairBrowser::State::Empty || state == PairBrowser::State::Failed) {
        const bool toMake = opened_ && opened_->name == syntheticName;
        empty_->setSentence(toMake    ? tr("On the left is what is missing. Synthetic digits can be made here in some seconds.")
                            : opened_ ? tr("Pairs of image and recording appear here once the data set is open.")
                                      : tr("No data set can be used yet. On the left is what is missing and where to put it."));
        empty_->setAction(toMake ? tr("Make synthetic digits") : opened_ ? tr("Open the data set") : tr("Choose the folder…"));
    }
    if (state == PairBrowser::State::Failed)
        banner_->showMessage(Banner::Trouble, browser_.failure(), browser_.failureDetails(), tr("Try again"));
    stack_->setCurrentWidget(ready && opened_ ? views_ : state == PairBrowser::State::Opening ? opening_ : static_cast<QWidget*>(empty_));
    recordings_.open(ready ? browser_.dataset() : nullptr);
    if (ready) {
        fillLabels(browser_.dataset()->recordings.labels);
        QStringList notes;
        for (const Message& note : browser_.dataset()->notes) notes << toText(note);
        if (!notes.isEmpty()) banner_->showMessage(Banner::Info, notes.join(u'\n'));
        spectrogram_->setParams(browser_.dataset()->config.spectrogram, browser_.dataset()->config.spectrogram.rate);
        // Its pairs are shown after this.
        QMetaObject::invokeMethod(this, &PairPanel::placeWanted, Qt::QueuedConnection);
    }
}

void PairPanel::showPair()
{
    player_.stop();
    playOnArrival_ = false;
    waveform_->clear();
    const int count = browser_.count();
    {
        const QSignalBlocker block(position_);
        position_->setRange(std::min(1, count), count);
        position_->setValue(browser_.position() + 1);
    }
    count_->setText(tr("of %1").arg(QLocale().toString(count)));
    for (QAction* action : commands_) action->setEnabled(count > 0);
    if (!browser_.pair()) {
        image_->clear();
        spectrogram_->clear();
        facts_->clear();
        file_->clear();
        return;
    }
    const ShownPair& pair = *browser_.pair();
    image_->setImage(pair.image);
    facts_->setText(tr("%1, said by %2").arg(pair.label, pair.speaker));
    file_->setText(QFileInfo(pair.file).fileName());
    file_->setToolTip(pair.file);
}

void PairPanel::showSound()
{
    const Sound& sound = *browser_.sound();
    waveform_->setSound(sound.samples, sound.rate);
    if (std::exchange(playOnArrival_, false)) player_.play(sound);
    showSpectrogram(sound.seconds());
    file_->setText(
        tr("%1, %2 s, %3 Hz")
            .arg(QFileInfo(browser_.pair()->file).fileName(), QLocale().toString(sound.seconds(), 'f', 2), QLocale().toString(sound.rate)));
}

void PairPanel::showSpectrogram(double secondsOfSound)
{
    const bool stretched = browser_.dataset()->config.spectrogram.timeMode == TimeMode::Stretch;
    spectrogram_->setSpectrogram(browser_.pair()->spectrogram, stretched ? secondsOfSound : 1.0);
}

void PairPanel::togglePlaying()
{
    if (player_.playing())
        player_.stop();
    else if (browser_.sound())
        player_.play(*browser_.sound());
}

}  // namespace sonoglyph
