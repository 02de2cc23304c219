#include "ui/pages/train_page.h"

#include <algorithm>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "core/session/engine.h"
#include "ui/logic/coach.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/run_delegate.h"
#include "ui/pages/run_form.h"
#include "ui/pages/run_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int leastStepsForSpeed = 20;
constexpr int formWidth = 40 * kGrid;

QString textOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// Small batches run slower, so each has a speed of its own.
QString speedKey(const RunConfig& config)
{
    return QStringLiteral("train/speed/%1-%2").arg(QString::fromStdString(nameOf(config.model))).arg(config.batch);
}

std::filesystem::path normal(const std::filesystem::path& path) { return std::filesystem::absolute(path).lexically_normal(); }

/// The newest of a run's reconstruction grids.
QImage newestPreview(const std::filesystem::path& run)
{
    const QDir folder(textOf(run / "previews"));
    const QStringList files = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    return files.isEmpty() ? QImage() : QImage(folder.filePath(files.back()));
}

Banner::Severity severityOf(TrainNotice::Severity severity)
{
    switch (severity) {
    case TrainNotice::Severity::Info:
        return Banner::Info;
    case TrainNotice::Severity::Warning:
        return Banner::Warning;
    case TrainNotice::Severity::Problem:
        return Banner::Trouble;
    }
    return Banner::Info;
}

}  // namespace

TrainPage::TrainPage(const AppContext& context, QWidget* parent) : Page(context, parent)
{
    reader_.setMaxThreadCount(1);
    makeActions();
    layOut();
    restoreDraft();
    draft_.setRunsFolder(context_.settings->runsFolder());
    connect(&draft_, &RunDraft::changed, this, [this] { form_->setSamplesPerSecond(speed(draft_.config())); });
    connect(form_, &RunForm::validChanged, this, &TrainPage::updateActions);
    connect(form_, &RunForm::dataPageWanted, this, [this] { Q_EMIT pageWanted(QStringLiteral("data")); });
    connect(&runs_, &RunList::refreshed, this, &TrainPage::showCurrentRun);
    connect(context_.settings, &Settings::runsFolderChanged, this, [this](const QString& folder) {
        draft_.setRunsFolder(folder);
        refreshRuns();
    });
    watchEngine();
    watchData();
    watchTraining();
    form_->setSamplesPerSecond(speed(draft_.config()));
    refreshRuns();
    showRightSide();
    updateActions();
}

TrainPage::~TrainPage() { closeDown(); }

