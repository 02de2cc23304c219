#include "ui/logic/training_controller.h"

#include <algorithm>
#include <chrono>

#include "core/base/priority.h"
#include "core/session/engine.h"
#include "core/train/rate_change.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/text.h"
#include "ui/logic/training_observer.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds drainEvery{50};

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

}  // namespace

struct TrainingController::Request {
    std::optional<RunConfig> config;  ///< absent: go on with the run that is there
    std::filesystem::path run;
    std::optional<double> learningRate;  ///< that it goes on with; absent: as it was
};

/// The session is declared last: it joins its thread before the observer goes.
struct TrainingController::Job {
    std::unique_ptr<TrainingObserver> observer;
    std::unique_ptr<TrainingSession> session;  ///< made by the worker, used by the GUI thread once sessionCame() has been called
    bool ready = false;                        ///< sessionCame() has been called
};

TrainingController::TrainingController(EngineLoader& loader, QObject* parent) : QObject(parent), loader_(loader)
{
    worker_.setMaxThreadCount(1);
    timer_.setInterval(drainEvery);
    connect(&timer_, &QTimer::timeout, this, &TrainingController::drain);
    connect(&loader_, &EngineLoader::ready, this, [this](Engine* engine) {
        if (request_) launch(*engine);
    });
    connect(&loader_, &EngineLoader::failed, this, [this](const QString& text, const QString& details) {
        if (request_) fail(text, details);
    });
}

TrainingController::~TrainingController()
{
    worker_.waitForDone();
    if (job_) job_->session.reset();
}

void TrainingController::start(const RunConfig& config, const std::filesystem::path& run) { begin({config, run, {}}); }

void TrainingController::resumeRun(const std::filesystem::path& run, std::optional<double> learningRate)
{
    begin({std::nullopt, run, learningRate});
}

void TrainingController::begin(Request request)
{
    if (active()) return;
    run_ = request.run;
    plan_.reset();
    metrics_.clear();
    lastStep_.reset();
    preview_.reset();
    notices_.clear();
    changes_.clear();
    summary_.reset();
    failure_.clear();
    failureDetails_.clear();
    phase_ = tr("Loading LibTorch");
    preparation_ = 0;
    asked_.clear();
    request_ = std::make_unique<Request>(std::move(request));
    setState(State::Preparing);
    if (Engine* engine = loader_.engine())
        launch(*engine);
    else
        loader_.start();
}

void TrainingController::launch(Engine& engine)
{
    phase_ = tr("Opening the run");
    Q_EMIT preparing(phase_, preparation_);
    const auto job = job_ = std::make_shared<Job>();
    job->observer = std::make_unique<TrainingObserver>([this, key = job.get()](const Result<TrainSummary>& result) {
        QMetaObject::invokeMethod(
            this, [this, key, result] { ended(key, result); }, Qt::QueuedConnection);
    });
    worker_.start([this, job, &engine, request = std::move(*std::exchange(request_, nullptr))] {
        // So do the threads of the run, which are started by this one: images that somebody waits for come first.
        workInBackground();
        // Posted before the session exists, hence handled before anything that the session tells.
        const auto before = request.config ? Result<MetricStore>(MetricStore()) : MetricStore::read(request.run);
        QMetaObject::invokeMethod(
            this, [this, job, before] { metricsCame(job, before); }, Qt::QueuedConnection);
        const auto changed = request.learningRate ? changeLearningRate(request.run, *request.learningRate) : Result<void>();
        auto session = !changed         ? Result<std::unique_ptr<TrainingSession>>(changed.error())
                       : request.config ? engine.train(*request.config, request.run, *job->observer)
                                        : engine.resume(request.run, *job->observer);
        const auto result = session ? Result<void>() : Result<void>(session.error());
        if (session) job->session = std::move(*session);
        QMetaObject::invokeMethod(
            this, [this, job, result] { sessionCame(job, result); }, Qt::QueuedConnection);
    });
}

void TrainingController::metricsCame(const std::shared_ptr<Job>& job, const Result<MetricStore>& before)
{
    if (job != job_) return;
    if (before)
        metrics_ = *before;
    else
        take(TrainNotice{TrainNotice::Severity::Warning, 0, before.error().message});
    timer_.start();
}

void TrainingController::sessionCame(const std::shared_ptr<Job>& job, const Result<void>& result)
{
    if (job != job_) return;
    if (!result) {
        timer_.stop();
        job_.reset();
        fail(toText(result.error()), QString::fromStdString(result.error().details));
        return;
    }
    job->ready = true;
    for (const auto& what : std::exchange(asked_, {})) what(*job->session);
}

void TrainingController::ask(std::function<void(TrainingSession&)> what)
{
    if (job_->ready)
        what(*job_->session);
    else
        asked_.push_back(std::move(what));
}

void TrainingController::ended(const Job* job, const Result<TrainSummary>& result)
{
    if (job != job_.get()) return;
    timer_.stop();
    drain();
    // The thread has told its last word; joining it still is the worker's business, after the one that made the session.
    worker_.start([job = std::exchange(job_, nullptr)] { job->session.reset(); });
    if (result) {
        summary_ = *result;
        setState(State::Finished);
    } else if (result.error().code == Errc::Cancelled) {
        setState(State::Idle);
    } else {
        fail(toText(result.error()), QString::fromStdString(result.error().details));
    }
}

