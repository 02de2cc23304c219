#include "core/report/training_job.h"

#include <future>

#include "core/report/reproduction_plan.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

class Listener : public TrainObserver {
public:
    explicit Listener(const StepListener& onStep) : onStep_(onStep) {}

    std::future<Result<TrainSummary>> finished() { return finished_.get_future(); }

    void onPreparing(const Message&, double) override {}
    void onPlan(const TrainPlan& plan) override { plan_ = plan; }
    void onStep(const StepMetrics& metrics) override
    {
        if (onStep_) onStep_(plan_, metrics);
    }
    void onEpoch(const EpochMetrics&) override {}
    void onPreview(const TrainPreview&) override {}
    void onNotice(const TrainNotice&) override {}
    void onFinished(const Result<TrainSummary>& result) override { finished_.set_value(result); }

private:
    const StepListener& onStep_;
    TrainPlan plan_;
    std::promise<Result<TrainSummary>> finished_;
};

struct Standing {
    bool begun = false, finished = false;
};

Result<Standing> standingOf(const fs::path& run, const RunConfig& config)
{
    if (!isRunFolder(run)) return Standing{};
    const auto folder = RunFolder::openForReading(run);
    if (!folder) return folder.error();
    if (!sameTraining(folder->config(), config))
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "%1 holds another training than the one asked for. Choose another folder, or remove it."),
                      {run.string()}}};
    const auto latest = folder->latest();
    if (!latest) return Standing{true, false};
    const auto progress = folder->progressAt(*latest);
    return Standing{true, progress && progress->finished};
}

}  // namespace

Result<fs::path> trainToEnd(Engine& engine, const RunConfig& config, const fs::path& run, const StepListener& onStep,
                            const std::stop_token& stop)
{
    const auto standing = standingOf(run, config);
    if (!standing) return standing.error();
    if (!standing->finished) {
        Listener listener(onStep);
        auto finished = listener.finished();
        const auto session = standing->begun ? engine.resume(run, listener, config.device) : engine.train(config, run, listener);
        if (!session) return session.error();
        const std::stop_callback stopping(stop, [&] { (*session)->requestStop(); });
        const auto summary = finished.get();
        if (!summary) return summary.error();
        if (summary->stopped) return cancelled();
    }
    const auto folder = RunFolder::openForReading(run);
    if (!folder) return folder.error();
    return folder->latest();
}

}  // namespace sonoglyph
