#include "core/report/reproduction.h"

#include <algorithm>
#include <map>

#include "core/base/atomic_file.h"
#include "core/base/file_lock.h"
#include "core/data/paired_dataset.h"
#include "core/report/reproduction_files.h"
#include "core/report/training_job.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

using Stage = ReproductionProgress::Stage;

constexpr const char* judgeName = "lenet5";

/// How long the rest takes, from the steps seen so far. One thread at a time.
class TimeLeft {
public:
    void plan(const std::string& run, ModelKind model, std::int64_t steps) { left_[run] = double(steps) * relativeStepCost(model); }

    void step(const std::string& run, ModelKind model, const TrainPlan& plan, const StepMetrics& metrics)
    {
        left_[run] = double(plan.totalSteps - metrics.step) * relativeStepCost(model);
        if (metrics.samplesPerSecond <= 0) return;
        const double second = double(plan.config.batch) / metrics.samplesPerSecond / relativeStepCost(model);
        perUnit_ = perUnit_ > 0 ? 0.98 * perUnit_ + 0.02 * second : second;
    }

    void finished(const std::string& run) { left_[run] = 0; }

    std::optional<double> seconds() const
    {
        if (perUnit_ <= 0) return std::nullopt;
        double units = 0;
        for (const auto& [run, left] : left_) units += left;
        return units * perUnit_;
    }

private:
    std::map<std::string, double> left_;  ///< in steps of AIVAE
    double perUnit_ = 0;                  ///< seconds
};

class Reproducer {
public:
    Reproducer(Engine& engine, const ReproductionRequest& request, const ReproductionListener& listener, const std::stop_token& stop)
        : engine_(engine), request_(request), listener_(listener), stop_(stop)
    {
    }

    Result<std::vector<ReproductionProgress>> work()
    {
        if (const auto possible = planReproduction(request_.config, {}); !possible) return possible.error();
        for (const char* part : {"runs", "results", "pictures", "tables", "figures"})
            if (auto made = makeFolder(request_.out / part); !made) return made.error();
        auto lock = FileLock::acquire(request_.out / "lock");
        if (!lock) return lock.error();
        if (auto ready = prepare(); !ready) return ready.error();
        if (wanted(judgeName))
            if (auto done = item(judgeName, [this] { return trainJudge(); }); !done) return done.error();
        for (const PlannedRun& run : plan_)
            if (wanted(run.name))
                if (auto done = item(run.name, [&] { return workOff(run); }); !done) return done.error();
        return std::move(failed_);
    }

private:
    bool wanted(const std::string& name) const
    {
        return request_.only.empty() ||
               std::any_of(request_.only.begin(), request_.only.end(), [&](const std::string& o) { return name.starts_with(o); });
    }

    void tell(Stage stage, double fraction, Message trouble = {})
    {
        if (listener_) listener_({item_, stage, fraction, done_, items_, timeLeft_.seconds(), std::move(trouble)});
    }

    Progress progress(Stage stage)
    {
        return [this, stage](const Message&, double fraction) { tell(stage, fraction); };
    }