void TrainingController::pause()
{
    if (state_ != State::Running) return;
    ask([](TrainingSession& session) { session.pause(); });
    setState(State::Paused);
}

void TrainingController::resume()
{
    if (state_ != State::Paused) return;
    ask([](TrainingSession& session) { session.resume(); });
    setState(State::Running);
}

void TrainingController::step(Networks networks)
{
    if (state_ != State::Paused) return;
    ask([networks](TrainingSession& session) { session.step(networks); });
    setState(State::Running);
}

void TrainingController::trainEpoch()
{
    if (state_ != State::Paused && state_ != State::Running) return;
    ask([](TrainingSession& session) { session.epoch(); });
    setState(State::Running);
}

void TrainingController::saveSnapshot()
{
    if (state_ != State::Paused && state_ != State::Running) return;
    ask([](TrainingSession& session) { session.snapshot(); });
}

QString TrainingController::change(RunChange::Field field, double value)
{
    if (state_ != State::Paused && state_ != State::Running) return {};
    RunChanges wanted;
    wanted.add({1, field, value});
    if (const auto wrong = validate(wanted.configAt(plan_->config, 1)); !wrong.empty()) return toText(wrong.front().message);
    ask([field, value](TrainingSession& session) { (void)session.change(field, value).ok(); });  // it has just been validated
    return {};
}

/// The run holds, unless somebody has asked for more since.
void TrainingController::paused()
{
    if (state_ == State::Running && job_->ready && job_->session->paused()) setState(State::Paused);
}

void TrainingController::stop()
{
    if (!active() || state_ == State::Stopping) return;
    if (request_) {
        request_.reset();
        setState(State::Idle);
        return;
    }
    ask([](TrainingSession& session) { session.requestStop(); });
    setState(State::Stopping);
}

double TrainingController::fraction() const
{
    if (state_ == State::Preparing || !plan_) return preparation_;
    const auto done = lastStep_ ? lastStep_->step : plan_->firstStep;
    return plan_->totalSteps > 0 ? std::clamp(double(done) / double(plan_->totalSteps), 0.0, 1.0) : 0;
}

std::optional<double> TrainingController::secondsLeft() const
{
    if (!plan_ || !lastStep_ || lastStep_->samplesPerSecond <= 0) return std::nullopt;
    const auto steps = std::max<std::int64_t>(plan_->totalSteps - lastStep_->step, 0);
    return double(steps) * plan_->config.batch / lastStep_->samplesPerSecond;
}

void TrainingController::drain()
{
    if (!job_) return;
    const TrainMail mail = job_->observer->drain();
    if (mail.preparation) {
        phase_ = toText(mail.preparation->phase);
        preparation_ = mail.preparation->fraction;
        Q_EMIT preparing(phase_, preparation_);
    }
    bool grown = false, holds = false;
    QList<TrainNotice> notices;
    for (const TrainEvent& event : mail.events) {
        std::visit(Overloaded{
                       [&](const TrainPlan& plan) { take(plan); },
                       [&](const StepMetrics& step) {
                           metrics_.add(step);
                           lastStep_ = step;
                           grown = true;
                       },
                       [&](const EpochMetrics& epoch) {
                           metrics_.add(epoch);
                           grown = true;
                       },
                       [&](const TrainNotice& notice) { notices.append(notice); },
                       [&](const RunChange& change) { take(change); },
                       [&](const TrainPaused&) { holds = true; },
                   },
                   event);
    }
    if (grown) Q_EMIT metricsArrived();
    if (mail.preview) {
        preview_ = mail.preview;
        Q_EMIT previewArrived();
    }
    for (const TrainNotice& notice : notices) take(notice);
    if (holds) paused();
}

void TrainingController::take(const TrainPlan& plan)
{
    plan_ = plan;
    changes_ = {plan.changes.begin(), plan.changes.end()};
    notices_ = QList<TrainNotice>(plan.notices.begin(), plan.notices.end()) + notices_;
    metrics_.forgetAfter(plan.firstStep);
    Q_EMIT planned();
    if (state_ == State::Preparing) setState(State::Running);
}

void TrainingController::take(const TrainNotice& notice)
{
    notices_.append(notice);
    Q_EMIT noticed(notice);
}

void TrainingController::take(const RunChange& change)
{
    RunChanges all;
    for (const RunChange& known : changes_) all.add(known);
    all.add(change);
    changes_ = {all.rows().begin(), all.rows().end()};
    if (plan_) plan_->config = all.configAt(plan_->config, change.step);
    Q_EMIT changed(change);
}

void TrainingController::fail(const QString& text, const QString& details)
{
    request_.reset();
    failure_ = text;
    failureDetails_ = details;
    setState(State::Failed);
}

void TrainingController::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    Q_EMIT stateChanged(state);
}

}  // namespace sonoglyph
