// Intervals and tests against worked cases, and what the paired test promises: pairs of one recording do not count as evidence each.
#include <QTest>

#include "core/base/statistics.h"

using namespace sonoglyph;

class tst_Statistics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wilson_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // R: binom::binom.confint(x, n, methods = "wilson")
        QTest::newRow("half") << 5 << 10 << 0.2365931 << 0.7634069;
        QTest::newRow("all") << 10 << 10 << 0.7224672 << 1.0;
        QTest::newRow("none right") << 0 << 10 << 0.0 << 0.2775328;
        QTest::newRow("many") << 9420 << 10000 << 0.9372482 << 0.9464163;
        QTest::newRow("nothing counted") << 0 << 0 << 0.0 << 1.0;
    }

    void wilson()
    {
        QFETCH(int, right);
        QFETCH(int, count);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = wilsonInterval(right, count);
        QVERIFY2(std::abs(interval[0] - low) < 2e-5, qPrintable(QString::number(interval[0], 'g', 9)));
        QVERIFY2(std::abs(interval[1] - high) < 2e-5, qPrintable(QString::number(interval[1], 'g', 9)));
    }

    void spread()
    {
        const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
        QCOMPARE(spreadOf(values).mean, 5.0);
        QVERIFY(std::abs(spreadOf(values).deviation - std::sqrt(32.0 / 7)) < 1e-12);
        QCOMPARE(spreadOf(std::vector<double>{3}).deviation, 0.0);
        QCOMPARE(spreadOf({}).mean, 0.0);
    }

    void equalModelsDoNotDiffer()
    {
        const std::vector<RecordingDifference> same(30, {50, 0});
        const auto d = pairedDifference(same);
        QCOMPARE(d.difference, 0.0);
        QCOMPARE(d.interval[0], 0.0);
        QCOMPARE(d.interval[1], 0.0);
        QCOMPARE(d.p, 1.0);
    }

    void oneRecordingIsNoEvidence()
    {
        // Fifty pairs of one recording, all won: by chance one half of all signs would be as large.
        std::vector<RecordingDifference> recordings(20, {50, 0});
        recordings[3].won = 50;
        const auto d = pairedDifference(recordings);
        QCOMPARE(d.difference, 0.05);
        QVERIFY(d.p > 0.9);
        QVERIFY(d.interval[0] < 0 && d.interval[1] > 0.05);
    }

    void manyRecordingsAre()
    {
        const std::vector<RecordingDifference> won(20, {10, 5});
        const auto d = pairedDifference(won);
        QCOMPARE(d.difference, 0.5);
        QVERIFY(d.p < 0.001);
        QCOMPARE(d.interval, (std::array{0.5, 0.5}));  // all recordings agree
        const std::vector<RecordingDifference> lost(20, {10, -5});
        QCOMPARE(pairedDifference(lost).difference, -0.5);
        QCOMPARE(pairedDifference(lost).p, d.p);
    }

    void thePValueIsThatOfAllSigns()
    {
        // Five recordings of one pair each, all won: of 32 signs two are as large.
        const std::vector<RecordingDifference> five(5, {1, 1});
        QVERIFY(std::abs(pairedDifference(five).p - 2.0 / 32) < 0.01);
        QCOMPARE(pairedDifference(five, 7).p, pairedDifference(five, 7).p);
    }

    void nothingToCompare()
    {
        const auto d = pairedDifference({});
        QCOMPARE(d.p, 1.0);
        QCOMPARE(d.recordings, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(tst_Statistics)
#include "tst_statistics.moc"