void TrainPage::makeActions()
{
    const auto make = [this](const QString& iconName, const QString& text, const QString& tip, const QKeySequence& shortcut, auto slot) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setShortcut(shortcut);
        action->setToolTip(shortcut.isEmpty() ? tip : tr("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    actions_.start = make(QStringLiteral("play"), tr("Start training"), tr("Train a model with these settings"), Qt::CTRL | Qt::Key_Return,
                          [this] { start(); });
    actions_.quick = make(QStringLiteral("train"), tr("Train a quick look"),
                          tr("300 steps on MNIST-FSDD: digits can be told apart, no more"), {}, [this] { startQuickLook(); });
    actions_.pause =
        make(QStringLiteral("pause"), tr("Pause"), tr("Hold the run that is training, and let it go on"), Qt::CTRL | Qt::Key_P, [this] {
            if (context_.training->state() == TrainingController::State::Paused)
                context_.training->resume();
            else
                context_.training->pause();
        });
    actions_.stop = make(QStringLiteral("stop"), tr("Stop"), tr("End the run that is training, with a checkpoint: it can be resumed"),
                         Qt::CTRL | Qt::Key_Period, [this] { context_.training->stop(); });
    actions_.resume = make(QStringLiteral("step"), tr("Resume"), tr("Go on with this run from its latest checkpoint"), Qt::CTRL | Qt::Key_R,
                           [this] { resumeShown(); });
    actions_.use = make(QStringLiteral("listen"), tr("Use this model"), tr("Hear and draw with this run's latest checkpoint"),
                        Qt::CTRL | Qt::Key_U, [this] { useShown(); });
    actions_.folder =
        make(QStringLiteral("open"), tr("Folder of runs…"), tr("Choose where runs are kept"), {}, [this] { chooseRunsFolder(); });
}

void TrainPage::layOut()
{
    form_ = new RunForm(draft_, *actions_.start);
    list_ = new QListView;
    list_->setObjectName(QStringLiteral("runs"));
    list_->setAccessibleName(tr("Runs on disk"));
    list_->setModel(&runs_);
    list_->setItemDelegate(new RunDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setEditTriggers(QListView::NoEditTriggers);
    list_->setUniformItemSizes(true);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const RunItem* run = runs_.item(index)) showItem(*run);
    });
    noRuns_ = new QLabel(tr("Runs appear here once they have begun."));
    noRuns_->setWordWrap(true);
    noRuns_->setFont(smallFont());

    auto* folder = new QToolButton;
    folder->setDefaultAction(actions_.folder);
    folder->setToolButtonStyle(Qt::ToolButtonIconOnly);
    folder->setAutoRaise(true);
    auto* heading = new QHBoxLayout;
    heading->addWidget(new QLabel(tr("Runs")));
    heading->addStretch();
    heading->addWidget(folder);
    auto* lower = new QWidget;
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(kGrid / 2);
    lowerColumn->addLayout(heading);
    lowerColumn->addWidget(noRuns_, 0, Qt::AlignTop);
    lowerColumn->addWidget(list_, 1);
    auto* left = new QSplitter(Qt::Vertical);
    left->setObjectName(QStringLiteral("train/left"));
    left->addWidget(form_);
    left->addWidget(lower);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);

    view_ = new RunView({actions_.pause, actions_.stop, actions_.resume, actions_.use}, *context_.settings);
    connect(&view_->banner(), &Banner::actionTriggered, this, [this] { resumeShown(); });
    connect(view_, &RunView::checkpointWanted, this, &TrainPage::useModel);
    empty_ = new EmptyState(QStringLiteral("train"), {});
    connect(empty_, &EmptyState::actionTriggered, this, [this] {
        if (draft_.dataMissing())
            Q_EMIT pageWanted(QStringLiteral("data"));
        else
            startQuickLook();
    });
    right_ = new QStackedWidget;
    right_->addWidget(new QWidget);
    right_->addWidget(empty_);
    right_->addWidget(view_);

    columns_ = new QSplitter;
    columns_->setObjectName(QStringLiteral("train/columns"));
    columns_->addWidget(left);
    columns_->addWidget(right_);
    columns_->setStretchFactor(1, 1);
    columns_->setSizes({formWidth, 3 * formWidth});
    for (QSplitter* splitter : {left, columns_}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(2 * kGrid);
        splitter->restoreState(context_.settings->splitter(splitter->objectName()));
        connect(splitter, &QSplitter::splitterMoved, this,
                [this, splitter] { context_.settings->setSplitter(splitter->objectName(), splitter->saveState()); });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(columns_);
}

void TrainPage::watchTraining()
{
    TrainingController& training = *context_.training;
    connect(&training, &TrainingController::stateChanged, this, &TrainPage::showState);
    connect(&training, &TrainingController::preparing, this, [this] {
        if (showsLive()) view_->showLive(*context_.training);
    });
    connect(&training, &TrainingController::planned, this, &TrainPage::refreshRuns);
    connect(&training, &TrainingController::metricsArrived, this, [this] {
        const auto epochs = context_.training->metrics().epochs().size();
        if (std::exchange(epochsListed_, epochs) != epochs) refreshRuns();
        if (showsLive()) view_->showLiveMetrics(*context_.training);
    });
    connect(&training, &TrainingController::previewArrived, this, [this] {
        if (showsLive()) view_->showLivePreview(*context_.training);
    });
    connect(&training, &TrainingController::noticed, this, [this] {
        if (showsLive()) showTrouble();
    });
    if (training.state() == TrainingController::State::Idle) return;
    shown_ = training.run();
    epochsListed_ = training.metrics().epochs().size();
    view_->showLive(training);
    showTrouble();
}

