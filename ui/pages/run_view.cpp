#include "ui/pages/run_view.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/logic/duration_text.h"
#include "ui/logic/label_text.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/action_button.h"
#include "ui/pages/coach_line.h"
#include "ui/pages/curve_toolbar.h"
#include "ui/pages/epoch_panel.h"
#include "ui/pages/run_picker.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int pickerWidth = 28 * kGrid;
const auto splitterName = QStringLiteral("train/charts");

QString number(std::int64_t value) { return QLocale().toString(qlonglong(value)); }

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %"); }

/// Words that give way where there is no room for them.
class NameLabel : public QLabel {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

QString stateText(const TrainingController& training)
{
    switch (training.state()) {
    case TrainingController::State::Idle:
        return {};
    case TrainingController::State::Preparing:
        return RunView::tr("Preparing");
    case TrainingController::State::Running:
        return RunView::tr("Running");
    case TrainingController::State::Paused:
        return RunView::tr("Paused");
    case TrainingController::State::Stopping:
        return RunView::tr("Stopping, writing a checkpoint");
    case TrainingController::State::Finished:
        return training.summary()->stopped ? RunView::tr("Stopped, can be resumed") : RunView::tr("Finished");
    case TrainingController::State::Failed:
        return RunView::tr("Failed");
    }
    return {};
}

QString stateText(RunItem::State state)
{
    switch (state) {
    case RunItem::State::Finished:
        return RunView::tr("Finished");
    case RunItem::State::Resumable:
        return RunView::tr("Stopped, can be resumed");
    case RunItem::State::Running:
        return RunView::tr("Running");
    case RunItem::State::Empty:
        return RunView::tr("Ended before its first checkpoint");
    }
    return {};
}

}  // namespace

