#include "core/train/trainer.h"

#include <algorithm>

#include "core/base/image_grid.h"
#include "core/base/parallel.h"
#include "core/data/sampler.h"
#include "core/model/judge.h"
#include "core/model/model_file.h"
#include "core/train/batch_feed.h"
#include "core/train/run_clock.h"
#include "core/train/run_notices.h"
#include "core/train/run_saver.h"
#include "core/train/threads.h"

namespace sonoglyph {

namespace {

constexpr int previewPairs = 16;

class Trainer {
public:
    Trainer(RunFolder& run, TrainObserver& observer, RunControl& control, WeightSnapshot& snapshot, const std::stop_token& stop,
            const LearnerFactory& make)
        : run_(run), observer_(observer), control_(control), snapshot_(snapshot), stop_(stop), make_(make)
    {
    }

    Result<TrainSummary> run()
    {
        if (auto prepared = prepare(); !prepared) return prepared.error();
        const auto trained = loop();
        stopClock();
        saver_->wait();
        (void)saver_->heed().ok();
        if (!trained) return trained.error();
        if (auto kept = saver_->keep(); !kept) return kept.error();
        log(at_.step < totalSteps_ ? "stopped after step " + std::to_string(at_.step) : "finished");
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
                         {SONOGLYPH_TEXT("core", "The data set %1 in %2 gives no pairs to train on: it needs images and recordings of the "
                                                 "same labels in both parts of the split."),
                          {config.data.name, dataset_->config.folder.string()}}};
        config.data = dataset_->config;
        config.learningRate = config.effectiveLearningRate();
        config.klReduction = config.effectiveKlReduction();
        if (auto written = run_.writeConfig(config); !written) return written.error();
        config_ = config;
        for (const auto& note : dataset_->notes) notice(TrainNotice::Severity::Info, note);

        const Placement placement = Placement::of(config);
        batches_.emplace(*dataset_, placement.device);
        compared_ = batches_->referenceSpectrograms(mostReferenceRecordings);
        snapshot_.compareWith(compared_.cpu());
        sampler_.emplace(std::uint32_t(dataset_->trainPairs.size()), config.batch, config.seed);
        auto augmenter = makeAugmenter(progress);
        if (!augmenter) return augmenter.error();
        feed_.emplace(*dataset_, *batches_, *sampler_, std::move(*augmenter), std::max(1, threadCount(config.threads) / 2));
        totalSteps_ = config.epochs * sampler_->stepsPerEpoch();
        if (config.maxSteps > 0) totalSteps_ = std::min(totalSteps_, config.maxSteps);

        observer_.onPreparing({SONOGLYPH_TEXT("core", "Making the networks"), {}}, 0);
        learner_ = make_(config, placement);
        if (config.standardise) {
            const auto [mean, deviation] = batches_->standardisation();
            learner_->setStandardisation(mean, std::max(deviation, 1e-6));
        }
        if (auto restored = restore(); !restored) return restored;
        auto cut = truncateMetricsCsv(run_.metricsFile(), at_.step, at_.evaluatedStep);
        if (!cut) return cut.error();
        for (const Message& note : *cut) notice(TrainNotice::Severity::Warning, note);
        auto rows = MetricsCsvWriter::open(run_.metricsFile());
        if (!rows) return rows.error();
        auto changes = RunChanges::read(run_.changesFile());
        if (!changes) return changes.error();
        (void)forgetRunNotices(run_.noticesFile(), at_.step).ok();  // a comfort, as the log is
        const auto said = readRunNotices(run_.noticesFile());
        saver_.emplace(SavedRun{run_, config_, at_, *learner_, compared_, sampler_->stepsPerEpoch()}, std::move(*rows), std::move(*changes),
                       [this](TrainNotice::Severity severity, const Message& message) { notice(severity, message); });

        health_.emplace(batches_->meanImageNats(), at_.health);
        if (learner_->draws()) {
            if (auto judge = loadJudge({}, config_.data); judge) {
                judge_ = *judge;
                judge_->to(placement.device);
            } else {
                notice(TrainNotice::Severity::Warning,
                       {SONOGLYPH_TEXT("core", "No accuracy will be measured: %1"), {english(judge.error())}});
            }
        }
        observer_.onPlan({sampler_->stepsPerEpoch(), totalSteps_, at_.step, dataset_->trainPairs.size(), dataset_->testPairs.size(),
                          configAt(at_.step), changesSoFar(), said ? *said : std::vector<TrainNotice>()});
        log(at_.step == 0 ? "started" : "resumed after step " + std::to_string(at_.step));
        return {};
    }

    /// None where nothing is augmented.
    Result<std::optional<Augmenter>> makeAugmenter(const Progress& progress) const
    {
        if (!config_.augmentation.on()) return std::optional<Augmenter>();
        auto waveforms = readWaveforms(dataset_->recordings.recordings, dataset_->split.train, config_.data.spectrogram.rate, progress,
                                       stop_, config_.threads);
        if (!waveforms) return waveforms.error();
        return std::optional<Augmenter>(std::in_place, *dataset_, std::move(*waveforms), config_.augmentation, config_.seed);
    }

