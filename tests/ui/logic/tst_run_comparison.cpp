// Runs beside the watched one: ticked, filtered, read from the disk while they grow; and the band that runs of several seeds make.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "core/train/metrics_csv.h"
#include "ui/logic/run_comparison.h"
#include "ui/logic/seed_band.h"

using namespace sonoglyph;

class TestRunComparison : public QObject {
    Q_OBJECT
private:
    RunItem makeRun(const char* name, double alpha, int seed, int steps)
    {
        RunItem run;
        run.entry.folder = std::filesystem::path(folder_.path().toStdString()) / name;
        run.entry.config.alpha = alpha;
        run.entry.config.seed = std::uint64_t(seed);
        std::filesystem::create_directories(run.entry.folder);
        addSteps(run, 1, steps);
        return run;
    }
    static void addSteps(const RunItem& run, int from, int to)
    {
        auto writer = MetricsCsvWriter::open(run.entry.folder / "metrics.csv");
        QVERIFY(writer);
        for (int i = from; i <= to; ++i) QVERIFY(writer->add(StepMetrics{i, 1, 3.0 * i, 2.0 * i, 1.0 * i, 1, 0, 100}));
    }
    static std::vector<std::string> names(const std::vector<ChartedRun>& runs)
    {
        std::vector<std::string> all;
        for (const ChartedRun& run : runs) all.push_back(run.name.toStdString());
        return all;
    }
    static QModelIndex find(const RunComparison& list, const char* name)
    {
        return list.match(list.index(0), Qt::DisplayRole, QString::fromLatin1(name), 1, Qt::MatchExactly).value(0);
    }

    QTemporaryDir folder_;

private Q_SLOTS:
    void tickedRunsAreRead();
    void theFilterHidesFromListAndChart_data();
    void theFilterHidesFromListAndChart();
    void allListedAtOnce();
    void growingRunsAreReadAgain();
    void meanAndDeviation();
    void bandsOfUnequalCurves();
    void onlyTheSeedMayDiffer();
};

void TestRunComparison::tickedRunsAreRead()
{
    RunComparison list;
    const RunItem a = makeRun("a", 1, 1, 10), b = makeRun("b", 0.5, 1, 20), c = makeRun("c", 2, 1, 30);
    list.setRuns({a, b, c}, b.entry.folder);
    QCOMPARE(list.rowCount(), 2);  // not the watched one
    QVERIFY(list.chosen().empty());
    QSignalSpy changed(&list, &RunComparison::chosenChanged);
    QVERIFY(list.setData(find(list, "c"), Qt::Checked, Qt::CheckStateRole));
    QTRY_COMPARE(int(list.chosen().size()), 1);
    QVERIFY(changed.size() >= 2);
    QCOMPARE(list.chosen()[0].metrics->lastStep(), 30);
    QCOMPARE(list.chosen()[0].dash, 1);
    QCOMPARE(find(list, "c").data(RunComparison::DashRole).toInt(), 1);
    QCOMPARE(find(list, "a").data(RunComparison::DashRole).toInt(), -1);
    QVERIFY(list.setData(find(list, "a"), Qt::Checked, Qt::CheckStateRole));
    QTRY_COMPARE(names(list.chosen()), (std::vector<std::string>{"a", "c"}));
    QCOMPARE(list.chosen()[1].dash, 2);
    // Another one is watched: ticks stay.
    list.setRuns({a, b, c}, a.entry.folder);
    QTRY_COMPARE(names(list.chosen()), (std::vector<std::string>{"c"}));
    list.setRuns({a, b}, {});
    QTRY_COMPARE(names(list.chosen()), (std::vector<std::string>{"a"}));
}

void TestRunComparison::theFilterHidesFromListAndChart_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("left");
    QTest::newRow("none") << QString() << 3;
    QTest::newRow("name") << QStringLiteral("QUI") << 1;
    QTest::newRow("alpha") << QStringLiteral("alpha 0.5") << 2;
    QTest::newRow("several words") << QStringLiteral("seed 2 aivae") << 1;
    QTest::newRow("nothing has it") << QStringLiteral("zebra") << 0;
}