RunView::RunView(const QList<QAction*>& actions, Settings& settings, QWidget* parent) : QWidget(parent), settings_(settings)
{
    name_ = new NameLabel;
    name_->setObjectName(QStringLiteral("runName"));
    name_->setFont(titleFont());
    name_->setMinimumWidth(0);
    name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    state_ = new QLabel;
    state_->setObjectName(QStringLiteral("runState"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    for (QAction* action : actions) buttons->addWidget(new ActionButton(*action));
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(name_, 1);
    head->addLayout(buttons);

    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("progress"));
    progress_->setAccessibleName(tr("Progress of the run"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(kGrid);
    facts_ = new QLabel;
    facts_->setObjectName(QStringLiteral("facts"));
    facts_->setFont(numberFont());
    facts_->setWordWrap(true);
    epoch_ = new NameLabel;
    epoch_->setObjectName(QStringLiteral("epoch"));
    epoch_->setFont(numberFont());
    epoch_->setMinimumWidth(0);
    epoch_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    epoch_->setToolTip(
        tr("On the held-out pairs of the last epoch. Accuracy: how many images, drawn from samples of the code, LeNet-5 reads as the "
           "digit that was said; in brackets from its mean. Active units: dimensions of the code that say more than 0.01 nat. Diversity: "
           "how much the images of one digit differ, as the deviation of a pixel"));
    banner_ = new Banner;

    coach_ = new CoachLine;
    connect(coach_, &CoachLine::pieceWanted, this, [this] { charts_->showPiece(coach_->word()); });
    charts_ = new RunCharts(settings_);
    connect(charts_, &RunCharts::stepClicked, this, &RunView::openStep);
    epochs_ = new EpochPanel;
    connect(epochs_, &EpochPanel::checkpointWanted, this, &RunView::checkpointWanted);
    connect(epochs_, &EpochPanel::newestWanted, this, &RunView::goHome);

    picker_ = new RunPicker(others_);
    picker_->hide();
    connect(&others_, &RunComparison::chosenChanged, this, [this] {
        if (!picker_->isHidden()) charts_->setOthers(others_.chosen());
    });
    connect(&charts_->toolbar(), &CurveToolbar::comparingChanged, this, &RunView::setComparing);
    auto* upper = new QSplitter;
    upper->addWidget(charts_);
    upper->addWidget(picker_);
    upper->setStretchFactor(0, 1);
    upper->setChildrenCollapsible(false);
    upper->setHandleWidth(2 * kGrid);
    upper->setSizes({3 * pickerWidth, pickerWidth});

    auto* curves = new QWidget;
    auto* curveColumn = new QVBoxLayout(curves);
    curveColumn->setContentsMargins(0, 0, 0, 0);
    curveColumn->setSpacing(kGrid / 2);
    curveColumn->addWidget(&charts_->toolbar());
    curveColumn->addWidget(upper, 1);

    splitter_ = new QSplitter(Qt::Vertical);
    splitter_->addWidget(curves);
    splitter_->addWidget(epochs_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(kGrid);
    splitter_->setSizes({600, 400});
    splitter_->restoreState(settings_.splitter(splitterName));
    connect(splitter_, &QSplitter::splitterMoved, this, [this] { settings_.setSplitter(splitterName, splitter_->saveState()); });

    auto* standing = new QHBoxLayout;
    standing->setSpacing(2 * kGrid);
    standing->addWidget(state_);
    standing->addWidget(facts_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addWidget(progress_);
    column->addLayout(standing);
    column->addWidget(epoch_);
    column->addWidget(banner_);
    column->addWidget(coach_);
    column->addWidget(splitter_, 1);
}

RunView::~RunView() = default;

void RunView::showName(const std::filesystem::path& run)
{
    const QString name = QString::fromStdString(run.filename().string());
    if (watched_.folder != run) {
        watched_ = {run, name, {}, std::make_shared<MetricStore>()};
        newest_ = {};
        notices_.clear();
        coach_->forget();
        visits_ = false;
        others_.setRuns(runs_, run);
    }
    name_->setText(name);
    name_->setToolTip(QString::fromStdString(run.string()));
}

void RunView::showLive(const TrainingController& training)
{
    showName(training.run());
    const bool preparing = training.state() == TrainingController::State::Preparing;
    state_->setText(preparing ? tr("%1: %2").arg(stateText(training), training.phase()) : stateText(training));
    progress_->setVisible(training.active());
    showLiveMetrics(training);
    showLivePreview(training);
    showChanges(training.changes());
}

void RunView::showLiveMetrics(const TrainingController& training)
{
    progress_->setValue(int(std::lround(training.fraction() * progress_->maximum())));
    QStringList facts;
    const auto& plan = training.plan();
    if (const auto& step = training.lastStep(); step && plan) {
        facts << tr("Epoch %1 of %2").arg(step->epoch).arg(plan->config.epochs)
              << tr("step %1 of %2").arg(number(step->step), number(plan->totalSteps));
        if (training.active() && step->samplesPerSecond > 0) facts << tr("%1 samples/s").arg(number(std::llround(step->samplesPerSecond)));
        if (const auto left = training.secondsLeft(); left && training.active()) facts << tr("%1 left").arg(durationText(*left));
    }
    if (plan) watched_.config = plan->config;
    if (plan) facts_->setToolTip(tr("Minimised: %1").arg(QString::fromStdString(objectiveOf(plan->config))));
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    facts_->setVisible(!facts.isEmpty());
    // The controller outlives every view of its run.
    watched_.metrics = std::shared_ptr<const MetricStore>(std::shared_ptr<void>(), &training.metrics());
    notices_ = training.notices();
    showNumbers();
}

void RunView::showLivePreview(const TrainingController& training)
{
    const auto& preview = training.preview();
    if (!preview) return showNewest({}, {});
    QList<QImage> real, generated;
    QStringList captions;
    for (const ByteImage& image : preview->real) real << toQImage(image);
    for (const ByteImage& image : preview->generated) generated << toQImage(image);
    for (const int label : preview->labels) captions << labelText(watched_.config.data.labels, label);
    showNewest(EpochPanel::rowsOf(real, generated), captions);
}

void RunView::showRun(const RunItem& run)
{
    showName(run.entry.folder);
    watched_.config = run.entry.config;
    state_->setText(stateText(run.state));
    progress_->hide();
    const RunConfig& config = run.entry.config;
    facts_->setText(QStringList{tr("Data set %1").arg(QString::fromStdString(config.data.name)),
                                tr("alpha %1").arg(QLocale().toString(config.alpha)), tr("step %1").arg(number(run.step))}
                        .join(QStringLiteral("  ·  ")));
    facts_->setToolTip(tr("Minimised: %1").arg(QString::fromStdString(objectiveOf(config))));
    facts_->show();
    banner_->hide();
}

void RunView::showMetrics(std::shared_ptr<const MetricStore> metrics)
{
    watched_.metrics = std::move(metrics);
    showNumbers();
}

void RunView::showNotices(const QList<TrainNotice>& notices)
{
    notices_ = notices;
    coach_->show(*watched_.metrics, notices_);
}

void RunView::showPreview(const QImage& grid) { showNewest(EpochPanel::rowsOf(grid), {}); }

void RunView::showNumbers()
{
    const auto& epochs = watched_.metrics->epochs();
    charts_->setRun(watched_);
    showEpoch(epochs.empty() ? nullptr : &epochs.back());
    coach_->show(*watched_.metrics, notices_);
    if (visits_) return;
    epochs_->setRun(watched_.folder);
    epochs_->setEpochs(epochs);
    epochs_->setNewestKl(watched_.metrics->klPerDimension());
    placeWanted();
}

QJsonObject RunView::state(const std::function<QString(const std::filesystem::path&)>& keyOf) const
{
    QJsonObject state = charts_->toolbar().state();
    if (const auto view = charts_->view()) state[QStringLiteral("range")] = QJsonArray{view->low, view->high};
    if (!visits_) state[QStringLiteral("epoch")] = epochs_->chosen();
    if (!charts_->toolbar().isComparing()) return state;
    QJsonArray beside;
    for (const auto& run : others_.ticked()) beside << keyOf(run);
    state[QStringLiteral("beside")] = beside;
    return state;
}

void RunView::restore(const QJsonObject& state, const std::filesystem::path& folder, const std::vector<std::filesystem::path>& runs)
{
    charts_->toolbar().restore(state);
    charts_->toolbar().setComparing(state[QStringLiteral("beside")].isArray());
    wanted_.reset();
    if (folder.empty()) return;
    wanted_ = Wanted{folder, {}, state[QStringLiteral("epoch")].toInt(), runs};
    const QJsonArray range = state[QStringLiteral("range")].toArray();
    const CurveRange view{range.at(0).toDouble(), range.at(1).toDouble()};
    if (range.size() == 2 && view.low < view.high) wanted_->view = view;
    placeWanted();
}

void RunView::placeWanted()
{
    if (!wanted_ || !watched_.metrics || wanted_->run != watched_.folder || watched_.metrics->empty()) return;
    const Wanted wanted = *std::exchange(wanted_, std::nullopt);
    if (visits_) goHome();
    charts_->setView(wanted.view);
    others_.tick(wanted.beside);
    const auto& epochs = watched_.metrics->epochs();
    const bool there = std::any_of(epochs.begin(), epochs.end(), [&](const EpochMetrics& epoch) { return epoch.epoch == wanted.epoch; });
    epochs_->choose(there ? wanted.epoch : 0);
}

void RunView::showNewest(const QList<ImageRow>& rows, const QStringList& captions)
{
    newest_ = {rows, captions};
    if (visits_) return;
    epochs_->setRun(watched_.folder);
    epochs_->setNewest(rows, captions);
}

void RunView::goHome()
{
    visits_ = false;
    showNumbers();
    epochs_->setNewest(newest_.first, newest_.second);
}

void RunView::openStep(const std::filesystem::path& run, qint64 step)
{
    const ChartedRun* of = charts_->run(run);
    const EpochMetrics* epoch = of ? of->metrics->epochAt(step) : nullptr;
    if (!epoch) return;
    const int number = epoch->epoch;
    if (run == watched_.folder) {
        if (visits_) goHome();
    } else {
        visits_ = true;
        epochs_->setRun(run, of->name);
        epochs_->setEpochs(of->metrics->epochs());
    }
    epochs_->choose(number);
}

void RunView::setRuns(const std::vector<RunItem>& runs)
{
    runs_ = runs;
    others_.setRuns(runs_, watched_.folder);
}

void RunView::setComparing(bool comparing)
{
    picker_->setVisible(comparing);
    others_.setActive(comparing && isVisible());
    charts_->setOthers(comparing ? others_.chosen() : std::vector<ChartedRun>());
}

void RunView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    others_.setActive(!picker_->isHidden());
}

void RunView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    others_.setActive(false);
}

/// Steps of one network alone are no marks: there may be hundreds.
void RunView::showChanges(const QList<RunChange>& changes)
{
    QList<RunMark> marks;
    for (const RunChange& change : changes) {
        const QString value = QLocale().toString(change.value, 'g', 6);
        if (change.field == RunChange::Field::Alpha) marks << RunMark{change.step, tr("alpha %1").arg(value)};
        if (change.field == RunChange::Field::LearningRate) marks << RunMark{change.step, tr("rate %1").arg(value)};
    }
    charts_->setMarks(marks);
}

void RunView::showEpoch(const EpochMetrics* epoch)
{
    epoch_->setVisible(epoch);
    if (!epoch) return;
    epoch_->setText(
        tr("After epoch %1: accuracy %2 (mean %3)  ·  active units %4")
            .arg(QString::number(epoch->epoch), percent(epoch->accuracy), percent(epoch->accuracyMean),
                 QString::number(epoch->activeUnits)) +
        (epoch->diversity ? QStringLiteral("  ·  ") + tr("diversity %1").arg(QLocale().toString(*epoch->diversity, 'f', 3)) : QString()));
}

}  // namespace sonoglyph
