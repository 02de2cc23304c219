#include "ui/pages/data/recordings_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include "core/data/labels.h"
#include "ui/logic/label_doubts.h"
#include "ui/logic/label_text.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/stacked_bars.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr int doubtfulLabel = -3, anyProblem = -2, everyRecording = -1;

QComboBox* combo(const QString& name, const QString& toolTip, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(toolTip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

/// Where it is still there, else the first.
void selectData(QComboBox* box, const QVariant& wanted) { box->setCurrentIndex(std::max(0, box->findData(wanted))); }

/// How many values lie in each of `bins` steps of `step` from `from`; what lies outside counts in the first and last.
std::vector<double> histogram(const std::vector<double>& values, double from, double step, int bins)
{
    std::vector<double> counts(std::size_t(bins), 0.0);
    for (const double value : values) ++counts[std::size_t(std::clamp(int(std::floor((value - from) / step)), 0, bins - 1))];
    return counts;
}

}  // namespace

RecordingsView::RecordingsView(RecordingBrowser& browser, LabelDoubts* doubts, QWidget* parent)
    : QWidget(parent), browser_(browser), doubts_(doubts)
{
    doubt_ =
        makeAction(this, icon(QStringLiteral("search")), tr("Look for label errors"),
                   tr("A model reads every recording; those that it surely reads otherwise are listed, so that you can listen. A trained "
                      "classifier does it best"),
                   {}, [this] {
                       if (doubts_->busy()) return doubts_->cancel();
                       if (browser_.recordings()) doubts_->find(browser_.recordings()->set);
                   });
    doubt_->setEnabled(false);
    play_ = makeAction(this, icon(QStringLiteral("play")), tr("Play the recording"), tr("Hear the chosen recording"), Qt::ALT | Qt::Key_H,
                       [this] { togglePlaying(); });
    play_->setEnabled(false);
    QWidget* filters = buildFilters();
    table_ = new QTableView(this);
    table_->setModel(&model_);
    table_->setAccessibleName(tr("Recordings"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setFont(numberFont());
    table_->setSortingEnabled(true);
    table_->sortByColumn(RecordingTable::Label, Qt::AscendingOrder);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(QFontMetrics(numberFont()).height() + kGrid);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setMinimumWidth(200);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordingsView::choose);
    connect(table_, &QTableView::activated, this, &RecordingsView::togglePlaying);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(kMargin);
    middle->addWidget(table_, 3);
    middle->addWidget(buildDetail(), 2);

    auto* charts = new QHBoxLayout;
    charts->setSpacing(kMargin);
    const auto chart = [&](const QString& title) {
        auto* bars = new StackedBars(this);
        bars->setFigureTitle(title);
        bars->setFixedHeight(112);
        bars->setFocusPolicy(Qt::StrongFocus);
        charts->addWidget(bars);
        return bars;
    };
    labels_ = chart(tr("Labels"));
    durations_ = chart(tr("Durations [s]"));
    levels_ = chart(tr("Levels [dB]"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(filters);
    layout->addLayout(middle, 1);
    layout->addLayout(charts);

    connect(&browser_, &RecordingBrowser::checked, this, &RecordingsView::showRecordings);
    connect(&browser_, &RecordingBrowser::progressed, this,
            [this](const QString& phase, double fraction) { count_->setText(tr("%1, %2 %").arg(phase).arg(int(fraction * 100))); });
    connect(&browser_, &RecordingBrowser::failed, this, [this](const QString& text) {
        count_->clear();
        Q_EMIT failed(text);
    });
    connect(&browser_, &RecordingBrowser::soundArrived, this, &RecordingsView::showSound);
    connect(&browser_, &RecordingBrowser::soundFailed, this, [this](const QString& text) {
        waveform_->setEmptyText({});
        file_->setText(text);
    });
    connect(&player_, &SoundPlayer::failed, this, &RecordingsView::failed);
    connect(&player_, &SoundPlayer::positionChanged, waveform_, &WaveformView::setPlayPosition);
    connect(&player_, &SoundPlayer::playingChanged, this,
            [this](bool playing) { play_->setIcon(icon(playing ? QStringLiteral("stop") : QStringLiteral("play"))); });
    if (doubts_) {
        connect(doubts_, &StudyJob::changed, this, &RecordingsView::showDoubts);
        connect(doubts_, &StudyJob::failed, this, &RecordingsView::failed);
    }
    showRecordings();
}

QWidget* RecordingsView::buildFilters()
{
    auto* filters = new QWidget(this);
    label_ = combo(tr("Label of the recordings"), tr("Show recordings of one label only"), filters);
    speaker_ = combo(tr("Speaker of the recordings"), tr("Show recordings by one speaker only"), filters);
    warning_ = combo(tr("Warnings of the recordings"), tr("Show recordings with a warning only"), filters);
    count_ = new QLabel(filters);
    count_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (QComboBox* box : {label_, speaker_, warning_}) {
        layout->addWidget(box);
        connect(box, &QComboBox::activated, this, &RecordingsView::filter);
    }
    if (doubts_) layout->addWidget(quietButton(doubt_, filters));
    layout->addStretch(1);
    layout->addWidget(count_);
    return filters;
}

QWidget* RecordingsView::buildDetail()
{
    auto* detail = new QWidget(this);
    detail->setMinimumWidth(180);
    facts_ = new QLabel(detail);
    facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    file_ = new QLabel(detail);
    file_->setFont(smallFont());
    file_->setForegroundRole(QPalette::PlaceholderText);
    file_->setWordWrap(true);
    file_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    waveform_ = new WaveformView(detail);
    waveform_->setFigureTitle(tr("Recording"));
    input_ = new SpectrogramView(detail);
    input_->setFigureTitle(tr("Network input of the recording"));
    input_->setExact(true);
    connect(waveform_, &WaveformView::seekWanted, this, &RecordingsView::togglePlaying);
    auto* layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* top = new QHBoxLayout;
    top->addWidget(facts_, 1);
    top->addWidget(iconButton(play_));
    layout->addLayout(top);
    layout->addWidget(file_);
    layout->addWidget(waveform_, 1);
    layout->addWidget(input_, 2);
    return detail;
}

void RecordingsView::showRecordings()
{
    player_.stop();
    const auto all = browser_.recordings();
    const QVariant label = label_->currentData(), speaker = speaker_->currentData(), warning = warning_->currentData();
    for (QComboBox* box : {label_, speaker_, warning_}) {
        box->clear();
        box->setEnabled(all != nullptr);
    }
    label_->addItem(tr("All labels"), -1);
    speaker_->addItem(tr("All speakers"), QString());
    warning_->addItem(tr("All recordings"), everyRecording);
    count_->setText(all ? QString() : tr("The recordings are looked at…"));
    if (all) {
        for (int i = 0; i < int(all->set.labels.size()); ++i) label_->addItem(labelText(all->set.labels, i), i);
        for (const std::string& name : all->set.speakers()) speaker_->addItem(QString::fromStdString(name), QString::fromStdString(name));
        fillWarnings();
        selectData(label_, label);
        selectData(speaker_, speaker);
        selectData(warning_, warning);
    }
    model_.setRecordings(all);
    if (doubts_) doubts_->forget();
    showDoubts();
    if (!all) return;
    placeWanted();
    const QFontMetrics metrics(numberFont());
    for (int column = 0; column < RecordingTable::Part; ++column)
        table_->setColumnWidth(column, metrics.horizontalAdvance(model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
                                           4 * kGrid);
    int speakerWidth = metrics.horizontalAdvance(QStringLiteral("0a7c2a8d"));
    for (int i = 1; i < std::min(speaker_->count(), 300); ++i)
        speakerWidth = std::max(speakerWidth, metrics.horizontalAdvance(speaker_->itemText(i)));
    table_->setColumnWidth(RecordingTable::Speaker, speakerWidth + 3 * kGrid);
    table_->setColumnWidth(RecordingTable::Warnings, metrics.horizontalAdvance(toText(titleOf(Problem::NoWord))) + 3 * kGrid);
}

QJsonObject RecordingsView::state() const
{
    const QHeaderView& header = *table_->horizontalHeader();
    QJsonObject state{{QStringLiteral("label"), label_->currentData().toInt()},
                      {QStringLiteral("speaker"), speaker_->currentData().toString()},
                      {QStringLiteral("warning"), warning_->currentData().toInt()},
                      {QStringLiteral("sortedBy"), header.sortIndicatorSection()},
                      {QStringLiteral("descending"), header.sortIndicatorOrder() == Qt::DescendingOrder}};
    const auto all = browser_.recordings();
    if (const QModelIndex current = table_->currentIndex(); all && current.isValid())
        state[QStringLiteral("recording")] = portableRecording(all->set.recordings[std::size_t(model_.recordingAt(current.row()))].file);
    return state;
}

void RecordingsView::restore(const QJsonObject& state)
{
    wanted_ = state;
    if (browser_.recordings()) placeWanted();
}

void RecordingsView::placeWanted()
{
    if (!wanted_) return;
    const QJsonObject wanted = *std::exchange(wanted_, std::nullopt);
    selectData(label_, wanted[QStringLiteral("label")].toInt(-1));
    selectData(speaker_, wanted[QStringLiteral("speaker")].toString());
    selectData(warning_, wanted[QStringLiteral("warning")].toInt(everyRecording));
    const int column = wanted[QStringLiteral("sortedBy")].toInt(-1);
    if (column >= 0 && column < RecordingTable::ColumnCount)
        table_->sortByColumn(column, wanted[QStringLiteral("descending")].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    filter();
    const QString recording = wanted[QStringLiteral("recording")].toString();
    if (recording.isEmpty()) return;
    const auto& recordings = browser_.recordings()->set.recordings;
    for (int row = 0; row < model_.rowCount(); ++row)
        if (portableRecording(recordings[std::size_t(model_.recordingAt(row))].file) == recording) return table_->selectRow(row);
    Q_EMIT misses(tr("The recording %1 is not here.").arg(recording));
}

void RecordingsView::fillWarnings()
{
    const auto all = browser_.recordings();
    const auto warned = std::ranges::count_if(all->check.facts, [](const auto& facts) { return facts.problems.any(); });
    warning_->addItem(tr("Any warning (%1)").arg(QLocale().toString(qlonglong(warned))), anyProblem);
    for (const Problem problem : allProblems)
        if (const int count = all->check.count(problem); count > 0)
            warning_->addItem(tr("%1 (%2)").arg(toText(titleOf(problem)), QLocale().toString(count)), int(problem));
}

void RecordingsView::showDoubts()
{
    const auto all = browser_.recordings();
    const auto found = doubts_ ? doubts_->found() : nullptr;
    doubt_->setEnabled(all && doubts_ && doubts_->possible());
    doubt_->setText(!doubts_ || !doubts_->busy() ? tr("Look for label errors")
                                                 : tr("Stop reading (%1 %)").arg(int(100 * doubts_->progress())));
    if (doubts_ && doubts_->busy()) return;
    model_.setDoubts(found ? found->doubts : std::vector<DoubtfulLabel>());
    if (const int old = warning_->findData(doubtfulLabel); old >= 0) warning_->removeItem(old);
    if (found) {
        warning_->insertItem(1, tr("Label doubted by %1 (%2)").arg(found->model, QLocale().toString(int(found->doubts.size()))),
                             doubtfulLabel);
        if (!found->doubts.empty()) warning_->setCurrentIndex(1);
    }
    filter();
}

void RecordingsView::filter()
{
    RecordingFilter filter;
    filter.label = browser_.recordings() ? label_->currentData().toInt() : -1;
    filter.speaker = speaker_->currentData().toString();
    const int warning = browser_.recordings() ? warning_->currentData().toInt() : everyRecording;
    filter.anyProblem = warning == anyProblem;
    filter.doubtful = warning == doubtfulLabel;
    if (warning >= 0) filter.problem = Problem(warning);
    model_.setFilter(filter);
    if (browser_.recordings()) count_->setText(tr("%Ln recording(s)", nullptr, model_.rowCount()));
    showCharts();
    if (model_.rowCount() > 0)
        table_->selectRow(0);
    else
        choose();
}

void RecordingsView::showCharts()
{
    const auto all = browser_.recordings();
    std::vector<double> labels, seconds, levels;
    QStringList labelNames, secondNames, levelNames;
    for (StackedBars* bars : {labels_, durations_, levels_}) bars->setVisible(all != nullptr);
    if (all) {
        labels.resize(all->set.labels.size());
        for (int i = 0; i < int(all->set.labels.size()); ++i) labelNames << labelText(all->set.labels, i);
    }
    for (int row = 0; row < model_.rowCount(); ++row) {
        const auto i = std::size_t(model_.recordingAt(row));
        ++labels[std::size_t(all->set.recordings[i].label)];
        const RecordingFacts& facts = all->check.facts[i];
        if (facts.problems.has(Problem::Unreadable)) continue;
        seconds.push_back(double(facts.seconds));
        levels.push_back(double(facts.level));
    }
    constexpr int secondBins = 16, levelBins = 13;
    for (int i = 0; i < secondBins; ++i)
        secondNames << (i + 1 == secondBins ? QStringLiteral("≥ ") : QString()) + QLocale().toString(i * 0.1, 'f', 1);
    for (int i = 0; i < levelBins; ++i) levelNames << (i == 0 ? QStringLiteral("< −55") : QLocale().toString(-60 + i * 5));
    const QString recordings = tr("recordings");
    labels_->setBars(tr("label"), labelNames, {{recordings, labels}});
    durations_->setBars(tr("from [s]"), secondNames, {{recordings, histogram(seconds, 0, 0.1, secondBins)}});
    levels_->setBars(tr("from [dB]"), levelNames, {{recordings, histogram(levels, -60, 5, levelBins)}});
}

void RecordingsView::choose()
{
    player_.stop();
    sound_.reset();
    play_->setEnabled(false);
    waveform_->clear();
    waveform_->setEmptyText(tr("Choose a recording"));
    input_->clear();
    facts_->clear();
    file_->clear();
    const QModelIndex current = table_->currentIndex();
    const auto all = browser_.recordings();
    if (!all || !current.isValid()) return;
    const int index = model_.recordingAt(current.row());
    const Recording& recording = all->set.recordings[std::size_t(index)];
    facts_->setText(tr("%1, said by %2").arg(labelText(all->set.labels, recording.label), QString::fromStdString(recording.speaker)));
    QStringList lines{QString::fromStdString(recording.file.filename().string())};
    const RecordingFacts& facts = all->check.facts[std::size_t(index)];
    if (facts.sameAs >= 0)
        lines << tr("The same samples as %1")
                     .arg(QString::fromStdString(all->set.recordings[std::size_t(facts.sameAs)].file.filename().string()));
    file_->setText(lines.join(u'\n'));
    waveform_->setEmptyText(tr("The recording is being read"));
    browser_.read(index);
}

void RecordingsView::showSound(const ReadRecording& recording)
{
    const auto all = browser_.recordings();
    sound_ = recording.sound;
    waveform_->setSound(sound_->samples, sound_->rate);
    const RecordingFacts& facts = all->check.facts[std::size_t(recording.index)];
    waveform_->setWord(std::lround(double(facts.wordBegin) * sound_->rate), std::lround(double(facts.wordEnd) * sound_->rate));
    const SpectrogramParams& params = all->config.spectrogram;
    input_->setParams(params, params.rate > 0 ? params.rate : sound_->rate);
    input_->setSpectrogram(recording.input, params.timeMode == TimeMode::Stretch ? sound_->seconds() : 1.0);
    play_->setEnabled(true);
}

void RecordingsView::togglePlaying()
{
    if (player_.playing())
        player_.stop();
    else if (sound_)
        player_.play(*sound_);
}

}  // namespace sonoglyph