void TestRunComparison::theFilterHidesFromListAndChart()
{
    QFETCH(QString, filter);
    QFETCH(int, left);
    RunComparison list;
    list.setRuns({makeRun("quick", 1, 1, 3), makeRun("slow", 0.5, 1, 3), makeRun("other", 0.5, 2, 3)}, {});
    list.tickListed(true);
    QTRY_COMPARE(int(list.chosen().size()), 3);
    list.setFilter(filter);
    QCOMPARE(list.rowCount(), left);
    QCOMPARE(int(list.chosen().size()), left);
    list.setFilter({});
    QCOMPARE(int(list.chosen().size()), 3);
}

void TestRunComparison::allListedAtOnce()
{
    RunComparison list;
    QCOMPARE(list.listedState(), Qt::Unchecked);
    list.setRuns({makeRun("x1", 1, 1, 3), makeRun("x2", 1, 2, 3), makeRun("y", 1, 3, 3)}, {});
    list.setFilter(QStringLiteral("x"));
    list.tickListed(true);
    QCOMPARE(list.listedState(), Qt::Checked);
    list.setFilter({});
    QCOMPARE(list.listedState(), Qt::PartiallyChecked);
    list.tickListed(false);
    QVERIFY(list.chosen().empty());
}

void TestRunComparison::growingRunsAreReadAgain()
{
    RunComparison list;
    const RunItem run = makeRun("growing", 1, 1, 10);
    list.setRuns({run}, {});
    list.tickListed(true);
    QTRY_COMPARE(int(list.chosen().size()), 1);
    QSignalSpy changed(&list, &RunComparison::chosenChanged);
    addSteps(run, 11, 25);
    list.refresh();
    QTRY_COMPARE(list.chosen()[0].metrics->lastStep(), 25);
    QCOMPARE(changed.size(), 1);
    const auto generation = list.chosen()[0].metrics->generation();
    list.refresh();
    list.setActive(false);
    QTest::qWait(30);
    QCOMPARE(list.chosen()[0].metrics->generation(), generation);
    std::filesystem::remove_all(run.entry.folder);
    list.refresh();
    QTRY_VERIFY(list.chosen()[0].metrics->empty());
}

void TestRunComparison::meanAndDeviation()
{
    const SeedBand band = seedBand({{{1, 1}, {2, 10}}, {{1, 2}, {2, 20}}, {{1, 3}, {2, 30}}});
    QCOMPARE(band.mean, (QList<QPointF>{{1, 2}, {2, 20}}));
    QCOMPARE(band.low, (QList<QPointF>{{1, 1}, {2, 10}}));
    QCOMPARE(band.high, (QList<QPointF>{{1, 3}, {2, 30}}));
    // Smoothed first: the noise of batches is no deviation between seeds.
    QList<QPointF> up, down;
    for (int i = 0; i < 1000; ++i) {
        up.append({double(i), i % 2 ? 12.0 : 8.0});
        down.append({double(i), i % 2 ? 8.0 : 12.0});
    }
    QVERIFY(seedBand({up, down}).high.last().y() > 12);
    QVERIFY(seedBand({up, down}, 100).high.last().y() < 10.2);
}

void TestRunComparison::bandsOfUnequalCurves()
{
    const SeedBand band = seedBand({{{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {{0.5, 0.5}, {2.5, 2.5}}});
    QCOMPARE(band.mean, (QList<QPointF>{{1, 1}, {2, 2}}));
    QCOMPARE(band.high, band.mean);
    QVERIFY(seedBand({}).mean.isEmpty());
    QVERIFY(seedBand({{{1, 1}}}).mean.isEmpty());
    QVERIFY(seedBand({{{1, 1}}, {}}).mean.isEmpty());
    QVERIFY(seedBand({{{0, 1}, {1, 1}}, {{5, 1}, {6, 1}}}).mean.isEmpty());
}

void TestRunComparison::onlyTheSeedMayDiffer()
{
    RunConfig a, b;
    QVERIFY(!differBySeedOnly(a, b));
    b.seed = b.data.seed = 7;
    b.threads = 3;
    b.epochs = 5;
    QVERIFY(differBySeedOnly(a, b));
    b.alpha = 0.5;
    QVERIFY(!differBySeedOnly(a, b));
    b.alpha = a.alpha;
    // Where the rate falls until the last step, how long a run goes is part of what it is.
    a.rateSchedule = b.rateSchedule = RateSchedule::Cosine;
    QVERIFY(!differBySeedOnly(a, b));
}

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"
