// What a run will cost: said only where it is known, and with where it comes from.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_training.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/run_cost.h"
#include "ui/logic/run_draft.h"
#include "ui/logic/settings.h"
#include "ui/logic/training_controller.h"

using namespace sonoglyph;
using namespace sonoglyph::test;

class TestRunCost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<Settings>(folder_->filePath(QStringLiteral("settings.conf")));
        engine_ = std::make_unique<FakeEngine>();
        engine_->benchmark = TrainBenchmark{};
        engine_->benchmark->samplesPerSecond = 128;
        engine_->benchmark->residentBytes = 600'000'000;
        engine_->benchmark->checkpointBytes = 250'000'000;
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        training_ = std::make_unique<TrainingController>(*loader_);
        cost_ = std::make_unique<RunCost>(*loader_, *settings_, *training_);
        draft_ = std::make_unique<RunDraft>();
        draft_->setConfig(draft_->quickPreset());
    }
    void cleanup()
    {
        cost_.reset();
        training_.reset();
    }

    void nothingIsSaidThatIsNotKnown()
    {
        QCOMPARE(text(), QStringLiteral("300 steps"));
        draft_->edit([](RunConfig& c) { c.maxSteps = -1; });
        QCOMPARE(text(), QString());
    }

    void aMeasurementTellsAll()
    {
        QSignalSpy changed(cost_.get(), &RunCost::changed);
        cost_->measure({draft_->config()});
        QVERIFY(cost_->measuring());
        cost_->measure({draft_->config()});  // one at a time
        QTRY_VERIFY(!cost_->measuring());
        QCOMPARE(engine_->measured, 1);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(text(), QStringLiteral("300 steps: about 5 min, 850.0 MB memory, 250.0 MB disk (measured on this machine)"));
    }

    void whatIsUnknownIsMeasuredOnce()
    {
        cost_->measureUnknown({draft_->config()});
        QTRY_VERIFY(!cost_->measuring());
        QCOMPARE(engine_->measured, 1);
        cost_->measureUnknown({draft_->config()});
        QVERIFY(!cost_->measuring());
        draft_->edit([](RunConfig& c) { c.epochs += 5; });  // costs as much a step
        cost_->measureUnknown({draft_->config()});
        QVERIFY(!cost_->measuring());
        draft_->edit([](RunConfig& c) { c.batch *= 2; });
        cost_->measureUnknown({draft_->config()});
        QVERIFY(cost_->measuring());
        QTRY_VERIFY(!cost_->measuring());
        QCOMPARE(engine_->measured, 2);
    }

    void aMeasurementThatFailedIsNotTriedAgainUnasked()
    {
        engine_->benchmark.reset();
        cost_->measureUnknown({draft_->config()});
        QTRY_VERIFY(!cost_->measuring());
        cost_->measureUnknown({draft_->config()});
        QVERIFY(!cost_->measuring());
        cost_->measure({draft_->config()});
        QVERIFY(cost_->measuring());
        QTRY_VERIFY(!cost_->measuring());
    }

    void aMeasurementIsRemembered()
    {
        cost_->measure({draft_->config()});
        QTRY_VERIFY(!cost_->measuring());
        cost_ = std::make_unique<RunCost>(*loader_, *settings_, *training_);
        QVERIFY(text().contains(QStringLiteral("memory")));
        draft_->edit([](RunConfig& c) { c.threads = 1; });
        QVERIFY(!text().contains(QStringLiteral("memory")));
    }

    void theSpeedOfARunIsBetter()
    {
        cost_->measure({draft_->config()});
        QTRY_VERIFY(!cost_->measuring());
        cost_->remember(draft_->config(), 640);
        QCOMPARE(text(), QStringLiteral("300 steps: about 1 min, 850.0 MB memory, 250.0 MB disk (at the speed of the last run)"));
    }

    void severalRunsAddUp()
    {
        draft_->choose([](RunDraft::Choices& c) {
            c.models = {ModelKind::Aivae, ModelKind::Aivaegan};
            c.alphas = {0.5, 1};
        });
        std::vector<RunConfig> configs;
        for (const QueuedRun& run : draft_->runs()) configs.push_back(run.config);
        cost_->measure(configs);
        QTRY_VERIFY(!cost_->measuring());
        QCOMPARE(engine_->measured, 2);  // alpha costs nothing
        QCOMPARE(text(), QStringLiteral("4 run(s), 1,200 steps: about 20 min, 850.0 MB memory, 1.0 GB disk (measured on this machine)"));
    }

    void aTrainingEndsTheMeasurement()
    {
        engine_->holdMeasurement = true;
        engine_->script.steps = 1;
        cost_->measure({draft_->config()});
        QTRY_COMPARE(engine_->measured, 1);
        training_->start({}, "run");
        QTRY_VERIFY(!cost_->measuring());
        QVERIFY(!cost_->known(draft_->config()));
        QTRY_VERIFY(!training_->active());
        QCOMPARE(text(), QStringLiteral("300 steps"));
    }

    void troubleIsSaid()
    {
        engine_->benchmark.reset();
        QSignalSpy failed(cost_.get(), &RunCost::failed);
        cost_->measure({draft_->config()});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!cost_->measuring());
    }

private:
    QString text() const { return estimateText(*draft_, *cost_); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<FakeEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<TrainingController> training_;
    std::unique_ptr<RunCost> cost_;
    std::unique_ptr<RunDraft> draft_;
};

QTEST_GUILESS_MAIN(TestRunCost)
#include "tst_run_cost.moc"
