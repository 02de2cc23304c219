#include <QTest>

#include <algorithm>

#include "core/data/sampler.h"

using namespace sonoglyph;

class tst_Sampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void epochsCoverEverything_data();
    void epochsCoverEverything();
    void anyStepAtOnce();
    void epochsAndSeedsDiffer();
};

void tst_Sampler::epochsCoverEverything_data()
{
    QTest::addColumn<int>("pairs");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("last");
    QTest::newRow("paper") << 60000 << 128 << 469 << 96;
    QTest::newRow("exact") << 256 << 128 << 2 << 128;
    QTest::newRow("one left over joins") << 257 << 128 << 2 << 129;
    QTest::newRow("two left over stay") << 258 << 128 << 3 << 2;
    QTest::newRow("fewer than a batch") << 5 << 128 << 1 << 5;
    QTest::newRow("one pair") << 1 << 128 << 1 << 1;
    QTest::newRow("one more than a batch") << 129 << 128 << 1 << 129;
    QTest::newRow("batch of one") << 3 << 1 << 3 << 1;
    QTest::newRow("batch of two, odd") << 7 << 2 << 3 << 3;
    QTest::newRow("nothing") << 0 << 128 << 0 << 0;
}

void tst_Sampler::epochsCoverEverything()
{
    QFETCH(int, pairs);
    QFETCH(int, batch);
    QFETCH(int, steps);
    QFETCH(int, last);
    Sampler sampler(std::uint32_t(pairs), batch, 1);
    QCOMPARE(sampler.stepsPerEpoch(), steps);
    std::int64_t step = 0;
    for (int epoch = 1; epoch <= 3; ++epoch) {
        std::vector<std::uint32_t> seen;
        for (int i = 1; i <= steps; ++i) {
            QCOMPARE(sampler.epochOf(++step), epoch);
            const auto indices = sampler.batch(step);
            QCOMPARE(int(indices.size()), i < steps ? batch : last);
            seen.insert(seen.end(), indices.begin(), indices.end());
        }
        QCOMPARE(int(seen.size()), pairs);
        std::sort(seen.begin(), seen.end());
        for (std::size_t i = 0; i < seen.size(); ++i) QCOMPARE(std::size_t(seen[i]), i);
    }
}

void tst_Sampler::anyStepAtOnce()
{
    Sampler forward(1000, 64, 9);
    std::vector<std::vector<std::uint32_t>> batches;
    for (std::int64_t step = 1; step <= 50; ++step) {
        const auto indices = forward.batch(step);
        batches.emplace_back(indices.begin(), indices.end());
    }
    for (const std::int64_t step : {50, 17, 1, 33, 16, 32}) {
        Sampler resumed(1000, 64, 9);
        const auto indices = resumed.batch(step);
        QVERIFY(std::equal(indices.begin(), indices.end(), batches[std::size_t(step - 1)].begin(), batches[std::size_t(step - 1)].end()));
    }
}

void tst_Sampler::epochsAndSeedsDiffer()
{
    Sampler a(1000, 1000, 1), b(1000, 1000, 2);
    const auto copy = [](std::span<const std::uint32_t> indices) { return std::vector<std::uint32_t>(indices.begin(), indices.end()); };
    QVERIFY(copy(a.batch(1)) != copy(a.batch(2)));
    QVERIFY(copy(a.batch(1)) != copy(b.batch(1)));
    QVERIFY(copy(a.batch(2)) != copy(b.batch(1)));
}

QTEST_GUILESS_MAIN(tst_Sampler)
#include "tst_sampler.moc"
