#include "ui/pages/train_page.h"

#include <algorithm>
#include <chrono>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "core/data/synthetic_digits.h"
#include "core/session/engine.h"
#include "core/train/sweep.h"
#include "ui/logic/coach.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/number_text.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/run_queue.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/actions.h"
#include "ui/pages/live_actions.h"
#include "ui/pages/run_controls.h"
#include "ui/pages/run_form.h"
#include "ui/pages/run_view.h"
#include "ui/pages/runs_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int leastStepsForSpeed = 20;
constexpr const char* besideKey = "train/sideBySide";
constexpr int formWidth = 40 * kGrid;
constexpr std::chrono::milliseconds unaskedAfter{1500};  // once a person has stopped typing

QString textOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

std::filesystem::path normal(const std::filesystem::path& path) { return std::filesystem::absolute(path).lexically_normal(); }

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

TrainPage::TrainPage(const AppContext& context, QWidget* parent)
    : Page(context, parent), cost_(*context.engine, *context.settings, *context.training)
{
    makeActions();
    layOut();
    restoreDraft();
    draft_.setRunsFolder(context_.settings->runsFolder());
    unasked_.setSingleShot(true);
    unasked_.setInterval(unaskedAfter);
    connect(&unasked_, &QTimer::timeout, this, &TrainPage::measureUnasked);
    connect(&draft_, &RunDraft::changed, this, &TrainPage::showCost);
    connect(&draft_, &RunDraft::changed, &unasked_, qOverload<>(&QTimer::start));
    connect(&cost_, &RunCost::changed, this, [this] {
        showCost();
        updateActions();
        showRightSide();
    });
    connect(&cost_, &RunCost::failed, this, [this](const QString& text) { panel_->banner().showMessage(Banner::Trouble, text); });
    connect(form_, &RunForm::validChanged, this, &TrainPage::updateActions);
    connect(form_, &RunForm::dataPageWanted, this, [this] { Q_EMIT pageWanted(QStringLiteral("data")); });
    connect(&runs_, &RunList::refreshed, this, &TrainPage::showCurrentRun);
    connect(context_.settings, &Settings::runsFolderChanged, this, [this](const QString& folder) {
        draft_.setRunsFolder(folder);
        context_.queue->setFolder(folder);
        refreshRuns();
    });
    watchEngine();
    watchData();
    watchTraining();
    watchDisk();
    watchQueue();
    showCost();
    refreshRuns();
    showRightSide();
    updateActions();
}

TrainPage::~TrainPage() { closeDown(); }

void TrainPage::makeActions()
{
    const auto make = [this](const QString& name, const QString& text, const QString& tip, const QKeySequence& shortcut, auto slot) {
        return makeAction(this, icon(name), text, tip, shortcut, slot);
    };
    live_ = new LiveActions(*context_.training, this);
    connect(live_, &LiveActions::changeWanted, this, [this] {
        showTraining();
        controls_->edit();
    });
    actions_.start = make(QStringLiteral("play"), tr("Start training"), tr("Train a model with these settings"), Qt::CTRL | Qt::Key_Return,
                          [this] { start(); });
    actions_.measure = make(QStringLiteral("target"), tr("Measure"),
                            tr("Train a few steps on random pairs, some ten seconds: how long will it take, how much memory and disk?"), {},
                            [this] { measure(); });
    actions_.quick = make(QStringLiteral("train"), tr("Train a quick look"),
                          tr("300 steps on MNIST-FSDD, or on synthetic digits where that is not there: digits can be told apart, no more"),
                          {}, [this] { startQuickLook(); });
    actions_.resume = make(QStringLiteral("play"), tr("Resume"), tr("Go on with this run from its latest checkpoint"), Qt::CTRL | Qt::Key_R,
                           [this] { resumeShown(); });
    actions_.stopBeside = make(QStringLiteral("stop"), tr("Stop this run"),
                               tr("It trains in a program of its own: end it at the next step, with a checkpoint; it can be resumed"), {},
                               [this] { context_.queue->stopBeside(shown_); });
    actions_.use = make(QStringLiteral("listen"), tr("Use this model"), tr("Hear and draw with this run's latest checkpoint"),
                        Qt::CTRL | Qt::Key_U, [this] { useShown(); });
    actions_.duplicate = make(QStringLiteral("copy"), tr("Duplicate with changes"), tr("Copy this run's settings into the form"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { duplicateShown(); });
    actions_.restart =
        make(QStringLiteral("reset"), tr("Restart with the same first weights"),
             tr("Train anew with this run's settings and seed: the same first weights, pairs and batches"), {}, [this] { restartShown(); });
    actions_.folder =
        make(QStringLiteral("open"), tr("Folder of runs…"), tr("Choose where runs are kept"), {}, [this] { chooseRunsFolder(); });
}

void TrainPage::layOut()
{
    form_ = new RunForm(draft_, *actions_.start, *actions_.measure);
    panel_ = new RunsPanel(runs_, *context_.queue, {actions_.duplicate, actions_.restart, actions_.folder},
                           {actions_.resume, actions_.use, actions_.duplicate, actions_.restart});
    connect(panel_, &RunsPanel::chosen, this, [this](const QModelIndex& index) {
        if (const RunItem* run = runs_.item(index)) showItem(*run);
    });
    auto* left = new QSplitter(Qt::Vertical);
    left->setObjectName(QStringLiteral("train/left"));
    left->addWidget(form_);
    left->addWidget(panel_);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);

    view_ = new RunView({live_->pause(), live_->stop(), actions_.stopBeside, actions_.resume, actions_.use}, *context_.settings);
    controls_ = new RunControls(live_->teaching(), *context_.training);
    controls_->setContentsMargins(kGrid, 0, 0, 0);
    watched_ = new QWidget;
    auto* watched = new QVBoxLayout(watched_);
    watched->setContentsMargins(0, 0, 0, 0);
    watched->setSpacing(kGrid);
    watched->addWidget(view_, 1);
    watched->addWidget(controls_);
    connect(&view_->banner(), &Banner::actionTriggered, this, [this] { resumeShown(); });
    connect(view_, &RunView::checkpointWanted, this, &TrainPage::useModel);
    empty_ = new EmptyState(QStringLiteral("train"), {});
    connect(empty_, &EmptyState::actionTriggered, this, &TrainPage::startQuickLook);
    right_ = new QStackedWidget;
    right_->addWidget(new QWidget);
    right_->addWidget(empty_);
    right_->addWidget(watched_);

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
    connect(&training, &TrainingController::planned, this, [this] {
        showRightSide();
        updateActions();
    });
    connect(&training, &TrainingController::changed, this, [this] {
        if (showsLive()) view_->showLive(*context_.training);
    });
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
    shown_ = liveRun_ = training.run();
    epochsListed_ = training.metrics().epochs().size();
    view_->showLive(training);
    showTrouble();
}

