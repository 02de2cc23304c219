#include "core/train/trainer.h"

#include <algorithm>
#include <chrono>

#include "core/base/image_grid.h"
#include "core/base/png.h"
#include "core/data/sampler.h"
#include "core/model/model_file.h"
#include "core/train/batches.h"
#include "core/train/checkpoint.h"
#include "core/train/metrics_csv.h"
#include "core/train/threads.h"

namespace sonoglyph {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int previewPairs = 16;
constexpr double speedWindowSeconds = 5;

class Trainer {
public:
    Trainer(RunFolder& run, TrainObserver& observer, PauseGate& pause, WeightSnapshot& snapshot, const std::stop_token& stop)
        : run_(run), observer_(observer), pause_(pause), snapshot_(snapshot), stop_(stop)
    {
    }

    Result<TrainSummary> run()
    {
        if (auto prepared = prepare(); !prepared) return prepared.error();
        if (auto trained = loop(); !trained) return trained.error();
        return TrainSummary{at_.epoch, at_.step, at_.step < totalSteps_, at_.accuracy, run_.folder()};
    }

private:
    Result<void> prepare()
    {
        RunConfig config = run_.config();
        useThreads(config.threads);
        const auto progress = [this](const Message& phase, double fraction) { observer_.onPreparing(phase, fraction); };
        auto dataset = openDataset(config.data, progress, stop_, config.threads);
        if (!dataset) return dataset.error();
        dataset_ = *dataset;
        if (dataset_->trainPairs.empty() || dataset_->testPairs.empty())
            return Error{Errc::NotFound,
                         {SONOGLYPH_TEXT("core", "The data set %1 in %2 gives no pairs to train on: it needs MNIST and recordings of the "
                                                 "same digits in both parts of the split."),
                          {config.data.name, dataset_->config.folder.string()}}};
        config.data = dataset_->config;
        config.learningRate = config.effectiveLearningRate();
        config.klReduction = config.effectiveKlReduction();
        if (auto written = run_.writeConfig(config); !written) return written.error();
        config_ = config;
        for (const auto& note : dataset_->notes) notice(TrainNotice::Severity::Info, note);

        batches_.emplace(*dataset_);
        sampler_.emplace(std::uint32_t(dataset_->trainPairs.size()), config.batch, config.seed);
        totalSteps_ = config.epochs * sampler_->stepsPerEpoch();
        if (config.maxSteps > 0) totalSteps_ = std::min(totalSteps_, config.maxSteps);

        observer_.onPreparing({SONOGLYPH_TEXT("core", "Making the networks"), {}}, 0);
        learner_ = makeLearner(config);
        if (config.standardise) {
            const auto [mean, deviation] = batches_->standardisation();
            learner_->setStandardisation(mean, std::max(deviation, 1e-6));
        }
        // A run that was stopped before its first checkpoint starts anew.
        if (const auto latest = run_.latest(); latest) {
            auto position = readCheckpoint(*latest, config, *learner_);
            if (!position) return position.error();
            at_ = *position;
        }
        if (auto cut = truncateMetricsCsv(run_.metricsFile(), at_.step); !cut) return cut.error();
        auto csv = MetricsCsvWriter::open(run_.metricsFile());
        if (!csv) return csv.error();
        csv_.emplace(std::move(*csv));

        health_.emplace(batches_->meanImageNats(), at_.health);
        if (learner_->draws()) {
            if (auto judge = loadLenet5(); judge)
                judge_ = *judge;
            else
                notice(TrainNotice::Severity::Warning,
                       {SONOGLYPH_TEXT("core", "No accuracy will be measured: %1"), {english(judge.error())}});
        }
        observer_.onPlan(
            {sampler_->stepsPerEpoch(), totalSteps_, at_.step, dataset_->trainPairs.size(), dataset_->testPairs.size(), config});
        log(at_.step == 0 ? "started" : "resumed after step " + std::to_string(at_.step));
        return {};
    }

    Result<void> loop()
    {
        resumeClock();
        while (at_.step < totalSteps_ || evaluationDue()) {
            if (pause_.closed()) {
                stopClock();
                if (auto kept = saveInsideEpoch(); !kept) troubleWriting(kept.error());
                log("paused after step " + std::to_string(at_.step));
                pause_.pass(stop_);
                resumeClock();
            }
            if (stop_.stop_requested()) break;
            if (auto done = evaluationDue() ? endEpoch() : step(); !done) return done;
        }
        stopClock();
        if (auto kept = saveInsideEpoch(); !kept) return kept.error();
        log(at_.step < totalSteps_ ? "stopped after step " + std::to_string(at_.step) : "finished");
        return {};
    }