    /// Takes up the latest checkpoint or, where a fault of the disk has damaged it, the newest one that can be read: the steps between are
    /// computed again, with the same result. A run without any begins at step 0.
    Result<void> restore()
    {
        std::vector<std::filesystem::path> files;
        auto others = run_.checkpoints();
        const auto stepOf = [this](const CheckpointFile& c) { return c.step > 0 ? c.step : c.epoch * sampler_->stepsPerEpoch(); };
        std::stable_sort(others.begin(), others.end(), [&](const auto& a, const auto& b) { return stepOf(a) > stepOf(b); });
        if (const auto latest = run_.latest(); latest) files.push_back(*latest);
        for (const CheckpointFile& c : others) files.push_back(c.file);
        std::optional<Error> failed;
        for (const auto& file : files) {
            auto position = readCheckpoint(file, config_, *learner_);
            if (position) {
                at_ = *position;
                clock_.set(at_.seconds);
                if (at_.device != config_.device)
                    notice(TrainNotice::Severity::Warning,
                           {SONOGLYPH_TEXT("core",
                                           "The run changes from the device %1 to %2. They round differently: what comes is as good, but "
                                           "not the same to the last bit."),
                            {at_.device, config_.device}});
                if (failed)
                    notice(TrainNotice::Severity::Warning,
                           {SONOGLYPH_TEXT("core", "The run goes on from step %1, from an earlier checkpoint: %2"),
                            {std::to_string(at_.step), english(*failed)}});
                return {};
            }
            if (!failed) failed = position.error();
        }
        return failed ? Result<void>(*failed) : Result<void>();
    }

    Result<void> loop()
    {
        clock_.start();
        while (at_.step < totalSteps_ || evaluationDue()) {
            (void)saver_->heed().ok();  // said by a notice
            obey();
            if (stop_.stop_requested()) break;
            if (control_.held()) {
                hold();
                continue;
            }
            held_ = false;
            clock_.start();
            if (auto done = evaluationDue() ? endEpoch() : step(); !done) return done;
            if (saver_->due()) (void)save({}).ok();  // said by a notice
        }
        return {};
    }

    /// Does what people have asked for since the last step.
    void obey()
    {
        const RunWishes wishes = control_.takeWishes();
        for (const auto& [field, value] : wishes.changes) change({at_.step + 1, field, value});
        if (wishes.snapshot) saveSnapshot();
    }

    void change(const RunChange& change)
    {
        saver_->add(change);
        tell(change);
    }

    void tell(const RunChange& change)
    {
        notice(TrainNotice::Severity::Info, sentenceOf(change));
        observer_.onChange(change);
    }

    void saveSnapshot()
    {
        if (at_.step == 0)
            return notice(TrainNotice::Severity::Info, {SONOGLYPH_TEXT("core", "There is nothing to save before the first step."), {}});
        at_.seconds = clock_.seconds();
        if (const auto file = saver_->snapshot(); file)
            notice(TrainNotice::Severity::Info, {SONOGLYPH_TEXT("core", "The state after step %1 is kept in %2."),
                                                 {std::to_string(at_.step), file->filename().string()}});
    }

    /// Waits for the next wish. A pause may last: it begins with a checkpoint. Single steps would each wait for the disk; what is lost of
    /// them is computed again.
    void hold()
    {
        if (!std::exchange(held_, true)) {
            stopClock();
            if (!control_.stepping()) (void)saver_->keep().ok();  // said by a notice
            log("paused after step " + std::to_string(at_.step));
            observer_.onPaused(at_.step);
        }
        control_.wait(stop_);
    }

    Result<void> step()
    {
        const std::int64_t number = at_.step + 1;
        const auto networks = control_.beginStep();
        if (!networks) return {};
        if (*networks != Networks::Both && learner_->adversarial())
            change({number, RunChange::Field::Networks, 0, *networks});
        else
            repeatChanges(number);
        const RunChanges& changes = saver_->changes();
        const RunConfig config = changes.configAt(config_, number);
        if (config.alpha != configAt(at_.step).alpha) health_->forgetUsualGradients();
        const double warmUp = config.klWarmup > 0 ? std::min(1.0, double(number) / double(config.klWarmup)) : 1.0;
        const double klWeight = warmUp * config.klWeight();
        const Batch batch = feed_->batch(number);
        const StepLosses losses = learner_->step(
            batch, {config.learningRateAt(number, totalSteps_), klWeight, config.reconstructionWeight(), changes.networksAt(number)});
        StepMetrics metrics = metricsOf(losses);
        metrics.step = number;
        metrics.epoch = sampler_->epochOf(number);
        metrics.klWeight = klWeight;
        if (auto wrong = Health::divergence(metrics)) return diverged(number, std::move(*wrong));
        at_.step = number;
        at_.sumTotal += losses.total;
        at_.sumReconstruction += losses.reconstruction;
        at_.sumKl += losses.kl;
        ++at_.sumSteps;
        metrics.seconds = clock_.seconds();
        metrics.samplesPerSecond = clock_.samplesPerSecond(double(batch.images.size(0)));
        saver_->add(metrics);
        observer_.onStep(metrics);
        watchHealth(metrics);
        if (number == 1 || number % config.previewEvery == 0 || control_.held()) show();
        return {};
    }

