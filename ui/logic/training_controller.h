// The one training run of the program: starts it, watches it, interferes with it, ends it. GUI thread only; lives as long as the program.
//
// The run happens on the core's thread. What it tells is fetched every 50 ms and announced by signals, in this order: preparing, planned,
// metricsArrived, previewArrived, noticed. Files are touched and threads are joined off the GUI thread. Destroying the
// controller stops a run at its next step, with a checkpoint, and waits for it: nothing is lost, the run can be resumed.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <QList>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include "core/session/training.h"
#include "ui/logic/metric_store.h"

namespace sonoglyph {

class Engine;
class EngineLoader;

class TrainingController : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,       ///< nothing has run yet
        Preparing,  ///< waiting for the core, reading data, computing spectrograms: phase() and fraction()
        Running,
        Paused,
        Stopping,  ///< a person asked; the checkpoint is being written
        Finished,  ///< to its end, or stopped: summary()
        Failed,    ///< failure()
    };
    Q_ENUM(State)

    /// The loader must outlive the controller.
    explicit TrainingController(EngineLoader& loader, QObject* parent = nullptr);
    ~TrainingController() override;

    /// Starts a new run in `run` (absent or empty), or goes on with a stopped one. Ignored while a run is active(). Where the engine has
    /// not been loaded yet the run waits for it.
    void start(const RunConfig& config, const std::filesystem::path& run);
    /// `learningRate`: from its latest checkpoint on; none: as it was.
    void resumeRun(const std::filesystem::path& run, std::optional<double> learningRate = {});
    void pause();
    void resume();  ///< ends a pause
    void stop();    ///< at the next step, with a checkpoint

    // While it is Running or Paused, else ignored:
    void step(Networks networks = Networks::Both);  ///< one, then a pause; in a pause only
    void trainEpoch();                              ///< to the end of the epoch in progress, then a pause
    void saveSnapshot();                            ///< a checkpoint at once that is kept; a notice tells its name
    /// From the next step on; a notice tells which. Gives what is wrong with the value, translated; empty: nothing.
    QString change(RunChange::Field field, double value);

    State state() const { return state_; }
    bool active() const { return state_ >= State::Preparing && state_ <= State::Stopping; }

    /// Of the run that is active or was the last; empty before the first.
    const std::filesystem::path& run() const { return run_; }
    /// The session's plan; absent until it has been made. Its configuration follows what is changed.
    const std::optional<TrainPlan>& plan() const { return plan_; }
    const MetricStore& metrics() const { return metrics_; }
    const std::optional<StepMetrics>& lastStep() const { return lastStep_; }
    const std::optional<TrainPreview>& preview() const { return preview_; }
    const QList<TrainNotice>& notices() const { return notices_; }
    /// All that was changed up to the last step, in this session and earlier ones, and what will be from the next step on.
    const QList<RunChange>& changes() const { return changes_; }
    const std::optional<TrainSummary>& summary() const { return summary_; }
    QString failure() const { return failure_; }  ///< a sentence, translated; empty unless Failed
    QString failureDetails() const { return failureDetails_; }
    QString phase() const { return phase_; }    ///< translated
    double fraction() const;                    ///< 0 to 1, of preparation while preparing, else of the run's steps
    std::optional<double> secondsLeft() const;  ///< from the speed of the last steps; absent before the first

    /// Fetches what the run has told since; the timer calls it, tests may.
    void drain();

Q_SIGNALS:
    void stateChanged(TrainingController::State state);
    void preparing(const QString& phase, double fraction);
    void planned();
    void metricsArrived();  ///< metrics() and lastStep() have grown
    void previewArrived();
    void noticed(const TrainNotice& notice);
    void changed(const RunChange& change);  ///< changes() and plan() have

private:
    struct Job;
    struct Request;

    void begin(Request request);
    void launch(Engine& engine);
    void metricsCame(const std::shared_ptr<Job>& job, const Result<MetricStore>& before);
    void sessionCame(const std::shared_ptr<Job>& job, const Result<void>& result);
    void ended(const Job* job, const Result<TrainSummary>& result);
    void take(const TrainPlan& plan);
    void take(const TrainNotice& notice);
    void take(const RunChange& change);
    /// To the session, as soon as there is one.
    void ask(std::function<void(TrainingSession&)> what);
    void paused();
    void fail(const QString& text, const QString& details);
    void setState(State state);

    EngineLoader& loader_;
    std::unique_ptr<Request> request_;                          ///< waits for the engine
    std::shared_ptr<Job> job_;                                  ///< the active run
    std::vector<std::function<void(TrainingSession&)>> asked_;  ///< waits for the session

    State state_ = State::Idle;
    std::filesystem::path run_;
    std::optional<TrainPlan> plan_;
    MetricStore metrics_;
    std::optional<StepMetrics> lastStep_;
    std::optional<TrainPreview> preview_;
    QList<TrainNotice> notices_;
    QList<RunChange> changes_;
    std::optional<TrainSummary> summary_;
    QString failure_;
    QString failureDetails_;
    QString phase_;
    double preparation_ = 0;

    QTimer timer_;
    QThreadPool worker_;  ///< one thread: starts sessions, destroys them, in this order
};

}  // namespace sonoglyph

Q_DECLARE_METATYPE(sonoglyph::TrainNotice)
Q_DECLARE_METATYPE(sonoglyph::RunChange)
