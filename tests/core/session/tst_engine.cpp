// The engine through its door: training sessions on their own thread, decoding while one trains.
#include <QtTest>
#include <future>

#include "core/data/small_data.h"
#include "core/session/engine_library.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;

namespace {

class Watcher : public TrainObserver {
public:
    void onPreparing(const Message&, double) override {}
    void onPlan(const TrainPlan&) override {}
    void onStep(const StepMetrics& m) override { steps = m.step; }
    void onEpoch(const EpochMetrics&) override {}
    void onPreview(const TrainPreview&) override {}
    void onNotice(const TrainNotice&) override {}
    void onFinished(const Result<TrainSummary>& r) override { finished.set_value(r); }

    std::atomic<std::int64_t> steps = 0;
    std::promise<Result<TrainSummary>> finished;
};

}  // namespace

class tst_Engine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CUDA_VISIBLE_DEVICES", "");  // LibTorch sees no GPU, also where there is one
        auto engine = loadEngine();
        QVERIFY2(engine.ok(), engine ? "" : english(engine.error()).c_str());
        engine_ = *engine;
        config_.data.folder = data_.path();
        config_.batch = 16;
        config_.latent = 4;
        config_.epochs = 9999;
    }

    void saysWhatItIs()
    {
        const auto info = engine_->info();
        QVERIFY(!info.torchVersion.empty());
        QVERIFY(info.blas != "unknown");
        QVERIFY(info.threads >= 1);
        QCOMPARE(info.devices.front(), std::string("cpu"));
    }

    void pausesStopsAndResumes()
    {
        Watcher watcher;
        auto finished = watcher.finished.get_future();
        auto session = engine_->train(config_, out_.path() / "a", watcher);
        QVERIFY2(session.ok(), session ? "" : english(session.error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 2, 30000);
        (*session)->pause();
        QTRY_VERIFY(RunFolder::openForReading(out_.path() / "a")->latest().ok());  // a pause keeps what is done
        const auto held = watcher.steps.load();
        (*session)->resume();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > held + 2, 30000);
        (*session)->requestStop();
        QVERIFY(finished.wait_for(std::chrono::seconds(30)) == std::future_status::ready);
        const auto summary = finished.get();
        QVERIFY(summary.ok() && summary->stopped);

        Watcher again;
        auto more = engine_->resume(out_.path() / "a", again);
        QVERIFY(more.ok());
        QTRY_VERIFY_WITH_TIMEOUT(again.steps > summary->step, 30000);
    }

    void destroyingTheSessionStopsTheRunAndLosesNothing()
    {
        Watcher watcher;
        {
            auto session = engine_->train(config_, out_.path() / "b", watcher);
            QVERIFY(session.ok());
            QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, 30000);
        }
        const auto run = RunFolder::openForReading(out_.path() / "b");
        QVERIFY(run->latest().ok());
        QVERIFY(!findRuns(out_.path()).empty());
    }

    void twoProgramsNeverWriteOneRun()
    {
        Watcher first, second;
        auto session = engine_->train(config_, out_.path() / "c", first);
        QVERIFY(session.ok());
        const auto other = engine_->resume(out_.path() / "c", second);
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, Errc::Busy);
    }

    void badConfigurationsAreRefusedBeforeAnythingIsWritten()
    {
        RunConfig wrong = config_;
        wrong.batch = 0;
        Watcher watcher;
        const auto session = engine_->train(wrong, out_.path() / "d", watcher);
        QVERIFY(!session.ok());
        QCOMPARE(session.error().code, Errc::BadOption);
        QVERIFY(!std::filesystem::exists(out_.path() / "d"));
    }

    void aDeviceThatIsNotHereIsRefusedBeforeAnythingIsWritten()
    {
        RunConfig config = config_;
        config.device = "cuda";
        Watcher watcher;
        const auto session = engine_->train(config, out_.path() / "f", watcher);
        QVERIFY(!session.ok());
        QCOMPARE(session.error().code, Errc::Unavailable);
        QVERIFY(english(session.error()).find("cuda") != std::string::npos);
        QVERIFY(!std::filesystem::exists(out_.path() / "f"));
        const auto bench = engine_->benchTrain(config, 1, {}, {});
        QVERIFY(!bench.ok());
        QCOMPARE(bench.error().code, Errc::Unavailable);
    }

    /// E.g. in a folder that was brought from a machine with a GPU.
    void aRunGoesOnOnTheCpuWhereItsDeviceIsNotHere()
    {
        RunConfig config = config_;
        config.device = "cuda";
        QVERIFY(RunFolder::create(out_.path() / "g", config).ok());
        Watcher asked, watcher;
        const auto refused = engine_->resume(out_.path() / "g", asked, "cuda");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::Unavailable);
        QCOMPARE(RunFolder::openForReading(out_.path() / "g")->config().device, std::string("cuda"));
        auto session = engine_->resume(out_.path() / "g", watcher);
        QVERIFY2(session.ok(), session ? "" : english(session.error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, 30000);
        QCOMPARE(RunFolder::openForReading(out_.path() / "g")->config().device, std::string("cpu"));
    }

    void decodesWithTheWeightsOfARunThatTrains()
    {
        Watcher watcher;
        auto session = engine_->train(config_, out_.path() / "e", watcher);
        QVERIFY(session.ok());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, 30000);
        // No epoch has ended: there is no checkpoint yet, only the snapshot of the first step.
        auto decoder = engine_->openModel((out_.path() / "e").string());
        QVERIFY2(decoder.ok(), decoder ? "" : english(decoder.error()).c_str());
        const auto first = (*decoder)->draw({0, 0, 0, 0});
        const auto then = watcher.steps.load();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > then + 2, 30000);
        const auto second = (*decoder)->draw({0, 0, 0, 0});
        QVERIFY(first.ok() && second.ok());
        QVERIFY(std::equal(first->image.pixels.get(), first->image.pixels.get() + 784, second->image.pixels.get()));
        QVERIFY(!(*decoder)->draw({0, 0, 0}).ok());
        QVERIFY(!(*decoder)->draw({0, 0, 0, std::nanf("")}).ok());
        QVERIFY(!(*decoder)->hear({2, 2, {0, 0, 0, 0}}).ok());
    }

private:
    small_data::TrainingFolder data_;
    TemporaryFolder out_;
    Engine* engine_ = nullptr;
    RunConfig config_;
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