    Result<void> step()
    {
        const std::int64_t number = at_.step + 1;
        const double warmUp = config_.klWarmup > 0 ? std::min(1.0, double(number) / double(config_.klWarmup)) : 1.0;
        const double klWeight = warmUp * config_.klWeight();
        const auto pairs = sampler_->batch(number);
        const StepLosses losses = learner_->step(batches_->train(pairs), klWeight);
        StepMetrics metrics = metricsOf(losses);
        metrics.step = number;
        metrics.epoch = sampler_->epochOf(number);
        metrics.klWeight = klWeight;
        if (auto diverged = Health::divergence(metrics)) {
            log("diverged at step " + std::to_string(number));
            return Error{Errc::Diverged, std::move(*diverged)};
        }
        at_.step = number;
        at_.sumTotal += losses.total;
        at_.sumReconstruction += losses.reconstruction;
        at_.sumKl += losses.kl;
        ++at_.sumSteps;
        const double now = seconds();
        measureSpeed(now, double(pairs.size()));
        metrics.seconds = now;
        metrics.samplesPerSecond = speed_;
        record(metrics);
        observer_.onStep(metrics);
        watchHealth(metrics);
        if (number == 1 || number % config_.previewEvery == 0) show();
        return {};
    }

    static StepMetrics metricsOf(const StepLosses& losses)
    {
        StepMetrics m;
        m.total = losses.total;
        m.reconstruction = losses.reconstruction;
        m.kl = losses.kl;
        m.gradientNorm = losses.gradientNorm;
        m.discriminator = losses.discriminator;
        m.klPerDimension = losses.klPerDimension;
        const auto active = [](double nats) { return nats > activeUnitNats; };
        if (const auto& kl = m.klPerDimension; !kl.empty()) m.activeUnits = int(std::count_if(kl.begin(), kl.end(), active));
        return m;
    }

    /// At the end of an epoch, and where the configured number of steps ends inside one. A stop may come before it: then the resumed run
    /// begins with it.
    bool evaluationDue() const
    {
        return at_.step > at_.evaluatedStep && (at_.step % sampler_->stepsPerEpoch() == 0 || at_.step == totalSteps_);
    }

    Result<void> endEpoch()
    {
        const bool whole = at_.step % sampler_->stepsPerEpoch() == 0;
        auto evaluation = learner_->evaluate(*dataset_, judge_ ? &judge_ : nullptr, config_.seed + std::uint64_t(at_.step), stop_);
        if (!evaluation) return evaluation.error().code == Errc::Cancelled ? Result<void>() : Result<void>(evaluation.error());
        const double n = double(std::max<std::int64_t>(1, at_.sumSteps));
        EpochMetrics m;
        m.epoch = sampler_->epochOf(at_.step);
        m.step = at_.step;
        m.trainTotal = at_.sumTotal / n;
        m.trainReconstruction = at_.sumReconstruction / n;
        m.trainKl = at_.sumKl / n;
        m.testReconstruction = evaluation->reconstruction;
        m.testKl = evaluation->kl;
        m.testTotal = evaluation->total;
        m.accuracy = at_.accuracy = evaluation->accuracy;
        m.accuracyMean = at_.accuracyMean = evaluation->accuracyMean;
        m.activeUnits = evaluation->activeUnits;
        m.klPerDimension = std::move(evaluation->klPerDimension);
        if (learner_->draws()) m.diversity = evaluation->diversity;
        m.seconds = seconds();
        at_.evaluatedStep = at_.step;
        if (csv_)
            if (auto added = csv_->add(m); !added) troubleWriting(added.error());
        observer_.onEpoch(m);
        watchHealth(m);
        const auto grid = show();
        if (!whole) return {};

        at_.epoch = m.epoch;
        at_.sumTotal = at_.sumReconstruction = at_.sumKl = 0;
        at_.sumSteps = 0;
        const bool best = m.accuracy > at_.bestAccuracy;
        if (best) at_.bestAccuracy = m.accuracy;
        if (auto kept = save(run_.epochCheckpoint(m.epoch)); !kept) {
            troubleWriting(kept.error());
            return {};
        }
        if (best)
            if (auto set = run_.setBest(run_.epochCheckpoint(m.epoch)); !set) troubleWriting(set.error());
        dropOldCheckpoints();
        if (grid)
            if (auto written = writePng(run_.preview(m.epoch), sonoglyph::grid({grid->real, grid->generated}, 2)); !written)
                troubleWriting(written.error());
        log("epoch " + std::to_string(m.epoch) + " done, accuracy " + std::to_string(m.accuracy));
        return {};
    }

    Result<void> saveInsideEpoch()
    {
        if (at_.step == savedStep_ || at_.step == 0) return {};
        return save(run_.stepCheckpoint(at_.step));
    }

    Result<void> save(const std::filesystem::path& file)
    {
        settleClock();
        if (csv_)
            if (auto synced = csv_->sync(); !synced) return synced;
        if (auto written = writeCheckpoint(file, config_, *learner_, at_); !written) return written;
        if (auto set = run_.setLatest(file); !set) return set;
        savedStep_ = at_.step;
        return {};
    }

