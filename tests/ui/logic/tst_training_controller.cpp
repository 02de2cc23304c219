// The controller with runs from a thread: nothing is lost, the order holds, and every way to end ends.
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/logic/fake_training.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/training_controller.h"

using namespace sonoglyph;
using namespace sonoglyph::test;
using State = TrainingController::State;

class TestTrainingController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        engine_ = std::make_unique<FakeEngine>();
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        loader_->start();
        QTRY_COMPARE(loader_->state(), EngineLoader::State::Ready);
        controller_ = std::make_unique<TrainingController>(*loader_);
    }
    void cleanup()
    {
        controller_.reset();
        QCOMPARE(FakeSession::alive.load(), 0);
    }

    void runToItsEndLosesNothing();
    void statesComeInOrder();
    void onlyTheNewestPreviewIsAnnounced();
    void pauseAndGoOn();
    void stepsAndEpochsEndInAPause();
    void oneNetworkAtATime();
    void changesAreTold();
    void changesOfEarlierSessionsAreKnown();
    void aBadValueIsRefused_data();
    void aBadValueIsRefused();
    void aSnapshotIsTold();
    void nothingIsChangedWhereNothingTrains();
    void stopEndsTheRun_data();
    void stopEndsTheRun();
    void destroyWhileRunning_data();
    void destroyWhileRunning();
    void failure_data();
    void failure();
    void secondRunStartsClean();
    void startIsIgnoredWhileActive();
    void resumedRunGoesOnAfterItsCheckpoint();
    void waitsForTheEngine();
    void engineThatCannotBeLoaded();
    void timeLeft();

private:
    std::unique_ptr<FakeEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<TrainingController> controller_;
};

void TestTrainingController::runToItsEndLosesNothing()
{
    engine_->script.steps = 5000;
    engine_->script.stepsPerEpoch = 500;
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Finished);
    const MetricStore& metrics = controller_->metrics();
    QCOMPARE(metrics.rows(RunRows::Steps), 5000);
    QCOMPARE(metrics.rows(RunRows::Epochs), 10);
    for (const Quantity quantity : {Quantity::Total, Quantity::Reconstruction, Quantity::Kl}) {
        const QList<QPointF> steps = metrics.curve(quantity, RunRows::Steps);
        QCOMPARE(steps.size(), 5000);
        for (int i = 0; i < 5000; ++i) QCOMPARE(steps[i].x(), double(i + 1));
    }
    QCOMPARE(metrics.curve(Quantity::Reconstruction, RunRows::Steps).last().y(), 150.0 / 5000);
    QCOMPARE(metrics.curve(Quantity::Kl, RunRows::Epochs).last(), QPointF(5000, 1.25));
    QCOMPARE(metrics.epochs().back().activeUnits, 12);
    QCOMPARE(controller_->lastStep()->step, 5000);
    QCOMPARE(controller_->preview()->step, 5000);
    QCOMPARE(controller_->summary()->step, 5000);
    QVERIFY(!controller_->summary()->stopped);
    QCOMPARE(controller_->fraction(), 1.0);
}

void TestTrainingController::statesComeInOrder()
{
    engine_->script.notices = {{TrainNotice::Severity::Warning, 100, {"collapsed", {}}}};
    QStringList told;
    connect(controller_.get(), &TrainingController::stateChanged, this,
            [&](State state) { told << QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(int(state))); });
    connect(controller_.get(), &TrainingController::planned, this, [&] { told << QStringLiteral("planned"); });
    connect(controller_.get(), &TrainingController::noticed, this, [&] {
        QCOMPARE(controller_->metrics().lastStep(), 100);
        told << QStringLiteral("noticed");
    });
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Finished);
    QCOMPARE(told, QStringList({QStringLiteral("Preparing"), QStringLiteral("planned"), QStringLiteral("Running"),
                                QStringLiteral("noticed"), QStringLiteral("Finished")}));
    QCOMPARE(controller_->notices().size(), 1);
}

void TestTrainingController::onlyTheNewestPreviewIsAnnounced()
{
    engine_->script.steps = 2000;
    QSignalSpy previews(controller_.get(), &TrainingController::previewArrived);
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Finished);
    QVERIFY(previews.size() >= 1);
    QVERIFY(previews.size() < 2000);
}

void TestTrainingController::pauseAndGoOn()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    controller_->pause();
    QCOMPARE(controller_->state(), State::Paused);
    // A step may be under way when the pause comes; after that, two drains in a row bring nothing.
    QTRY_VERIFY([&] {
        controller_->drain();
        const auto before = controller_->metrics().lastStep();
        QTest::qWait(5);
        controller_->drain();
        return before == controller_->metrics().lastStep();
    }());
    const auto held = controller_->metrics().lastStep();
    controller_->resume();
    QCOMPARE(controller_->state(), State::Running);
    QTRY_VERIFY(controller_->metrics().lastStep() > held);
    controller_->stop();
    QTRY_COMPARE(controller_->state(), State::Finished);
}