    /// Reads the data sets for what the plan must know, and writes down what is going to be done.
    Result<void> prepare()
    {
        std::vector<std::pair<std::string, std::size_t>> pairs;
        Reproduction reproduction;
        reproduction.version = request_.version;
        reproduction.epochs = request_.config.epochs.text();
        for (const std::string& set : request_.config.sets) {
            DatasetConfig data;
            data.name = set;
            data.folder = request_.config.data;
            const auto dataset = openDataset(data, progress(Stage::Preparing), stop_, request_.config.threads);
            if (!dataset) return dataset.error();
            const PairedDataset& d = **dataset;
            pairs.emplace_back(set, d.trainPairs.size());
            reproduction.data[set] = {std::int64_t(d.recordings.recordings.size()), std::int64_t(d.recordings.speakers().size()),
                                      std::int64_t(d.trainPairs.size()), std::int64_t(d.testPairs.size())};
        }
        auto plan = planReproduction(request_.config, pairs);
        if (!plan) return plan.error();
        plan_ = std::move(*plan);
        items_ = int(wanted(judgeName));
        for (const PlannedRun& run : plan_) {
            reproduction.planned.push_back(run.name);
            if (!wanted(run.name)) continue;
            ++items_;
            const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == run.config.data.name; });
            const auto batch = std::size_t(run.config.batch);
            timeLeft_.plan(run.name, run.config.model, std::int64_t((found->second + batch - 1) / batch) * run.config.epochs);
        }
        return writeReproduction(request_.out, reproduction);
    }

    /// Only a stop, or a disk that takes nothing, ends the whole.
    template <class Work>
    Result<void> item(const std::string& name, Work work)
    {
        item_ = name;
        const Result<void> result = work();
        timeLeft_.finished(name);
        if (result) {
            ++done_;
            tell(Stage::Done, 1);
            return {};
        }
        const Errc code = result.error().code;
        if (code == Errc::Cancelled || code == Errc::DiskFull || code == Errc::Unwritable) return result;
        tell(Stage::Failed, 1, result.error().message);
        failed_.push_back({name, Stage::Failed, 1, done_, items_, {}, result.error().message});
        return {};
    }

    fs::path judge() const { return request_.lenet.empty() ? request_.out / (std::string(judgeName) + ".safetensors") : request_.lenet; }

    Result<void> trainJudge()
    {
        std::error_code ignored;
        if (request_.lenet.empty() && !fs::exists(judge(), ignored)) {
            LenetRequest lenet;
            lenet.folder = request_.config.data;
            lenet.out = judge();
            lenet.epochs = request_.config.epochs.of("lenet", "");
            if (auto trained = engine_.trainLenet(lenet, progress(Stage::Training), stop_); !trained) return trained.error();
        }
        tell(Stage::Evaluating, 0);
        const auto report = engine_.evaluateLenet(judge(), request_.config.data);
        if (!report) return report.error();
        return writeLenetResult(request_.out, *report);
    }

    Result<void> workOff(const PlannedRun& run)
    {
        const fs::path folder = request_.out / "runs" / run.name;
        tell(Stage::Training, 0);
        const auto onStep = [&](const TrainPlan& plan, const StepMetrics& metrics) {
            timeLeft_.step(run.name, run.config.model, plan, metrics);
            tell(Stage::Training, double(metrics.step) / double(std::max<std::int64_t>(1, plan.totalSteps)));
        };
        const auto checkpoint = trainToEnd(engine_, run.config, folder, onStep, stop_);
        if (!checkpoint) return checkpoint.error();
        timeLeft_.finished(run.name);
        const auto opened = RunFolder::openForReading(folder);
        if (!opened) return opened.error();
        const auto stood = opened->progressAt(*checkpoint);
        if (!stood) return stood.error();
        if (const auto there = readRunResults(request_.out, run.name); there && measured(*there, run, stood->step)) return {};
        RunResults results;
        results.name = run.name;
        results.config = run.config;
        results.epoch = stood->epoch;
        results.step = stood->step;
        return measure(run, *checkpoint, std::move(results));
    }

    /// Whether what was measured is of this training as it stands.
    static bool measured(const RunResults& there, const PlannedRun& run, std::int64_t step)
    {
        return sameTraining(there.config, run.config) && there.step == step && there.zeroing.empty() != run.zeroing;
    }

    Result<void> measure(const PlannedRun& run, const fs::path& checkpoint, RunResults results)
    {
        EvaluationRequest evaluation;
        evaluation.model = checkpoint.string();
        evaluation.data = run.config.data;
        evaluation.lenet = judge();
        evaluation.details = true;
        auto read = engine_.evaluate(evaluation, progress(Stage::Evaluating), stop_);
        if (!read) return read.error();
        results.evaluation = std::move(*read);
        if (run.zeroing) {
            for (const ZeroOrder order : {ZeroOrder::Random, ZeroOrder::LeastImportant, ZeroOrder::MostImportant}) {
                ZeroingRequest zeroing;
                zeroing.data = {checkpoint.string(), run.config.data.name, run.config.data.folder, judge()};
                zeroing.order = order;
                zeroing.repeats = request_.config.repeats;
                auto curve = engine_.zeroingCurve(zeroing, progress(Stage::Zeroing), stop_);
                if (!curve) return curve.error();
                curve->model = run.name;
                results.zeroing.push_back(std::move(*curve));
            }
        }
        return writeRunResults(request_.out, results);
    }

    Engine& engine_;
    const ReproductionRequest& request_;
    const ReproductionListener& listener_;
    const std::stop_token& stop_;
    std::vector<PlannedRun> plan_;
    TimeLeft timeLeft_;
    std::string item_;
    int done_ = 0, items_ = 0;
    std::vector<ReproductionProgress> failed_;
};

}  // namespace

Result<std::vector<ReproductionProgress>> reproduce(Engine& engine, const ReproductionRequest& request,
                                                    const ReproductionListener& listener, const std::stop_token& stop)
{
    return Reproducer(engine, request, listener, stop).work();
}

}  // namespace sonoglyph
