// An engine whose runs do what a test tells them, on a thread of their own, as the real ones do.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>

#include "core/session/engine.h"
#include "core/train/run_control.h"

namespace sonoglyph::test {

/// What a run does: plan, steps, an epoch every `stepsPerEpoch`, a preview every step, then the end.
struct Script {
    std::int64_t firstStep = 0;
    std::int64_t steps = 100;
    std::int64_t stepsPerEpoch = 50;
    bool endless = false;             ///< waits for a stop after the last step
    std::optional<Error> startError;  ///< train() and resume() fail
    std::optional<Error> runError;    ///< after the last step
    std::vector<TrainNotice> notices;
    std::vector<RunChange> changes;                   ///< those of earlier sessions
    bool holdPreparation = false;                     ///< waits for a stop before the plan
    std::shared_ptr<std::counting_semaphore<>> gate;  ///< a release for every step; null: they come by themselves
};

class FakeSession final : public TrainingSession {
public:
    FakeSession(Script script, RunConfig config, std::filesystem::path run, TrainObserver& observer)
        : run_(run), thread_([this, script = std::move(script), config, run, &observer](std::stop_token stop) {
              observer.onFinished(play(script, config, run, observer, stop));
          })
    {
    }

    void pause() override { control_.pause(); }
    void resume() override { control_.resume(); }
    bool paused() const override { return control_.held(); }
    void step(Networks networks) override { control_.step(networks); }
    void epoch() override { control_.epoch(); }
    Result<void> change(RunChange::Field field, double value) override
    {
        control_.change(field, value);
        return {};
    }
    void snapshot() override { control_.snapshot(); }
    void requestStop() override { thread_.request_stop(); }
    std::filesystem::path run() const override { return run_; }

    static inline std::atomic<int> alive = 0;

private:
    struct Count {
        Count() { ++alive; }
        ~Count() { --alive; }
    };

    void wait(std::stop_token stop, auto until)
    {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, stop, until);
    }

    Result<TrainSummary> play(const Script& script, const RunConfig& config, const std::filesystem::path& run, TrainObserver& observer,
                              std::stop_token stop)
    {
        observer.onPreparing({SONOGLYPH_TEXT("core", "Reading %1"), {"sounds"}}, 0.5);
        if (script.holdPreparation) wait(stop, [] { return false; });
        if (stop.stop_requested()) return Error{Errc::Cancelled, {"stopped", {}}, {}};
        TrainPlan plan{script.stepsPerEpoch, script.steps, script.firstStep, 6400, 640, config, script.changes, {}};
        observer.onPlan(plan);
        TrainSummary summary{0, script.firstStep, false, 0, run};
        for (std::int64_t step = script.firstStep + 1; step <= script.steps && !stop.stop_requested(); ++step) {
            const Networks networks = begin(step, observer, stop);
            if (networks != Networks::Both) tell({step, RunChange::Field::Networks, 0, networks}, observer);
            while (script.gate && !script.gate->try_acquire_for(std::chrono::milliseconds(5)) && !stop.stop_requested()) {}
            if (stop.stop_requested()) break;
            const int epoch = int((step - 1) / script.stepsPerEpoch) + 1;
            observer.onStep({step, epoch, 200.0 / double(step), 150.0 / double(step), 50.0 / double(step), 1, double(step) * 0.1, 320});
            observer.onPreview({epoch, step, {grey(10)}, {grey(200)}, {int(step % 10)}});
            summary.step = step;
            if (step % script.stepsPerEpoch == 0) {
                observer.onEpoch({epoch, step, 3, 2, 1, 3.5, 2.25, 1.25, 0.9, 0.95, 12, double(step) * 0.1});
                summary.epoch = epoch;
                summary.accuracy = 0.9;
                control_.epochEnded();
            }
        }
        for (const TrainNotice& notice : script.notices) observer.onNotice(notice);
        if (script.endless) wait(stop, [] { return false; });
        if (script.runError && !stop.stop_requested()) return *script.runError;
        summary.stopped = stop.stop_requested();
        return summary;
    }