void TrainPage::watchData()
{
    if (!context_.data) return;
    const auto take = [this] {
        draft_.setSurvey(context_.data->survey());
        if (const auto& survey = context_.data->survey()) {
            form_->setSpeakers(survey->fsdd.speakers);
            form_->setOwnDataSets(survey->own);
        }
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
    const auto& a = actions_;
    return QList<QAction*>{a.start, a.measure, a.quick} + live_->all() +
           QList<QAction*>{a.resume, a.stopBeside, a.use, a.duplicate, a.restart, a.folder} + form_->presets() + panel_->commands();
}

bool TrainPage::openFiles(const QStringList& files)
{
    if (files.size() != 1) return files.isEmpty();
    const std::filesystem::path folder = normal(files.front().toStdString());
    if (!isRunFolder(folder)) return false;
    shown_ = folder;
    const std::filesystem::path runs = normal(context_.settings->runsFolder().toStdString());
    std::filesystem::path parent = folder.parent_path();
    if (isSweepFolder(parent) && parent != runs) parent = parent.parent_path();
    if (parent != runs && folder.has_parent_path()) context_.settings->setRunsFolder(textOf(parent));
    refreshRuns();
    return true;
}

void TrainPage::closeDown() { context_.settings->setValue(QStringLiteral("train/form"), QString::fromStdString(draft_.toJson().dump())); }

void TrainPage::restoreDraft()
{
    const auto json = nlohmann::json::parse(context_.settings->value(QStringLiteral("train/form")).toString().toStdString(), nullptr,
                                            /*allow_exceptions=*/false);
    if (!json.is_discarded()) draft_.fromJson(json);
}

void TrainPage::rememberSpeed()
{
    const TrainingController& training = *context_.training;
    if (!training.plan() || !training.lastStep()) return;
    if (training.lastStep()->step - training.plan()->firstStep < leastStepsForSpeed) return;
    cost_.remember(training.plan()->config, training.lastStep()->samplesPerSecond);
}

void TrainPage::showCost() { form_->setEstimate(cost_.measuring() ? tr("Measuring…") : estimateText(draft_, cost_)); }

void TrainPage::start()
{
    if (!form_->valid()) return;
    std::vector<QueuedRun> runs = draft_.runs();
    for (QueuedRun& run : runs) run.config.data.folder = context_.settings->dataFolder().toStdString();
    closeDown();
    if (!context_.training->active()) {
        showNext_ = true;
        if (context_.queue->rowCount() == 0) context_.queue->setHeld(false);
    }
    context_.queue->add(runs);
    draft_.setName({});
}

void TrainPage::measure()
{
    std::vector<RunConfig> configs;
    for (const QueuedRun& run : draft_.runs()) configs.push_back(run.config);
    cost_.measure(configs);
}

/// What a start will cost is known before it, without being asked for.
void TrainPage::measureUnasked()
{
    if (!isVisible() || !form_->valid() || !draft_.steps() || context_.training->active()) return;
    std::vector<RunConfig> configs;
    for (const QueuedRun& run : draft_.runs()) configs.push_back(run.config);
    cost_.measureUnknown(configs);
}

void TrainPage::startQuickLook()
{
    form_->showConfig(draft_.quickPreset());
    draft_.setName({});
    start();
}

void TrainPage::resumeShown()
{
    if (context_.training->active() || shown_.empty()) return;
    epochsListed_ = 0;
    liveRun_ = shown_;
    const RunItem* run = shownItem();
    const bool slower = run && !run->diverged.isEmpty();
    context_.training->resumeRun(std::filesystem::path(shown_), slower ? std::optional(run->learningRate / 2) : std::nullopt);
}

void TrainPage::duplicateShown()
{
    if (const RunItem* run = shownItem()) form_->showConfig(run->entry.config);
    draft_.setName({});
    form_->setFocus(Qt::ShortcutFocusReason);
}

void TrainPage::restartShown()
{
    if (!shownItem()) return;
    duplicateShown();
    start();
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

QJsonObject TrainPage::figureState() const
{
    if (shown_.empty()) return {};
    const auto keyOf = [this](const std::filesystem::path& run) { return portableKey(textOf(run), context_.settings->runsFolder()); };
    return {{QStringLiteral("run"), keyOf(shown_)}, {QStringLiteral("view"), view_->state(keyOf)}};
}

QString TrainPage::restoreFigure(const QJsonObject& state)
{
    QStringList missing;
    const auto find = [&](const QJsonValue& key) -> std::filesystem::path {
        const QString run = keyFromPortable(key.toString(), context_.settings->runsFolder());
        const std::filesystem::path folder = run.isEmpty() ? std::filesystem::path() : normal(run.toStdString());
        if (!run.isEmpty() && isRunFolder(folder)) return folder;
        missing << tr("The run %1 is not in the runs folder.").arg(QFileInfo(key.toString().section(u':', -1)).fileName());
        return {};
    };
    const QJsonObject view = state[QStringLiteral("view")].toObject();
    if (!state.contains(QStringLiteral("run"))) return {};
    const std::filesystem::path run = find(state[QStringLiteral("run")]);
    std::vector<std::filesystem::path> beside;
    for (const QJsonValue& key : view[QStringLiteral("beside")].toArray())
        if (auto other = find(key); !other.empty()) beside.push_back(std::move(other));
    if (!run.empty()) openFiles({textOf(run)});
    view_->restore(view, run, beside);
    return missing.join(u'\n');
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
        stopFollowing();
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

/// The run that trains takes the view.
void TrainPage::showTraining()
{
    if (shown_ == context_.training->run()) return;
    shown_ = context_.training->run();
    showState();
    showTrouble();
    panel_->choose(runs_.indexOf(shown_));
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
    if (shown_ == run.entry.folder && right_->currentWidget() == watched_) return;
    shown_ = run.entry.folder;
    view_->banner().hide();
    if (showsLive()) {
        stopFollowing();
        view_->showLive(*context_.training);
        showTrouble();
    } else {
        showFromDisk(run);
    }
    showRightSide();
    updateActions();
}

void TrainPage::showCurrentRun()
{
    if (shown_.empty() && !runs_.items().empty()) shown_ = runs_.items().front().entry.folder;
    view_->setRuns(runs_.items());
    const QModelIndex index = runs_.indexOf(shown_);
    panel_->choose(index);
    if (!showsLive()) {
        if (const RunItem* run = runs_.item(index)) {
            showFromDisk(*run);
        } else {
            shown_.clear();
        }
    }
    showRightSide();
    updateActions();
}

void TrainPage::showFromDisk(const RunItem& run)
{
    if (listed_ != run) {
        view_->showRun(run);
        if (!run.diverged.isEmpty())
            view_->banner().showMessage(
                Banner::Warning,
                tr("This run has diverged, and would again from its latest checkpoint. Go on with half its learning "
                   "rate, %1 instead of %2? It can also be changed while the run trains.")
                    .arg(realText(run.learningRate / 2), realText(run.learningRate)),
                run.diverged, tr("Resume at half the rate"));
    }
    if (run.entry.folder != follower_.run()) {
        view_->showMetrics(std::make_shared<MetricStore>());
        view_->showPreview({});
    }
    listed_ = run;
    follower_.follow(run.entry.folder);
}

void TrainPage::watchQueue()
{
    RunQueue& queue = *context_.queue;
    const auto names = [this, &queue] {
        draft_.setTaken(queue.names());
        updateActions();
    };
    connect(&queue, &QAbstractItemModel::rowsInserted, this, names);
    connect(&queue, &QAbstractItemModel::rowsRemoved, this, names);
    connect(&queue, &RunQueue::started, this, [this](const QString& name) {
        // Whoever looks at another run goes on looking at it.
        const bool wanted = std::exchange(showNext_, false), followed = shown_.empty() || shown_ == liveRun_;
        liveRun_ = normal(QDir(context_.settings->runsFolder()).filePath(name).toStdString());
        if (wanted || followed) shown_ = liveRun_;
        epochsListed_ = 0;
        showState();
    });
    connect(&queue, &RunQueue::startedBeside, this, &TrainPage::refreshRuns);
    connect(&queue.beside(), &SideRuns::changed, this, &TrainPage::updateActions);
    connect(&queue.beside(), &SideRuns::ended, this, [this](const QString& folder, const QString& reason) {
        if (!reason.isEmpty())
            panel_->banner().showMessage(Banner::Trouble, tr("%1 has ended early: %2").arg(QFileInfo(folder).fileName(), reason));
        refreshRuns();
    });
    queue.setSideBySide(context_.settings->value(QString::fromLatin1(besideKey), 1).toInt());
    connect(&queue, &RunQueue::sideBySideChanged, this,
            [this](int runs) { context_.settings->setValue(QString::fromLatin1(besideKey), runs); });
    queue.setFolder(context_.settings->runsFolder());
    names();
}

void TrainPage::stopFollowing()
{
    follower_.follow({});
    listed_ = {};
}

void TrainPage::watchDisk()
{
    const auto theirs = [this] { return follower_.run() == shown_ && !showsLive(); };
    connect(&follower_, &RunFollower::metricsArrived, this, [this, theirs] {
        if (theirs()) view_->showMetrics(follower_.sharedMetrics());
    });
    connect(&follower_, &RunFollower::previewArrived, this, [this, theirs] {
        if (theirs()) view_->showPreview(follower_.preview());
    });
    connect(&follower_, &RunFollower::changesArrived, this, [this, theirs] {
        if (theirs()) view_->showChanges(follower_.changes());
    });
    connect(&follower_, &RunFollower::noticesArrived, this, [this, theirs] {
        if (theirs()) view_->showNotices(follower_.notices());
    });
    connect(&follower_, &RunFollower::failed, this, [this, theirs](const Error& error) {
        if (theirs()) view_->banner().showError(error);
    });
}

void TrainPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    follower_.setActive(true);
    runs_.watch(true);
    unasked_.start();
}

void TrainPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    follower_.setActive(false);
    runs_.watch(false);
}

void TrainPage::showRightSide()
{
    if (showsLive() || shownItem()) {
        right_->setCurrentWidget(watched_);
    } else if (runs_.loaded()) {
        right_->setCurrentWidget(empty_);
        const RunConfig quick = draft_.quickPreset();
        const auto known = cost_.known(quick);
        QString sentence = known ? tr("No runs yet. Train a quick look: about %1.")
                                       .arg(durationText(double(quick.maxSteps) * quick.batch / known->samplesPerSecond))
                                 : tr("No runs yet. Train a quick look: %n step(s).", nullptr, int(quick.maxSteps));
        if (quick.data.name == syntheticName)
            sentence += QLatin1Char(' ') + tr("MNIST-FSDD is not here: it learns from synthetic digits, which are made on this computer.");
        empty_->setSentence(sentence);
        empty_->setAction(tr("Train a quick look"));
    }
    controls_->setVisible(showsLive() && context_.training->active() && context_.training->plan());
}

void TrainPage::updateActions()
{
    const bool active = context_.training->active();
    const int count = int(draft_.count());
    const bool waits = active || context_.queue->rowCount() > 0;
    actions_.start->setEnabled(form_->valid());
    actions_.measure->setEnabled(form_->valid() && !active && !cost_.measuring());
    actions_.start->setText(count > 1 ? (waits ? tr("Add %n run(s) to the queue", nullptr, count) : tr("Start %n run(s)", nullptr, count))
                            : waits   ? tr("Add to the queue")
                                      : tr("Start training"));
    actions_.quick->setEnabled(!active);
    const RunItem* run = shownItem();
    actions_.duplicate->setEnabled(run);
    actions_.restart->setEnabled(run);
    const bool diverged = run && !run->diverged.isEmpty();
    actions_.resume->setText(diverged ? tr("Resume at half the rate") : tr("Resume"));
    actions_.resume->setVisible(!active && run && run->state == RunItem::State::Resumable);
    actions_.stopBeside->setVisible(run && context_.queue->beside().holds(shown_));
    actions_.stopBeside->setEnabled(!context_.queue->beside().stopping(shown_));
    actions_.use->setVisible(context_.decoder && run && run->entry.resumable);
}

}  // namespace sonoglyph
