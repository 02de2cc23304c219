#include "ui/pages/data/record_view.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/logic/data_catalog.h"
#include "ui/logic/label_text.h"
#include "ui/logic/microphone.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_player.h"
#include "ui/pages/action_button.h"
#include "ui/pages/actions.h"
#include "ui/pages/data/count_bars.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr int planPlace = 0, promptPlace = 1;
constexpr int widest = 480;
const QString setKey = QStringLiteral("record/set"), speakerKey = QStringLiteral("record/speaker"),
              repetitionsKey = QStringLiteral("record/repetitions"), microphoneKey = QStringLiteral("listen/microphone");

Labels labelsIn(const QString& text)
{
    Labels labels;
    for (const QString& label : text.split(u',', Qt::SkipEmptyParts))
        if (!label.trimmed().isEmpty()) labels.push_back(label.trimmed().toStdString());
    return labels;
}

}  // namespace

RecordView::RecordView(Settings& settings, DataCatalog& data, std::unique_ptr<Microphone> microphone, QWidget* parent)
    : QWidget(parent), settings_(settings), data_(data), recorder_(std::make_unique<SetRecorder>(std::move(microphone))),
      player_(std::make_unique<SoundPlayer>()), banner_(new Banner(this))
{
    const auto add = [this](const char* name, const QString& text, const QString& tip, const QKeySequence& key, auto slot) {
        return makeAction(this, icon(QString::fromLatin1(name)), text, tip, key, slot);
    };
    start_ = add("record", tr("Start recording"), tr("Listens and asks for one word after the other; again: a rest"), Qt::Key_Space,
                 [this] { beginOrPause(); });
    again_ = add("undo", tr("Say the last one again"), tr("The word before is asked for again; the new one takes its place"),
                 Qt::Key_Backspace, [this] { recorder_->again(); });
    keep_ = add("check", tr("Keep it anyway"), tr("Keeps the word that was just said in spite of what is wrong with it"), Qt::Key_K,
                [this] { recorder_->keepAnyway(); });
    skip_ = add("next", tr("Another one first"), tr("This word is asked for again later"), Qt::Key_S, [this] { recorder_->skip(); });
    play_ = add("play", tr("Hear it"), tr("Plays the word that was just said"), Qt::Key_P, [this] {
        recorder_->pause();
        if (shownSound_) player_->play(*shownSound_);
    });
    end_ = add("close", tr("Done"), tr("Ends recording; what was said is kept, and it can be gone on with later"), Qt::Key_Escape,
               [this] { finish(); });
    auto* content = new QWidget(this);
    stack_ = new QStackedLayout(content);
    stack_->addWidget(buildPlan());
    stack_->addWidget(buildPrompt());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(banner_);
    layout->addWidget(content, 1);

    SpectrogramParams params;
    params.rate = 16000;
    Listener& listener = recorder_->listener();
    listener.setParams(params);
    connect(&listener, &Listener::levelChanged, this, [this](double peak, double rms) {
        level_->setLevels(peak, rms);
        button_->setLevel(std::clamp(1 + rms / 60, 0.0, 1.0));
    });
    connect(&listener, &Listener::trouble, banner_, [this](const QString& text) { banner_->showMessage(Banner::Warning, text); });
    connect(&listener, &Listener::troubleOver, banner_, &QWidget::hide);
    connect(recorder_.get(), &SetRecorder::changed, this, &RecordView::show);
    connect(recorder_.get(), &SetRecorder::failed, banner_,
            [this](const QString& text, const QString& details) { banner_->showMessage(Banner::Trouble, text, details); });
    connect(recorder_.get(), &SetRecorder::finished, &data_, &DataCatalog::refresh);
    connect(&data_, &DataCatalog::surveyed, this, &RecordView::fillSets);
    fillSets();
    show();
}

RecordView::~RecordView() { disconnect(recorder_.get(), nullptr, this, nullptr); }