    /// Waits while it is held, as the real one does.
    Networks begin(std::int64_t step, TrainObserver& observer, const std::stop_token& stop)
    {
        for (bool said = false; !stop.stop_requested(); said = true) {
            const RunWishes wishes = control_.takeWishes();
            for (const auto& [field, value] : wishes.changes) tell({step, field, value}, observer);
            if (wishes.snapshot) observer.onNotice({TrainNotice::Severity::Info, step - 1, {"kept", {}}});
            if (const auto networks = control_.beginStep()) return *networks;
            if (!said) observer.onPaused(step - 1);
            control_.wait(stop);
        }
        return Networks::Both;
    }

    static void tell(const RunChange& change, TrainObserver& observer)
    {
        observer.onNotice({TrainNotice::Severity::Info, change.step, sentenceOf(change)});
        observer.onChange(change);
    }

    static ByteImage grey(std::uint8_t value)
    {
        auto bytes = std::make_shared<std::vector<std::uint8_t>>(28 * 28, value);
        return {28, 28, {bytes, bytes->data()}};
    }

    Count count_;
    std::filesystem::path run_;
    RunControl control_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

class FakeEngine final : public Engine {
public:
    Script script;
    RunConfig config;           ///< what train() was called with
    std::filesystem::path run;  ///< what train() or resume() was called with
    int trained = 0, resumed = 0;
    std::optional<TrainBenchmark> benchmark;    ///< of any configuration; none: it cannot be measured
    std::atomic<bool> holdMeasurement = false;  ///< until it is stopped
    std::atomic<int> measured = 0;

    EngineInfo info() const override { return {}; }
    void setThreads(int) override {}
    std::vector<ModelKind> trainableModels() const override { return {ModelKind::Aivae}; }
    std::vector<BuiltinModel> builtinModels() const override { return {}; }
    std::unique_ptr<DecoderService> makeDecoder(DecoderListener&) override { return nullptr; }
    Result<std::unique_ptr<Decoder>> openModel(const std::string&) override { return none(); }
    Result<Evaluation> evaluate(const EvaluationRequest&, const Progress&, std::stop_token) override { return none(); }
    Result<LatentMap> mapCodes(const MapRequest&, const Progress&, std::stop_token) override { return none(); }
    Result<ZeroingCurve> zeroingCurve(const ZeroingRequest&, const Progress&, std::stop_token) override { return none(); }
    Result<void> exportModel(const std::string&, const std::filesystem::path&, StoredWeights, const std::string&) override
    {
        return none();
    }
    Result<ModelAnnotation> annotate(const std::string&, const std::filesystem::path&, const std::filesystem::path&, const Progress&,
                                     std::stop_token) override
    {
        return none();
    }
    Result<StepTrace> traceStep(const StepTraceRequest&, const Progress&, std::stop_token) override { return none(); }
    Result<LenetReport> trainLenet(const LenetRequest&, const Progress&, std::stop_token) override { return none(); }
    Result<std::vector<SoundReading>> readRecordings(const std::string&, const RecordingSet&, const Progress&, std::stop_token) override
    {
        return none();
    }
    Result<LenetReport> evaluateLenet(const std::filesystem::path&, const std::filesystem::path&, const std::string&) override
    {
        return none();
    }
    Result<DecodeBenchmark> benchDecode(const std::string&, int, std::stop_token) override { return none(); }
    Result<TrainBenchmark> benchTrain(const RunConfig&, int, const Progress&, std::stop_token stop) override
    {
        ++measured;
        while (holdMeasurement && !stop.stop_requested()) std::this_thread::yield();
        if (stop.stop_requested()) return Error{Errc::Cancelled, {"stopped", {}}, {}};
        if (!benchmark) return none();
        return *benchmark;
    }
    Result<std::unique_ptr<TrainingSession>> train(const RunConfig& wanted, const std::filesystem::path& folder,
                                                   TrainObserver& observer) override
    {
        ++trained;
        config = wanted;
        return begin(folder, observer);
    }
    Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path& folder, TrainObserver& observer,
                                                    const std::string&) override
    {
        ++resumed;
        return begin(folder, observer);
    }

private:
    static Error none() { return {Errc::Unavailable, {"not here", {}}, {}}; }
    Result<std::unique_ptr<TrainingSession>> begin(const std::filesystem::path& folder, TrainObserver& observer)
    {
        run = folder;
        if (script.startError) return *script.startError;
        return std::unique_ptr<TrainingSession>(std::make_unique<FakeSession>(script, config, folder, observer));
    }
};

}  // namespace sonoglyph::test