void TrainPage::watchData()
{
    if (!context_.data) return;
    const auto take = [this] {
        draft_.setSurvey(context_.data->survey());
        if (const auto& survey = context_.data->survey()) form_->setSpeakers(survey->fsdd.speakers);
        showRightSide();
    };
    connect(context_.data, &DataCatalog::surveyed, this, take);
    if (context_.data->survey())
        take();
    else if (!context_.data->surveying())
        context_.data->refresh();
}

void TrainPage::watchEngine()
{
    const auto take = [this] { form_->setModels(context_.engine->engine()->trainableModels()); };
    connect(context_.engine, &EngineLoader::ready, this, take);
    if (context_.engine->engine()) take();
}

QList<QAction*> TrainPage::commands() const
{
    return {actions_.start, actions_.quick, actions_.pause, actions_.stop, actions_.resume, actions_.use, actions_.folder};
}

bool TrainPage::openFiles(const QStringList& files)
{
    if (files.size() != 1) return files.isEmpty();
    const std::filesystem::path folder = normal(files.front().toStdString());
    if (!isRunFolder(folder)) return false;
    shown_ = folder;
    if (folder.has_parent_path()) context_.settings->setRunsFolder(textOf(folder.parent_path()));
    refreshRuns();
    return true;
}

void TrainPage::closeDown()
{
    context_.settings->setValue(QStringLiteral("train/form"), QString::fromStdString(toJson(draft_.config()).dump()));
}

void TrainPage::restoreDraft()
{
    const auto json = nlohmann::json::parse(context_.settings->value(QStringLiteral("train/form")).toString().toStdString(), nullptr,
                                            /*allow_exceptions=*/false);
    if (json.is_discarded()) return;
    if (const auto config = runConfigFromJson(json)) draft_.setConfig(*config);
}

std::optional<double> TrainPage::speed(const RunConfig& config) const
{
    const double speed = context_.settings->value(speedKey(config)).toDouble();
    return speed > 0 ? std::optional(speed) : std::nullopt;
}

void TrainPage::rememberSpeed()
{
    const TrainingController& training = *context_.training;
    if (!training.plan() || !training.lastStep()) return;
    if (training.lastStep()->step - training.plan()->firstStep < leastStepsForSpeed) return;
    context_.settings->setValue(speedKey(training.plan()->config), training.lastStep()->samplesPerSecond);
    form_->setSamplesPerSecond(speed(draft_.config()));
}

void TrainPage::start()
{
    if (!form_->valid() || context_.training->active()) return;
    RunConfig config = draft_.config();
    config.data.folder = context_.settings->dataFolder().toStdString();
    shown_ = normal(draft_.folder());
    epochsListed_ = 0;
    closeDown();
    context_.training->start(config, shown_);
}

void TrainPage::startQuickLook()
{
    form_->showQuickLook();
    draft_.setName({});
    start();
}

void TrainPage::resumeShown()
{
    if (context_.training->active() || shown_.empty()) return;
    epochsListed_ = 0;
    context_.training->resumeRun(std::filesystem::path(shown_));
}

void TrainPage::useShown()
{
    if (!shown_.empty()) useModel(textOf(shown_));
}

void TrainPage::useModel(const QString& model)
{
    if (!context_.decoder) return;
    context_.decoder->loadModel(model);
    Q_EMIT pageWanted(QStringLiteral("listen"));
}

void TrainPage::chooseRunsFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of runs"), context_.settings->runsFolder());
    if (folder.isEmpty()) return;
    if (!context_.training->active()) shown_.clear();
    context_.settings->setRunsFolder(folder);
}

void TrainPage::refreshRuns() { runs_.refresh(textOf(normal(context_.settings->runsFolder().toStdString()))); }

bool TrainPage::showsLive() const
{
    return !shown_.empty() && shown_ == context_.training->run() && context_.training->state() != TrainingController::State::Idle;
}

const RunItem* TrainPage::shownItem() const { return runs_.item(runs_.indexOf(shown_)); }

void TrainPage::showState()
{
    const TrainingController& training = *context_.training;
    using State = TrainingController::State;
    if (training.state() == State::Preparing) view_->banner().hide();
    if (showsLive()) {
        view_->showLive(training);
        if (training.state() == State::Failed) showTrouble();
    }
    if (!training.active()) {
        rememberSpeed();
        draft_.setRunsFolder(context_.settings->runsFolder());
        refreshRuns();
    }
    showRightSide();
    updateActions();
}