void TestTrainingController::stepsAndEpochsEndInAPause()
{
    engine_->script.steps = 1000000;
    engine_->script.gate = std::make_shared<std::counting_semaphore<>>(0);
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    controller_->pause();
    engine_->script.gate->release(1);  // the step that was under way
    QTRY_COMPARE(controller_->metrics().lastStep(), 1);
    engine_->script.gate->release(1000);
    controller_->step();
    QCOMPARE(controller_->state(), State::Running);
    controller_->step();  // ignored: one at a time
    QTRY_COMPARE(controller_->state(), State::Paused);
    QCOMPARE(controller_->metrics().lastStep(), 2);
    controller_->trainEpoch();
    QTRY_COMPARE(controller_->state(), State::Paused);
    QCOMPARE(controller_->metrics().lastStep(), 50);
    QCOMPARE(controller_->metrics().epochs().size(), 1u);
    controller_->stop();
    QTRY_COMPARE(controller_->state(), State::Finished);
}

void TestTrainingController::oneNetworkAtATime()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    controller_->pause();
    for (const Networks networks : {Networks::Generator, Networks::Discriminator}) {
        controller_->step(networks);
        QTRY_COMPARE(controller_->state(), State::Paused);
        QCOMPARE(controller_->changes().back().networks, networks);
    }
}

void TestTrainingController::changesAreTold()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    QSignalSpy changed(controller_.get(), &TrainingController::changed);
    QSignalSpy noticed(controller_.get(), &TrainingController::noticed);
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    QCOMPARE(controller_->change(RunChange::Field::Alpha, 0.5), QString());
    QTRY_COMPARE(changed.size(), 1);
    QTRY_COMPARE(noticed.size(), 1);
    QCOMPARE(controller_->plan()->config.alpha, 0.5);
    controller_->pause();
    QCOMPARE(controller_->change(RunChange::Field::LearningRate, 1e-4), QString());  // heard in a pause, too
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(controller_->plan()->config.learningRate, 1e-4);
    QCOMPARE(controller_->changes().size(), 2);
    QVERIFY(controller_->changes()[0].step <= controller_->changes()[1].step);
}

void TestTrainingController::changesOfEarlierSessionsAreKnown()
{
    engine_->script.changes = {{3, RunChange::Field::Alpha, 2}};
    engine_->script.endless = true;
    controller_->resumeRun("run");
    QTRY_COMPARE(controller_->state(), State::Running);
    QCOMPARE(controller_->changes(), (QList<RunChange>{{3, RunChange::Field::Alpha, 2}}));
}

void TestTrainingController::aBadValueIsRefused_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<double>("value");
    QTest::newRow("alpha") << int(RunChange::Field::Alpha) << -1.0;
    QTest::newRow("not a number") << int(RunChange::Field::Alpha) << qQNaN();
    QTest::newRow("learning rate") << int(RunChange::Field::LearningRate) << 7.0;
}

void TestTrainingController::aBadValueIsRefused()
{
    QFETCH(int, field);
    QFETCH(double, value);
    engine_->script.endless = true;
    QSignalSpy changed(controller_.get(), &TrainingController::changed);
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    QVERIFY(!controller_->change(RunChange::Field(field), value).isEmpty());
    controller_->stop();
    QTRY_COMPARE(controller_->state(), State::Finished);
    QCOMPARE(changed.size(), 0);
}

void TestTrainingController::aSnapshotIsTold()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Running);
    controller_->saveSnapshot();
    QTRY_COMPARE(controller_->notices().size(), 1);
}

void TestTrainingController::nothingIsChangedWhereNothingTrains()
{
    controller_->step();
    controller_->trainEpoch();
    controller_->saveSnapshot();
    QVERIFY(controller_->change(RunChange::Field::Alpha, 2).isEmpty());
    QCOMPARE(controller_->state(), State::Idle);
}

void TestTrainingController::stopEndsTheRun_data()
{
    QTest::addColumn<bool>("preparing");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<State>("end");
    QTest::newRow("at once") << true << false << State::Idle;
    QTest::newRow("while running") << false << false << State::Finished;
    QTest::newRow("while paused") << false << true << State::Finished;
}

void TestTrainingController::stopEndsTheRun()
{
    QFETCH(bool, preparing);
    QFETCH(bool, paused);
    QFETCH(State, end);
    engine_->script.holdPreparation = preparing;
    engine_->script.endless = true;
    controller_->start({}, "run");
    QCOMPARE(controller_->state(), State::Preparing);
    if (!preparing) QTRY_COMPARE(controller_->state(), State::Running);
    if (paused) controller_->pause();
    controller_->stop();
    QCOMPARE(controller_->state(), State::Stopping);
    QTRY_COMPARE(controller_->state(), end);
    QVERIFY(!controller_->active());
    if (end == State::Finished) QVERIFY(controller_->summary()->stopped);
    QTRY_COMPARE(FakeSession::alive.load(), 0);
}