    /// The last three epochs and the best stay; checkpoints inside an epoch only as long as they are the latest.
    void dropOldCheckpoints()
    {
        const auto best = run_.best();
        const auto latest = run_.latest();
        for (const auto& c : run_.checkpoints()) {
            const bool recent = c.step == 0 && c.epoch > at_.epoch - 3;
            if (recent || (best && c.file == *best) || (latest && c.file == *latest)) continue;
            std::error_code ignored;
            std::filesystem::remove(c.file, ignored);
        }
    }

    /// What the network draws now, for those who watch; none of one that draws nothing.
    std::optional<TrainPreview> show()
    {
        if (!learner_->draws()) return std::nullopt;
        ModelDescription description;
        description.config = config_;
        description.epoch = at_.epoch;
        description.step = at_.step;
        learner_->publish(snapshot_, description);
        const TrainPreview grid = preview();
        observer_.onPreview(grid);
        return grid;
    }

    TrainPreview preview()
    {
        std::vector<std::uint32_t> which(std::min<std::size_t>(previewPairs, dataset_->testPairs.size()));
        for (std::size_t i = 0; i < which.size(); ++i) which[i] = std::uint32_t(i);
        const Batch batch = batches_->test(which);
        TrainPreview out{sampler_->epochOf(std::max<std::int64_t>(1, at_.step)), at_.step, {}, learner_->draw(batch.spectrograms), {}};
        for (const auto i : which) {
            const auto image = int(dataset_->testPairs[i].image);
            out.real.push_back(dataset_->testImages.image(image));
            out.digits.push_back(dataset_->testImages.label(image));
        }
        return out;
    }

    template <class Metrics>
    void watchHealth(const Metrics& metrics)
    {
        for (const TrainNotice& n : health_->add(metrics)) notice(n.severity, n.message);
        at_.health = health_->state();
    }

    void record(const StepMetrics& metrics)
    {
        if (!csv_) return;
        if (auto added = csv_->add(metrics); !added) troubleWriting(added.error());
    }

    /// Training goes on in memory; said once until writing works again.
    void troubleWriting(const Error& error)
    {
        if (at_.step - lastTrouble_ < 100 && lastTrouble_ > 0) return;
        lastTrouble_ = std::max<std::int64_t>(1, at_.step);
        notice(TrainNotice::Severity::Problem, {SONOGLYPH_TEXT("core", "The run goes on, but could not be saved at step %1: %2"),
                                                {std::to_string(at_.step), english(error)}});
    }

    void notice(TrainNotice::Severity severity, const Message& message)
    {
        log(english(message));
        observer_.onNotice({severity, at_.step, message});
    }

    void log(const std::string& line)
    {
        // The log is a comfort: a disk that is full already shows in the checkpoints.
        (void)run_.log(line).ok();
    }

    double seconds() const { return at_.seconds + (running_ ? std::chrono::duration<double>(Clock::now() - began_).count() : 0.0); }

    void resumeClock()
    {
        began_ = Clock::now();
        running_ = true;
        speedFrom_ = seconds();
        speedPairs_ = 0;
    }

    void settleClock()
    {
        at_.seconds = seconds();
        began_ = Clock::now();
    }

    void stopClock()
    {
        settleClock();
        running_ = false;
    }

    void measureSpeed(double now, double pairs)
    {
        speedPairs_ += pairs;
        const double window = now - speedFrom_;
        if (speed_ > 0 && window < speedWindowSeconds) return;
        speed_ = speedPairs_ / std::max(window, 1e-9);
        speedFrom_ = now;
        speedPairs_ = 0;
    }

    RunFolder& run_;
    TrainObserver& observer_;
    PauseGate& pause_;
    WeightSnapshot& snapshot_;
    const std::stop_token& stop_;

    RunConfig config_;
    std::shared_ptr<const PairedDataset> dataset_;
    std::optional<Batches> batches_;
    std::optional<Sampler> sampler_;
    std::optional<MetricsCsvWriter> csv_;
    std::unique_ptr<Learner> learner_;
    Lenet5 judge_{nullptr};
    TrainPosition at_;
    std::int64_t totalSteps_ = 0, savedStep_ = -1, lastTrouble_ = 0;
    std::optional<Health> health_;

    Clock::time_point began_;
    bool running_ = false;
    double speed_ = 0, speedFrom_ = 0, speedPairs_ = 0;
};

}  // namespace

Result<TrainSummary> train(RunFolder& run, TrainObserver& observer, PauseGate& pause, WeightSnapshot& snapshot, const std::stop_token& stop)
{
    try {
        return Trainer(run, observer, pause, snapshot, stop).run();
    } catch (const c10::Error& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "The training failed inside LibTorch."), {}}, e.what_without_backtrace()};
    } catch (const std::bad_alloc&) {
        return Error{Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "There is not enough memory for this run. Choose a smaller batch."), {}}};
    } catch (const std::exception& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "The training failed."), {}}, e.what()};
    }
}

}  // namespace sonoglyph
