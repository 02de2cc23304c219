// Runs wait for their turn, in an order that a person decides; closing the program loses none.
#include <fstream>

#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/train/run_folder.h"
#include "tests/ui/logic/fake_training.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/run_queue.h"
#include "ui/logic/training_controller.h"

using namespace sonoglyph;
using namespace sonoglyph::test;
using State = TrainingController::State;

class TestRunQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        engine_ = std::make_unique<FakeEngine>();
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        loader_->start();
        QTRY_COMPARE(loader_->state(), EngineLoader::State::Ready);
        training_ = std::make_unique<TrainingController>(*loader_);
        open();
    }
    void cleanup()
    {
        queue_.reset();
        training_.reset();
        QCOMPARE(FakeSession::alive.load(), 0);
    }

    void oneAfterAnother()
    {
        engine_->script.steps = 3;
        QSignalSpy started(queue_.get(), &RunQueue::started);
        queue_->add({run("a", 0.2), run("b", 0.5), run("c", 1)});
        QTRY_COMPARE(engine_->trained, 3);
        QTRY_COMPARE(training_->state(), State::Finished);
        QCOMPARE(started.size(), 3);
        QCOMPARE(started[1][0].toString(), QStringLiteral("b"));
        QCOMPARE(engine_->config.alpha, 1.0);
        QCOMPARE(engine_->run, std::filesystem::path(folder_->filePath(QStringLiteral("c")).toStdString()));
        QCOMPARE(queue_->rowCount(), 0);
    }

    void aRunThatFailsLetsTheNextOneStart()
    {
        engine_->script.steps = 1;
        engine_->script.runError = Error{Errc::Diverged, {"diverged", {}}, {}};
        queue_->add({run("a", 1), run("b", 2)});
        QTRY_COMPARE(engine_->trained, 2);
        QTRY_COMPARE(training_->state(), State::Failed);
    }

    void sideBySideTheOthersAreProgramsOfTheirOwn()
    {
        // Says what it was asked for, writes into the run's folder, and ends when it is told to.
        program("#!/bin/sh\necho \"$@\" > \"$3/asked\"\ntrap 'echo stopped > \"$3/ended\"; exit 130' TERM\nwhile :; do sleep 0.05; done\n");
        engine_->script.endless = true;
        QSignalSpy inside(queue_.get(), &RunQueue::started), beside(queue_.get(), &RunQueue::startedBeside);
        QSignalSpy ended(&queue_->beside(), &SideRuns::ended);
        queue_->setSideBySide(2);
        queue_->add({run("a", 0.2), run("b", 0.5), run("c", 1)});
        QCOMPARE(inside.size(), 1);
        QCOMPARE(beside.size(), 1);
        QCOMPARE(queue_->names(), QStringList{QStringLiteral("c")});
        const auto folder = path("b");
        QTRY_VERIFY(std::filesystem::exists(folder / "asked"));
        QCOMPARE(content(folder / "asked"), "train --resume " + folder.string() + "\n");
        QTRY_VERIFY(engine_->trained == 1);
        // They divide the four cores.
        QCOMPARE(engine_->config.threads, 2);
        QCOMPARE(RunFolder::openForReading(folder)->config().threads, 2);
        QVERIFY(queue_->beside().holds(folder));

        queue_->stopBeside(folder);
        QVERIFY(queue_->held());
        QVERIFY(queue_->beside().stopping(folder));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][1].toString(), QString());
        QCOMPARE(content(folder / "ended"), std::string("stopped\n"));
        QCOMPARE(queue_->rowCount(), 1);
        queue_->setHeld(false);
        QCOMPARE(beside.size(), 2);
        QTRY_VERIFY(std::filesystem::exists(path("c") / "asked"));
        queue_.reset();  // the program ends: so do they, with a checkpoint
        QVERIFY(std::filesystem::exists(path("c") / "ended"));
    }

    void aProgramThatFailsSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a sentence") << QByteArray("#!/bin/sh\necho first >&2\necho 'sonoglyph-cli: The disk is full.' >&2\nexit 1\n")
                                    << QStringLiteral("The disk is full.");
        QTest::newRow("killed") << QByteArray("#!/bin/sh\nkill -KILL $$\n") << QStringLiteral("signal 9");
        QTest::newRow("finished") << QByteArray("#!/bin/sh\nexit 0\n") << QString();
        QTest::newRow("missing") << QByteArray() << QStringLiteral("no program");
    }

    void aProgramThatFailsSaysWhy()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, reason);
        program(script);
        engine_->script.endless = true;
        QSignalSpy ended(&queue_->beside(), &SideRuns::ended), beside(queue_.get(), &RunQueue::startedBeside);
        queue_->setSideBySide(2);
        queue_->add({run("a", 0.2), run("b", 0.5), run("c", 1)});
        QTRY_COMPARE(ended.size(), 2);  // one that failed lets the next one start
        QCOMPARE(beside.size(), 2);
        for (const auto& end : ended)
            QVERIFY2(reason.isEmpty() ? end[1].toString().isEmpty() : end[1].toString().contains(reason), qPrintable(end[1].toString()));
    }

    void fewerAtATimeLetThoseThatTrainGoOn()
    {
        program("#!/bin/sh\nexec sleep 600\n");
        engine_->script.endless = true;
        queue_->setSideBySide(9);
        QCOMPARE(queue_->sideBySide(), 4);
        queue_->add({run("a", 1), run("b", 1), run("c", 1)});
        QCOMPARE(queue_->beside().count(), 2);
        queue_->setSideBySide(0);
        QCOMPARE(queue_->sideBySide(), 1);
        QCOMPARE(queue_->beside().count(), 2);
        queue_->add({run("d", 1)});
        QCOMPARE(queue_->rowCount(), 1);
    }

    void aStopHoldsTheQueue()
    {
        engine_->script.endless = true;
        queue_->add({run("a", 1), run("b", 2)});
        QTRY_COMPARE(training_->state(), State::Running);
        QSignalSpy held(queue_.get(), &RunQueue::heldChanged);
        training_->stop();
        QTRY_COMPARE(training_->state(), State::Finished);
        QCOMPARE(held.size(), 1);
        QTest::qWait(20);
        QCOMPARE(engine_->trained, 1);
        queue_->setHeld(false);
        QTRY_COMPARE(engine_->trained, 2);
    }

    void theOrderIsAPersons_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("order");
        QTest::newRow("run next") << 3 << 0 << "dabc";
        QTest::newRow("down") << 0 << 1 << "bacd";
        QTest::newRow("to the end") << 0 << 3 << "bcda";
        QTest::newRow("up") << 2 << 1 << "acbd";
        QTest::newRow("nowhere") << 1 << 1 << "abcd";
        QTest::newRow("out of range") << 1 << 9 << "abcd";
    }

    void theOrderIsAPersons()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, order);
        fill();
        queue_->move(from, to);
        QCOMPARE(queue_->names().join(QString()), order);
    }

    void dragged_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("to the front") << 2 << 0 << "cabd";
        QTest::newRow("behind the next") << 0 << 2 << "bacd";
        QTest::newRow("below the last") << 1 << -1 << "acdb";
        QTest::newRow("where it is") << 1 << 2 << "abcd";
    }

    void dragged()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QString, order);
        fill();
        const std::unique_ptr<QMimeData> data(queue_->mimeData({queue_->index(from)}));
        QVERIFY(!queue_->dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
        QCOMPARE(queue_->names().join(QString()), order);
    }

    void closingTheProgramLosesNone()
    {
        fill();
        queue_->remove(1);
        const auto before = queue_->runs();
        queue_->waitForDisk();
        open();
        QTRY_COMPARE(queue_->runs(), before);
        QVERIFY(queue_->held());  // until a person lets it go on
        QCOMPARE(engine_->trained, 0);
        engine_->script.steps = 1;
        queue_->setHeld(false);
        QTRY_COMPARE(engine_->trained, 3);
        queue_->waitForDisk();
        QVERIFY(!QFile::exists(folder_->filePath(QStringLiteral("queue.json"))));
    }

    void anEmptiedQueueIsNotHeld()
    {
        fill();
        while (queue_->rowCount() > 0) queue_->remove(0);
        QVERIFY(!queue_->held());
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no runs") << QByteArray("{\"format\": 1}");
        QTest::newRow("newer") << QByteArray("{\"format\": 2, \"runs\": []}");
        QTest::newRow("a configuration that is none")
            << QByteArray("{\"format\": 1, \"runs\": [{\"name\": \"a\", \"config\": {\"alpha\": -1}}]}");
    }

    void damageIsSaid()
    {
        QFETCH(QByteArray, text);
        QFile file(folder_->filePath(QStringLiteral("queue.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        queue_ = std::make_unique<RunQueue>(*training_);
        QSignalSpy failed(queue_.get(), &RunQueue::failed);
        queue_->setFolder(folder_->path());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("queue.json")));
        QCOMPARE(queue_->rowCount(), 0);
    }

    void aRowTellsWhatItWillTrain()
    {
        fill();
        const QString detail = queue_->index(1).data(RunQueue::DetailRole).toString();
        for (const char* word : {"AIVAE", "fsdd", "0.5", "seed 1"}) QVERIFY2(detail.contains(QLatin1String(word)), qPrintable(detail));
    }

private:
    void open()
    {
        queue_ = std::make_unique<RunQueue>(*training_, 4, path("no program"));
        queue_->setFolder(folder_->path());
        QTRY_VERIFY(queue_->loaded());
    }

    /// What takes the place of sonoglyph-cli.
    void program(const QByteArray& script)
    {
        if (script.isEmpty()) return;
        QFile file(folder_->filePath(QStringLiteral("no program")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    std::filesystem::path path(const char* name) const { return folder_->filePath(QString::fromLatin1(name)).toStdString(); }
    static std::string content(const std::filesystem::path& file)
    {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static QueuedRun run(const char* name, double alpha)
    {
        QueuedRun run{QString::fromLatin1(name), {}};
        run.config.alpha = alpha;
        return run;
    }

    /// a, b, c, d, held.
    void fill()
    {
        queue_->setHeld(true);
        queue_->add({run("a", 0.2), run("b", 0.5), run("c", 1), run("d", 2)});
        QCOMPARE(queue_->rowCount(), 4);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<TrainingController> training_;
    std::unique_ptr<RunQueue> queue_;
};

QTEST_GUILESS_MAIN(TestRunQueue)
#include "tst_run_queue.moc"