void TestTrainingController::destroyWhileRunning_data()
{
    QTest::addColumn<int>("spins");
    QTest::newRow("before the session is there") << 0;
    QTest::newRow("preparing or just running") << 1;
    QTest::newRow("running") << 200;
}

void TestTrainingController::destroyWhileRunning()
{
    QFETCH(int, spins);
    engine_->script.endless = true;
    controller_->start({}, "run");
    if (spins > 1) {
        QTRY_COMPARE(controller_->state(), State::Running);
    } else {
        for (int i = 0; i < spins; ++i) QCoreApplication::processEvents();
    }
    controller_.reset();
    QCOMPARE(FakeSession::alive.load(), 0);
}

void TestTrainingController::failure_data()
{
    QTest::addColumn<bool>("atStart");
    QTest::newRow("before the thread starts") << true;
    QTest::newRow("while running") << false;
}

void TestTrainingController::failure()
{
    QFETCH(bool, atStart);
    const Error error{Errc::DiskFull, {"There is no room left in %1.", {"here"}}, "ENOSPC"};
    (atStart ? engine_->script.startError : engine_->script.runError) = error;
    controller_->start({}, "run");
    QTRY_COMPARE(controller_->state(), State::Failed);
    QCOMPARE(controller_->failure(), QStringLiteral("There is no room left in here."));
    QCOMPARE(controller_->failureDetails(), QStringLiteral("ENOSPC"));
    if (!atStart) QCOMPARE(controller_->metrics().lastStep(), 100);
}

void TestTrainingController::secondRunStartsClean()
{
    controller_->start({}, "first");
    QTRY_COMPARE(controller_->state(), State::Finished);
    engine_->script.startError = Error{Errc::BadOption, {"no", {}}, {}};
    RunConfig config;
    config.batch = 7;
    controller_->start(config, "second");
    QCOMPARE(controller_->run(), std::filesystem::path("second"));
    QVERIFY(controller_->metrics().empty());
    QVERIFY(!controller_->preview());
    QVERIFY(!controller_->plan());
    QVERIFY(!controller_->summary());
    QTRY_COMPARE(controller_->state(), State::Failed);
    QCOMPARE(engine_->config.batch, 7);
    QCOMPARE(engine_->run, std::filesystem::path("second"));
}

void TestTrainingController::startIsIgnoredWhileActive()
{
    engine_->script.endless = true;
    controller_->start({}, "first");
    controller_->start({}, "second");
    controller_->resumeRun("third");
    QCOMPARE(controller_->run(), std::filesystem::path("first"));
    QTRY_COMPARE(controller_->state(), State::Running);
    QCOMPARE(engine_->trained + engine_->resumed, 1);
}

void TestTrainingController::waitsForTheEngine()
{
    std::atomic<bool> open = false;
    EngineLoader slow([this, &open]() -> Result<Engine*> {
        open.wait(false);
        return engine_.get();
    });
    TrainingController controller(slow);
    controller.start({}, "run");
    QCOMPARE(controller.state(), State::Preparing);
    controller.stop();
    QCOMPARE(controller.state(), State::Idle);
    controller.start({}, "run");
    open = true;
    open.notify_all();
    QTRY_COMPARE(controller.state(), State::Finished);
    QCOMPARE(engine_->trained, 1);
}

void TestTrainingController::engineThatCannotBeLoaded()
{
    EngineLoader broken([]() -> Result<Engine*> { return Error{Errc::Unavailable, {"no library", {}}, "dlopen"}; });
    TrainingController controller(broken);
    controller.start({}, "run");
    QTRY_COMPARE(controller.state(), State::Failed);
    QCOMPARE(controller.failure(), QStringLiteral("no library"));
    QCOMPARE(controller.failureDetails(), QStringLiteral("dlopen"));
}

void TestTrainingController::resumedRunGoesOnAfterItsCheckpoint()
{
    engine_->script.firstStep = 60;
    controller_->resumeRun("absent");
    QTRY_COMPARE(controller_->state(), State::Finished);
    QCOMPARE(engine_->resumed, 1);
    QCOMPARE(controller_->metrics().curve(Quantity::Total, RunRows::Steps).first().x(), 61.0);
    QCOMPARE(controller_->metrics().lastStep(), 100);
}

void TestTrainingController::timeLeft()
{
    engine_->script.endless = true;
    engine_->script.steps = 100;
    RunConfig config;
    config.batch = 64;
    QVERIFY(!controller_->secondsLeft());
    controller_->start(config, "run");
    QTRY_COMPARE(controller_->metrics().lastStep(), 100);
    QCOMPARE(controller_->secondsLeft(), std::optional(0.0));
    QCOMPARE(controller_->fraction(), 1.0);
}

QTEST_GUILESS_MAIN(TestTrainingController)
#include "tst_training_controller.moc"
