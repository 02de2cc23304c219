// The runs on disk as the list shows them: their state from what lies in their folders.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/train/metrics_csv.h"
#include "ui/logic/run_list.h"

using namespace sonoglyph;

namespace {

/// A run as the core leaves it behind.
void makeRun(const std::filesystem::path& folder, const RunConfig& config, int epochs)
{
    auto run = RunFolder::create(folder, config);
    QVERIFY(run);
    auto metrics = MetricsCsvWriter::open(run->metricsFile());
    QVERIFY(metrics);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        QVERIFY(metrics->add(StepMetrics{epoch * 10, epoch, 3, 2, 1, 1, 0, 100}));
        QVERIFY(metrics->add(EpochMetrics{epoch, epoch * 10, 3, 2, 1, 3, 2, 1, 0.925, 0.95, 12, 0}));
        QFile file(run->epochCheckpoint(epoch));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(run->setLatest(run->epochCheckpoint(epoch)));
    }
}

RunConfig tenEpochs()
{
    RunConfig config;
    config.epochs = 10;
    return config;
}

}  // namespace

class TestRunList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void runningRun();
    void refreshTellsTheNewest();
    void missingFolder();
};

void TestRunList::states_data()
{
    QTest::addColumn<int>("epochs");
    QTest::addColumn<qint64>("maxSteps");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no checkpoint") << 0 << qint64(0) << int(RunItem::State::Empty) << QStringLiteral("checkpoint");
    QTest::newRow("stopped") << 3 << qint64(0) << int(RunItem::State::Resumable) << QStringLiteral("step 30");
    QTest::newRow("all epochs") << 10 << qint64(0) << int(RunItem::State::Finished) << QStringLiteral("92.5 %");
    QTest::newRow("all steps") << 2 << qint64(20) << int(RunItem::State::Finished) << QStringLiteral("finished");
    QTest::newRow("some steps") << 2 << qint64(25) << int(RunItem::State::Resumable) << QStringLiteral("stopped");
}

void TestRunList::states()
{
    QFETCH(int, epochs);
    QFETCH(qint64, maxSteps);
    QFETCH(int, state);
    QFETCH(QString, detail);
    const QTemporaryDir runs;
    RunConfig config = tenEpochs();
    config.maxSteps = maxSteps;
    const std::filesystem::path folder = runs.filePath(QStringLiteral("one")).toStdString();
    makeRun(folder, config, epochs);
    RunList list;
    QSignalSpy refreshed(&list, &RunList::refreshed);
    list.refresh(runs.path());
    QVERIFY(refreshed.wait());
    QCOMPARE(list.rowCount(), 1);
    const QModelIndex index = list.index(0);
    QCOMPARE(int(list.item(index)->state), state);
    QCOMPARE(list.item(index)->step, epochs * 10);
    QCOMPARE(index.data().toString(), QStringLiteral("one"));
    QVERIFY2(index.data(RunList::DetailRole).toString().contains(detail), qPrintable(index.data(RunList::DetailRole).toString()));
    QCOMPARE(list.indexOf(folder), index);
    QVERIFY(!list.indexOf(folder / "other").isValid());
}

void TestRunList::runningRun()
{
    const QTemporaryDir runs;
    const auto run = RunFolder::create(runs.filePath(QStringLiteral("one")).toStdString(), tenEpochs());
    QVERIFY(run);
    const auto items = RunList::read(runs.path().toStdString());
    QCOMPARE(items.size(), 1u);
    QCOMPARE(items[0].state, RunItem::State::Running);
}

void TestRunList::refreshTellsTheNewest()
{
    const QTemporaryDir runs, none;
    makeRun(runs.filePath(QStringLiteral("one")).toStdString(), tenEpochs(), 1);
    RunList list;
    QVERIFY(!list.loaded());
    list.refresh(none.path());
    list.refresh(runs.path());
    QTRY_COMPARE(list.rowCount(), 1);
    list.refresh(runs.path());
    list.refresh(none.path());
    QTRY_COMPARE(list.rowCount(), 0);
    QVERIFY(list.loaded());
}

void TestRunList::missingFolder()
{
    RunList list;
    QSignalSpy refreshed(&list, &RunList::refreshed);
    list.refresh(QStringLiteral("/nowhere/at/all"));
    QVERIFY(refreshed.wait());
    QCOMPARE(list.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestRunList)
#include "tst_run_list.moc"