void TrainPage::showTrouble()
{
    const TrainingController& training = *context_.training;
    if (training.state() == TrainingController::State::Failed)
        view_->banner().showMessage(Banner::Trouble, training.failure(), training.failureDetails());
    else if (!training.notices().isEmpty() && !quantityOf(training.notices().back()))  // else the coach says it
        view_->banner().showMessage(severityOf(training.notices().back().severity), toText(training.notices().back().message));
}

void TrainPage::showItem(const RunItem& run)
{
    if (shown_ == run.entry.folder && right_->currentWidget() == view_) return;
    shown_ = run.entry.folder;
    view_->banner().hide();
    if (showsLive()) {
        view_->showLive(*context_.training);
        showTrouble();
    } else {
        view_->showRun(run);
        readFromDisk(shown_);
    }
    showRightSide();
    updateActions();
}

void TrainPage::showCurrentRun()
{
    if (shown_.empty() && !runs_.items().empty()) shown_ = runs_.items().front().entry.folder;
    view_->setRuns(runs_.items());
    const QModelIndex index = runs_.indexOf(shown_);
    {
        const QSignalBlocker quiet(list_->selectionModel());
        list_->setCurrentIndex(index);
    }
    list_->viewport()->update();
    if (!showsLive()) {
        if (const RunItem* run = runs_.item(index)) {
            view_->showRun(*run);
            readFromDisk(shown_);
        } else {
            shown_.clear();
        }
    }
    showRightSide();
    updateActions();
}

void TrainPage::readFromDisk(const std::filesystem::path& run)
{
    reader_.clear();
    reader_.start([this, run] {
        const auto metrics = MetricStore::read(run);
        const QImage preview = newestPreview(run);
        QMetaObject::invokeMethod(
            this,
            [this, run, metrics, preview] {
                if (run != shown_ || showsLive()) return;
                view_->showMetrics(metrics ? *metrics : MetricStore());
                view_->showPreview(preview);
                if (!metrics) view_->banner().showError(metrics.error());
            },
            Qt::QueuedConnection);
    });
}

void TrainPage::showRightSide()
{
    if (showsLive() || shownItem()) {
        right_->setCurrentWidget(view_);
    } else if (runs_.loaded()) {
        right_->setCurrentWidget(empty_);
        if (draft_.dataMissing()) {
            empty_->setSentence(tr("No runs yet, and no data set to train on. The Data page says what is missing."));
            empty_->setAction(tr("Open the Data page"));
        } else {
            const RunConfig quick = RunDraft::quickPreset();
            const auto measured = speed(quick);
            empty_->setSentence(
                measured
                    ? tr("No runs yet. Train a quick look: about %1.").arg(durationText(double(quick.maxSteps) * quick.batch / *measured))
                    : tr("No runs yet. Train a quick look: %n step(s).", nullptr, int(quick.maxSteps)));
            empty_->setAction(tr("Train a quick look"));
        }
    }
    noRuns_->setVisible(runs_.loaded() && runs_.items().empty());
    list_->setVisible(!runs_.items().empty());
}

void TrainPage::updateActions()
{
    using State = TrainingController::State;
    const TrainingController& training = *context_.training;
    const bool active = training.active();
    const bool paused = training.state() == State::Paused;
    actions_.start->setEnabled(!active && form_->valid());
    actions_.quick->setEnabled(!active && !draft_.dataMissing());
    actions_.pause->setVisible(active);
    actions_.pause->setEnabled(paused || training.state() == State::Running);
    actions_.pause->setText(paused ? tr("Continue") : tr("Pause"));
    actions_.pause->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    actions_.stop->setVisible(active);
    actions_.stop->setEnabled(active && training.state() != State::Stopping);
    const RunItem* run = shownItem();
    actions_.resume->setVisible(!active && run && run->state == RunItem::State::Resumable);
    actions_.use->setVisible(context_.decoder && run && run->entry.resumable);
}

}  // namespace sonoglyph
