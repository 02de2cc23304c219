// What people ask of a run reaches the thread that trains, which waits meanwhile where nothing is to be trained. Run under the thread
// sanitizer too.
#include <QTest>

#include <atomic>
#include <thread>

#include "core/train/run_control.h"

using namespace sonoglyph;

class tst_RunControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itTrainsUntilItIsPaused()
    {
        RunControl control;
        QVERIFY(!control.held());
        QCOMPARE(control.beginStep(), Networks::Both);
        control.epochEnded();
        QVERIFY(!control.held());
        control.pause();
        QVERIFY(control.held() && !control.stepping());
        QVERIFY(!control.beginStep());
        control.resume();
        QCOMPARE(control.beginStep(), Networks::Both);
    }

    void asManyStepsAsWereAskedFor()
    {
        RunControl control;
        control.pause();
        control.step(Networks::Generator);
        control.step(Networks::Discriminator);
        control.step();
        QCOMPARE(control.beginStep(), Networks::Generator);
        QCOMPARE(control.beginStep(), Networks::Discriminator);
        QVERIFY(!control.held());
        QCOMPARE(control.beginStep(), Networks::Both);
        QVERIFY(control.held() && control.stepping());
        QVERIFY(!control.beginStep());
    }

    void aPauseForgetsTheStepsThatWereLeft()
    {
        RunControl control;
        control.step();
        control.step();
        control.pause();
        QVERIFY(!control.beginStep());
        control.step();
        QVERIFY(control.beginStep());
        QVERIFY(!control.beginStep());
    }

    void anEpochEndsInAPause()
    {
        RunControl control;
        control.pause();
        control.epoch();
        for (int step = 0; step < 3; ++step) QCOMPARE(control.beginStep(), Networks::Both);
        control.epochEnded();
        QVERIFY(control.held() && !control.stepping());
    }

    void wishesAreTakenOnce()
    {
        RunControl control;
        control.change(RunChange::Field::Alpha, 0.5);
        control.change(RunChange::Field::LearningRate, 1e-4);
        control.snapshot();
        const RunWishes wishes = control.takeWishes();
        QCOMPARE(wishes.changes.size(), 2u);
        QCOMPARE(wishes.changes[0].value, 0.5);
        QCOMPARE(wishes.changes[1].field, RunChange::Field::LearningRate);
        QVERIFY(wishes.snapshot);
        QVERIFY(control.takeWishes().changes.empty() && !control.takeWishes().snapshot);
    }

    void waitingEnds_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("go on") << 0;
        QTest::newRow("a step") << 1;
        QTest::newRow("an epoch") << 2;
        QTest::newRow("a change") << 3;
        QTest::newRow("a snapshot") << 4;
        QTest::newRow("a stop") << 5;
    }

    void waitingEnds()
    {
        QFETCH(int, by);
        RunControl control;
        control.pause();
        std::jthread worker([&](const std::stop_token& stop) { control.wait(stop); });
        if (by == 0) control.resume();
        if (by == 1) control.step();
        if (by == 2) control.epoch();
        if (by == 3) control.change(RunChange::Field::Alpha, 1);
        if (by == 4) control.snapshot();
        if (by == 5) worker.request_stop();
        worker.join();
        QCOMPARE(control.held(), by >= 3);
    }

    void nothingIsLostBetweenThreads()
    {
        constexpr int steps = 2000;
        RunControl control;
        control.pause();
        std::atomic<int> made = 0, changes = 0;
        std::jthread worker([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                changes += int(control.takeWishes().changes.size());
                if (control.beginStep())
                    ++made;
                else
                    control.wait(stop);
            }
        });
        for (int i = 0; i < steps; ++i) {
            control.step();
            control.change(RunChange::Field::Alpha, i);
        }
        QTRY_COMPARE(made.load(), steps);
        QTRY_COMPARE(changes.load(), steps);
    }
};

QTEST_GUILESS_MAIN(tst_RunControl)
#include "tst_run_control.moc"
