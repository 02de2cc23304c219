#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/logic/fake_training.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/live_model.h"
#include "ui/logic/training_controller.h"

using namespace sonoglyph;
using State = TrainingController::State;

class tst_LiveModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        trainer_ = std::make_unique<test::FakeEngine>();
        trainer_->script.gate = gate_ = std::make_shared<std::counting_semaphore<>>(0);
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return trainer_.get(); });
        loader_->start();
        QTRY_COMPARE(loader_->state(), EngineLoader::State::Ready);
        training_ = std::make_unique<TrainingController>(*loader_);
        decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        run_ = std::filesystem::weakly_canonical(std::filesystem::path(folder_.path().toStdString()) / "run");
        live_ = std::make_unique<LiveModel>(*decoder_, *training_);
        live_->setWatched(true);
    }
    void cleanup()
    {
        live_.reset();
        decoder_.reset();
        training_.reset();
    }

    void tellsOfTheRunAndItsWeights();
    void takesEveryNewWeightsOnce();
    void takesThemSeldomWhereThatIsSlow();
    void waitsUntilSomebodyLooks();
    void anotherModelIsLeftAlone();
    void whatAPersonChoseIsNotForgotten();
    void aChosenLiveModelIsNotLoadedTwice();

private:
    void step()
    {
        QSignalSpy arrived(training_.get(), &TrainingController::previewArrived);
        gate_->release();
        QTRY_COMPARE(arrived.size(), 1);
    }
    /// Draws with the run after its first step.
    void drawLive()
    {
        training_->start({}, run_);
        step();
        QSignalSpy changed(decoder_.get(), &DecoderController::modelChanged);
        decoder_->loadModel(QString::fromStdString(run_.string()));
        QTRY_COMPARE(changed.size(), 1);
        engine_.decoder->loads = 0;
    }
    int loads() const { return engine_.decoder->loads; }

    QTemporaryDir folder_;
    std::filesystem::path run_;
    FakeEngine engine_;
    std::unique_ptr<test::FakeEngine> trainer_;
    std::shared_ptr<std::counting_semaphore<>> gate_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<TrainingController> training_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<LiveModel> live_;
};

void tst_LiveModel::tellsOfTheRunAndItsWeights()
{
    QSignalSpy run(live_.get(), &LiveModel::runChanged), renewed(live_.get(), &LiveModel::renewed);
    training_->start({}, run_);
    QTRY_COMPARE(training_->state(), State::Running);
    QVERIFY(live_->run().empty());
    step();
    QCOMPARE(live_->run(), run_);
    QCOMPARE(run.size(), 1);
    QCOMPARE(renewed.size(), 1);
    step();
    QCOMPARE(run.size(), 1);
    QCOMPARE(renewed.size(), 2);
    training_->pause();
    training_->resume();
    QCOMPARE(renewed.size(), 2);
    training_->stop();
    QTRY_COMPARE(training_->state(), State::Finished);
    QVERIFY(live_->run().empty());
    QCOMPARE(run.size(), 2);
}

void tst_LiveModel::takesEveryNewWeightsOnce()
{
    drawLive();
    training_->pause();
    training_->resume();
    live_->setWatched(true);
    QCOMPARE(loads(), 0);
    QSignalSpy wanted(decoder_.get(), &DecoderController::modelWanted);
    for (int i = 1; i <= 3; ++i) {
        step();
        QTRY_COMPARE(loads(), i);
    }
    QCOMPARE(wanted.size(), 0);  // what a person was told of a model stays
    QCOMPARE(decoder_->model()->file, run_);
}

void tst_LiveModel::takesThemSeldomWhereThatIsSlow()
{
    drawLive();
    engine_.decoder->hold(true);
    step();
    QCOMPARE(loads(), 1);
    QElapsedTimer taking;
    taking.start();
    for (int i = 0; i < 3; ++i) step();
    QCOMPARE(loads(), 1);
    const qint64 cost = taking.elapsed();
    QSignalSpy changed(decoder_.get(), &DecoderController::modelChanged);
    engine_.decoder->hold(false);
    QTRY_COMPARE(changed.size(), 1);
    QElapsedTimer rest;
    rest.start();
    step();
    QCOMPARE(loads(), 1);
    // Of all those that came meanwhile only the last.
    QTRY_COMPARE_WITH_TIMEOUT(loads(), 2, 30000);
    QVERIFY2(rest.elapsed() >= 8 * cost, qPrintable(QString::number(rest.elapsed())));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(loads(), 2);
}

void tst_LiveModel::waitsUntilSomebodyLooks()
{
    drawLive();
    live_->setWatched(false);
    for (int i = 0; i < 2; ++i) step();
    QCOMPARE(loads(), 0);
    live_->setWatched(true);
    QCOMPARE(loads(), 1);
}

void tst_LiveModel::anotherModelIsLeftAlone()
{
    engine_.decoder->loads = 0;
    training_->start({}, run_);
    for (int i = 0; i < 2; ++i) step();
    QCOMPARE(loads(), 0);
}

void tst_LiveModel::whatAPersonChoseIsNotForgotten()
{
    drawLive();
    engine_.decoder->hold(true);
    decoder_->loadModel(QStringLiteral("wide"));
    step();
    engine_.decoder->hold(false);
    QTRY_COMPARE(decoder_->model()->name, std::string("wide"));
    step();
    QCOMPARE(loads(), 1);
    QCOMPARE(decoder_->model()->name, std::string("wide"));
}

void tst_LiveModel::aChosenLiveModelIsNotLoadedTwice()
{
    training_->start({}, run_);
    step();
    step();
    engine_.decoder->loads = 0;
    QSignalSpy changed(decoder_.get(), &DecoderController::modelChanged);
    decoder_->loadModel(QString::fromStdString(run_.string()));
    QTRY_COMPARE(changed.size(), 1);
    live_->setWatched(false);
    live_->setWatched(true);
    QCOMPARE(loads(), 1);
}

QTEST_GUILESS_MAIN(tst_LiveModel)
#include "tst_live_model.moc"