QWidget* RecordView::buildPlan()
{
    auto* page = new QWidget;
    auto* title = new QLabel(tr("Record a set"));
    title->setFont(titleFont());
    auto* about =
        quietLabel(tr("You are asked for one word after the other, in changing order. Each is checked as soon as it is said; what "
                      "is too loud, too quiet or cut off is asked for again. Stop whenever you like and go on later."),
                   page);
    about->setWordWrap(true);
    set_ = new QComboBox;
    set_->setEditable(true);
    set_->setAccessibleName(tr("Name of the set"));
    set_->setToolTip(tr("A new name, or a set of yours that grows. Letters, digits, - and _."));
    speaker_ = new QLineEdit(settings_.value(speakerKey).toString());
    speaker_->setAccessibleName(tr("Speaker"));
    speaker_->setToolTip(tr("Who speaks: voices can be held out by it. Letters, digits and -."));
    labels_ = new QLineEdit(labelTexts(digitLabels()).join(QStringLiteral(", ")));
    labels_->setAccessibleName(tr("Words"));
    labels_->setToolTip(tr("What is said, in the order of the images' labels, with commas between. A set that is there keeps its own."));
    repetitions_ = new QSpinBox;
    repetitions_->setRange(1, 1000);
    repetitions_->setValue(settings_.value(repetitionsKey, 5).toInt());
    repetitions_->setAccessibleName(tr("Times"));
    repetitions_->setToolTip(tr("How often every word is said"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(kMargin);
    form->addRow(tr("Set"), set_);
    form->addRow(tr("Speaker"), speaker_);
    form->addRow(tr("Words"), labels_);
    form->addRow(tr("Times"), repetitions_);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid);
    column->addWidget(title);
    column->addWidget(about);
    column->addSpacing(kGrid);
    column->addLayout(form);
    column->addSpacing(kGrid);
    column->addWidget(new ActionButton(*start_), 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* inner = new QWidget(page);
    inner->setLayout(column);
    inner->setMaximumWidth(widest);
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(inner, 1);
    layout->addStretch(0);
    return page;
}

QWidget* RecordView::buildPrompt()
{
    auto* page = new QWidget;
    prompt_ = new QLabel;
    prompt_->setAlignment(Qt::AlignCenter);
    prompt_->setAccessibleName(tr("Say this"));
    QFont large = titleFont();
    large.setPointSizeF(large.pointSizeF() * 6);
    prompt_->setFont(large);
    hint_ = quietLabel({}, page);
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    next_ = quietLabel({}, page);
    next_->setAlignment(Qt::AlignCenter);
    button_ = new RecordButton;
    connect(button_, &QAbstractButton::clicked, start_, &QAction::trigger);
    level_ = new LevelMeter(Qt::Horizontal);
    level_->setAccessibleName(tr("Microphone level"));
    level_->setMaximumWidth(widest);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Words that are there"));
    progressText_ = new QLabel;
    verdict_ = new QLabel;
    verdict_->setWordWrap(true);
    verdict_->setAccessibleName(tr("The word that was just said"));
    waveform_ = new WaveformView;
    waveform_->setEmptyText(tr("What you say appears here."));
    waveform_->setFixedHeight(88);
    counts_ = new CountBars;
    counts_->setFigureTitle(tr("Recorded words"));

    auto* listening = new QHBoxLayout;
    listening->addStretch(1);
    listening->addWidget(button_);
    listening->addWidget(level_, 2);
    listening->addStretch(1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGrid);
    for (QAction* action : {play_, again_, keep_, skip_}) actions->addWidget(quietButton(action, page));
    actions->addStretch(1);
    actions->addWidget(new ActionButton(*end_));
    auto* state = new QHBoxLayout;
    state->addWidget(progress_, 1);
    state->addWidget(progressText_);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addStretch(1);
    layout->addWidget(prompt_);
    layout->addWidget(hint_);
    layout->addWidget(next_);
    layout->addLayout(listening);
    layout->addStretch(1);
    layout->addWidget(verdict_);
    layout->addWidget(waveform_);
    layout->addLayout(actions);
    layout->addWidget(counts_);
    layout->addLayout(state);
    return page;
}

QList<QAction*> RecordView::commands() const { return {start_, again_, keep_, skip_, play_, end_}; }

void RecordView::fillSets()
{
    const QString wanted =
        set_->currentText().isEmpty() ? settings_.value(setKey, QStringLiteral("my-digits")).toString() : set_->currentText();
    set_->clear();
    if (const auto& survey = data_.survey())
        for (const RecordingSurvey& own : survey->own) set_->addItem(QString::fromStdString(own.name));
    set_->setCurrentText(wanted);
}

void RecordView::beginOrPause()
{
    player_->stop();
    banner_->hide();
    if (recorder_->listening()) return recorder_->pause();
    if (recorder_->opened()) return recorder_->goOn();
    settings_.setValue(setKey, set_->currentText().trimmed());
    settings_.setValue(speakerKey, speaker_->text().trimmed());
    settings_.setValue(repetitionsKey, repetitions_->value());
    recorder_->listener().microphone().choose(settings_.value(microphoneKey).toByteArray());
    recorder_->begin({data_.folder().toStdString(), set_->currentText().trimmed().toStdString(), labelsIn(labels_->text()),
                      speaker_->text().trimmed().toStdString(), repetitions_->value()});
}

void RecordView::show()
{
    const RecordedSet* set = recorder_->set();
    const bool opened = set, listening = recorder_->listening(), said = recorder_->last().has_value();
    stack_->setCurrentIndex(opened ? promptPlace : planPlace);
    start_->setText(!opened ? tr("Start recording") : listening ? tr("Take a rest") : tr("Go on"));
    const bool all = opened && recorder_->current() < 0;
    start_->setEnabled(!all);
    again_->setEnabled(opened && said && recorder_->current() != recorder_->last()->take);
    keep_->setEnabled(said && !recorder_->last()->kept);
    skip_->setEnabled(opened && !all);
    play_->setEnabled(said);
    end_->setEnabled(opened);
    if (!opened) {
        shownSound_.reset();
        return;
    }
    button_->setState(!listening                                                   ? RecordButton::Idle
                      : recorder_->listener().state() == Listener::State::Speaking ? RecordButton::Recording
                                                                                   : RecordButton::Waiting);
    if (!listening) level_->reset();
    prompt_->setText(all ? tr("Done") : recorder_->prompt());
    hint_->setText(all         ? tr("Every word is there. The set can be trained on now: choose it on Train.")
                   : listening ? tr("Say it.")
                               : tr("Space goes on."));
    const int after = all ? -1 : set->next(recorder_->current() + 1);
    next_->setText(after >= 0 && after != recorder_->current()
                       ? tr("then %1").arg(labelText(set->labels, set->takes[std::size_t(after)].label))
                       : QString());
    progress_->setRange(0, int(set->takes.size()));
    progress_->setValue(set->done());
    progressText_->setText(tr("%1 of %2").arg(QLocale().toString(set->done()), QLocale().toString(int(set->takes.size()))));
    showLast();
    showCounts();
}

void RecordView::showLast()
{
    const auto& last = recorder_->last();
    if (!last) {
        shownSound_.reset();
        waveform_->clear();
        return verdict_->setText(QString());
    }
    if (last->sound != shownSound_) {
        shownSound_ = last->sound;
        waveform_->setSound(last->sound->samples, last->sound->rate);
    }
    const QString label = labelText(recorder_->set()->labels, recorder_->set()->takes[std::size_t(last->take)].label);
    QStringList texts;
    for (const TakeFault fault : last->check.faults) texts << SetRecorder::text(fault);
    const QString length =
        tr("%1 s, peak %2 dB")
            .arg(QLocale().toString(last->sound->seconds(), 'f', 2), QLocale().toString(last->check.peakDecibels, 'f', 0));
    verdict_->setText(last->kept ? tr("“%1” is kept (%2).").arg(label, length)
                                 : tr("“%1” once more, please. %2").arg(label, texts.join(u' ')));
}

void RecordView::showCounts()
{
    const RecordedSet& set = *recorder_->set();
    std::vector<int> counts(set.labels.size());
    for (std::size_t i = 0; i < set.takes.size(); ++i) counts[std::size_t(set.takes[i].label)] += set.there[i];
    counts_->setCounts(counts, labelTexts(set.labels));
}

void RecordView::finish()
{
    player_->stop();
    recorder_->end();
    data_.refresh();
}

void RecordView::stop()
{
    player_->stop();
    recorder_->pause();
}

void RecordView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

}  // namespace sonoglyph
