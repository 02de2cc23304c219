// The runs on disk as the list shows them: their state from what lies in their folders.
#include <QDir>
#include <QElapsedTimer>
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
    void runsOfOtherProgramsShowByThemselves();
    void whatIsWatchedKeepsItsPlace();
    void nothingIsReadWhileItDoesNotWatch();
    void hundredsOfRunsOpenAtOnce();
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

void TestRunList::runsOfOtherProgramsShowByThemselves()
{
    const QTemporaryDir parent;
    const QString runs = parent.filePath(QStringLiteral("runs"));  // not there yet
    RunList list;
    list.watch(true);
    list.refresh(runs);
    QTRY_VERIFY(list.loaded());
    QDir().mkpath(runs);
    {
        const auto run = RunFolder::create((runs + QStringLiteral("/one")).toStdString(), tenEpochs());
        QTRY_COMPARE(list.rowCount(), 1);
        QTRY_COMPARE(list.items()[0].state, RunItem::State::Running);
    }
    QTRY_COMPARE(list.items()[0].state, RunItem::State::Empty);
    makeRun((runs + QStringLiteral("/two")).toStdString(), tenEpochs(), 2);
    QTRY_COMPARE(list.rowCount(), 2);
}

void TestRunList::whatIsWatchedKeepsItsPlace()
{
    const QTemporaryDir runs;
    for (const char* name : {"one", "two", "three"}) makeRun(runs.filePath(QLatin1String(name)).toStdString(), tenEpochs(), 1);
    RunList list;
    list.refresh(runs.path());
    QTRY_COMPARE(list.rowCount(), 3);
    const QPersistentModelIndex last = list.index(2);
    const QString name = last.data().toString();
    QSignalSpy reset(&list, &RunList::modelReset), changed(&list, &RunList::dataChanged), refreshed(&list, &RunList::refreshed);
    {
        auto metrics = MetricsCsvWriter::open(runs.filePath(name + QStringLiteral("/metrics.csv")).toStdString());
        QVERIFY(metrics->add(StepMetrics{11, 2, 3, 2, 1, 1, 0, 100}));
    }
    list.refresh(runs.path());
    QVERIFY(refreshed.wait());
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QVERIFY(last.isValid());
    QCOMPARE(last.data().toString(), name);
    QCOMPARE(list.item(last)->step, 11);
}

void TestRunList::nothingIsReadWhileItDoesNotWatch()
{
    const QTemporaryDir runs;
    RunList list;
    list.watch(true);
    list.refresh(runs.path());
    QTRY_VERIFY(list.loaded());
    list.watch(false);
    QSignalSpy refreshed(&list, &RunList::refreshed);
    makeRun(runs.filePath(QStringLiteral("one")).toStdString(), tenEpochs(), 1);
    QVERIFY(!refreshed.wait(2500));
    list.watch(true);
    QTRY_COMPARE(list.rowCount(), 1);
}

/// 300 runs of 20,000 steps: 1.5 GB of metrics.
void TestRunList::hundredsOfRunsOpenAtOnce()
{
    const QTemporaryDir runs;
    makeRun(runs.filePath(QStringLiteral("0")).toStdString(), tenEpochs(), 3);
    {
        auto metrics = MetricsCsvWriter::open(runs.filePath(QStringLiteral("0/metrics.csv")).toStdString());
        for (int step = 31; step <= 20000; ++step) {
            QVERIFY(metrics->add(StepMetrics{step, 3 + step / 469, 1.0 / 3 * step, 2.0 / 3, 1e-3 / 7, 1, step * 0.7, 212.5 / 3}));
            if (step % 469 == 0) QVERIFY(metrics->add(EpochMetrics{3 + step / 469, step, 3, 2, 1, 3, 2, 1, 0.925, 0.95, 12, 0}));
        }
    }
    std::error_code failed;
    for (int run = 1; run < 300; ++run) {
        const auto from = std::filesystem::path(runs.filePath(QStringLiteral("0")).toStdString());
        const auto to = std::filesystem::path(runs.filePath(QString::number(run)).toStdString());
        std::filesystem::create_directories(to / "checkpoints");
        for (const char* file : {"config.json", "latest", "checkpoints/epoch-0003.safetensors"})
            std::filesystem::copy_file(from / file, to / file, failed);
        std::filesystem::create_hard_link(from / "metrics.csv", to / "metrics.csv", failed);
    }
    QElapsedTimer timer;
    timer.start();
    const auto items = RunList::read(runs.path().toStdString());
    const auto milliseconds = timer.elapsed();
    QCOMPARE(items.size(), 300u);
    QCOMPARE(items[250].step, 20000);
    QVERIFY(items[250].epoch && items[250].epoch->step == 469 * 42);
    qInfo("300 runs read in %lld ms", milliseconds);
    QVERIFY2(milliseconds < 1000, qPrintable(QString::number(milliseconds)));
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