    /// A run that goes on from an earlier checkpoint makes its changes again.
    void repeatChanges(std::int64_t step)
    {
        if (step <= saver_->lastAdded()) return;
        for (const RunChange& change : saver_->changes().rows())
            if (change.step == step) tell(change);
    }

    std::vector<RunChange> changesSoFar() const
    {
        std::vector<RunChange> rows = saver_->changes().rows();
        std::erase_if(rows, [this](const RunChange& change) { return change.step > at_.step; });
        return rows;
    }

    RunConfig configAt(std::int64_t step) const { return saver_->changes().configAt(config_, step); }

    Error diverged(std::int64_t step, Message message)
    {
        log("diverged at step " + std::to_string(step));
        (void)run_.setDiverged(english(message)).ok();  // where it cannot be written, a sweep tries the run once more
        return Error{Errc::Diverged, std::move(message)};
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
        auto evaluation = learner_->evaluate(*batches_, judge_ ? &judge_ : nullptr, configAt(at_.step).reconstructionWeight(),
                                             config_.seed + std::uint64_t(at_.step), stop_);
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
        m.seconds = clock_.seconds();
        if (auto wrong = Health::divergence(m)) return diverged(at_.step, std::move(*wrong));
        at_.evaluatedStep = at_.step;
        saver_->add(m);
        observer_.onEpoch(m);
        watchHealth(m);
        const auto grid = show();
        std::optional<EpochPreview> picture;
        if (grid) picture = {m.epoch, sonoglyph::grid({grid->real, grid->generated}, 2)};
        if (whole) {
            at_.epoch = m.epoch;
            at_.sumTotal = at_.sumReconstruction = at_.sumKl = 0;
            at_.sumSteps = 0;
        }
        (void)save(std::move(picture)).ok();  // said by a notice
        if (!whole) return {};
        log("epoch " + std::to_string(m.epoch) + " done, accuracy " + std::to_string(m.accuracy));
        control_.epochEnded();
        return {};
    }

    Result<void> save(std::optional<EpochPreview> preview)
    {
        at_.seconds = clock_.seconds();
        return saver_->save(std::move(preview));
    }

    void stopClock()
    {
        clock_.stop();
        at_.seconds = clock_.seconds();
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
            out.labels.push_back(dataset_->testImages.label(image));
        }
        return out;
    }

    template <class Metrics>
    void watchHealth(const Metrics& metrics)
    {
        for (const TrainNotice& n : health_->add(metrics)) {
            (void)appendRunNotice(run_.noticesFile(), {n.severity, at_.step, n.message}).ok();  // so is this
            notice(n.severity, n.message);
        }
        at_.health = health_->state();
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

    const LongComputation longComputation_;
    RunFolder& run_;
    TrainObserver& observer_;
    RunControl& control_;
    WeightSnapshot& snapshot_;
    const std::stop_token& stop_;
    const LearnerFactory& make_;

    RunConfig config_;
    std::shared_ptr<const PairedDataset> dataset_;
    std::optional<Batches> batches_;
    torch::Tensor compared_;  ///< spectrograms of training recordings that checkpoints know
    std::optional<Sampler> sampler_;
    std::optional<BatchFeed> feed_;
    std::unique_ptr<Learner> learner_;
    Lenet5 judge_{nullptr};
    TrainPosition at_;
    std::int64_t totalSteps_ = 0;
    std::optional<Health> health_;
    bool held_ = false;  ///< waits, and has said so
    RunClock clock_;
    std::optional<RunSaver> saver_;  ///< last: its thread uses the rest
};

}  // namespace

Result<TrainSummary> train(RunFolder& run, TrainObserver& observer, RunControl& control, WeightSnapshot& snapshot,
                           const std::stop_token& stop, const LearnerFactory& make)
{
    try {
        return Trainer(run, observer, control, snapshot, stop, make).run();
    } catch (const c10::OutOfMemoryError& e) {  // of a GPU
        return Error{Errc::OutOfMemory,
                     {SONOGLYPH_TEXT("core", "There is not enough memory for this run. Choose a smaller batch."), {}},
                     e.what_without_backtrace()};
    } catch (const c10::Error& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "The training failed inside LibTorch."), {}}, e.what_without_backtrace()};
    } catch (const std::bad_alloc&) {
        return Error{Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "There is not enough memory for this run. Choose a smaller batch."), {}}};
    } catch (const std::exception& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "The training failed."), {}}, e.what()};
    }
}

}  // namespace sonoglyph
