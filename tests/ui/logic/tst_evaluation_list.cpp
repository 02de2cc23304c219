// Models evaluated one after another: each once, in order, with what went wrong in its place.
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/logic/evaluating_engine.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/evaluation_list.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;
using State = EvaluatedModel::State;

class tst_EvaluationList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        engine_ = std::make_unique<EvaluatingEngine>();
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        list_ = std::make_unique<EvaluationList>(*loader_);
    }

    void cleanup()
    {
        engine_->held = false;
        list_.reset();
        loader_.reset();
    }

    void waitsForTheEngine()
    {
        list_->toggle(u"reads-20"_s, u"Twenty"_s);
        QCOMPARE(int(list_->models()[0].state), int(State::Waiting));
        loader_->start();
        QTRY_COMPARE(int(list_->models()[0].state), int(State::Done));
        QCOMPARE(list_->models()[0].result->accuracy, 1.0);
        QVERIFY(list_->lenet());
        QCOMPARE(list_->lenet()->accuracy, 0.99);
    }

    void oneAfterAnother()
    {
        start();
        for (const QString& model : {u"reads-20"_s, u"reads-none"_s, u"reads-10"_s}) list_->toggle(model, model);
        QTRY_COMPARE(int(list_->models()[2].state), int(State::Done));
        QCOMPARE(int(list_->models()[0].state), int(State::Done));
        QCOMPARE(int(list_->models()[1].state), int(State::Failed));
        QVERIFY(list_->models()[1].trouble.contains(u"reads-none"_s));
        QVERIFY(!list_->differenceToFirst(0));
        QVERIFY(!list_->differenceToFirst(1));
        const auto difference = list_->differenceToFirst(2);
        QVERIFY(difference);
        QCOMPARE(difference->difference, 0.5);
    }

    void whatIsMeasuredIsKept()
    {
        start();
        list_->toggle(u"reads-20"_s, u"a"_s);
        QTRY_VERIFY(list_->models()[0].result);
        list_->toggle(u"reads-20"_s, u"a"_s);
        QVERIFY(list_->models().empty());
        list_->toggle(u"reads-20"_s, u"a"_s);
        QVERIFY(list_->models()[0].result);
        QCOMPARE(engine_->evaluated.load(), 1);
        list_->refresh();
        QTRY_VERIFY(list_->models()[0].result);
        QCOMPARE(engine_->evaluated.load(), 2);
    }

    void refreshForgetsEverything()
    {
        start();
        list_->toggle(u"reads-20"_s, u"a"_s);
        list_->toggle(u"reads-10"_s, u"b"_s);
        QTRY_COMPARE(int(list_->models()[1].state), int(State::Done));
        QCOMPARE(list_->differenceToFirst(1)->difference, 0.5);
        list_->toggle(u"reads-5"_s, u"c"_s);
        QTRY_COMPARE(int(list_->models()[2].state), int(State::Done));
        list_->toggle(u"reads-5"_s, u"c"_s);  // kept, but not in the list
        // The runs have gone on, and the data are others.
        engine_->better = 4;
        engine_->lenet = 0.9;
        list_->refresh();
        QVERIFY(!list_->lenet());
        QVERIFY(!list_->differenceToFirst(1));
        QTRY_COMPARE(int(list_->models()[1].state), int(State::Done));
        QCOMPARE(list_->models()[0].result->accuracy, 1.0);
        QCOMPARE(list_->models()[1].result->accuracy, 0.7);
        QVERIFY(std::abs(list_->differenceToFirst(1)->difference - 0.3) < 1e-9);
        QCOMPARE(list_->lenet()->accuracy, 0.9);
        const int before = engine_->evaluated;
        list_->toggle(u"reads-5"_s, u"c"_s);
        QTRY_COMPARE(int(list_->models()[2].state), int(State::Done));
        QCOMPARE(engine_->evaluated.load(), before + 1);
    }

    void aDifferenceIsOfThePresentReadings()
    {
        start();
        const auto again = [this](const QString& model) {  // to the end
            list_->toggle(model, model);
            list_->toggle(model, model);
        };
        list_->toggle(u"reads-20"_s, u"a"_s);
        list_->toggle(u"reads-10"_s, u"b"_s);
        QTRY_COMPARE(int(list_->models()[1].state), int(State::Done));
        QCOMPARE(list_->differenceToFirst(1)->difference, 0.5);
        again(u"reads-20"_s);
        engine_->better = 4;
        list_->refresh();
        QTRY_COMPARE(int(list_->models()[1].state), int(State::Done));
        again(u"reads-10"_s);
        QCOMPARE(list_->models()[0].key, u"reads-20"_s);
        QVERIFY(std::abs(list_->differenceToFirst(1)->difference - 0.3) < 1e-9);
    }

    void oneTakenAwayWhileItIsReadLetsTheNextIn()
    {
        start();
        engine_->held = true;
        list_->toggle(u"reads-20"_s, u"a"_s);
        list_->toggle(u"reads-10"_s, u"b"_s);
        QTRY_COMPARE(engine_->evaluated.load(), 1);
        list_->toggle(u"reads-20"_s, u"a"_s);
        QTRY_COMPARE(engine_->evaluated.load(), 2);  // it does not wait for what nobody wants
        engine_->held = false;
        QCOMPARE(list_->models().size(), std::size_t(1));
        QTRY_COMPARE(int(list_->models()[0].state), int(State::Done));
        QCOMPARE(list_->models()[0].result->accuracy, 0.5);
    }

private:
    void start()
    {
        loader_->start();
        QTRY_VERIFY(loader_->engine());
    }

    std::unique_ptr<EvaluatingEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<EvaluationList> list_;
};

QTEST_GUILESS_MAIN(tst_EvaluationList)
#include "tst_evaluation_list.moc"
