#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "core/base/parallel.h"

using namespace sonoglyph;

class tst_Parallel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIndexOnce_data();
    void everyIndexOnce();
    void exceptionsComeOut();
    void stops();
    void threads();
};

void tst_Parallel::everyIndexOnce_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("threads");
    for (const int count : {0, 1, 2, 1000}) {
        for (const int threads : {0, 1, 2, 7}) QTest::addRow("%d on %d", count, threads) << count << threads;
    }
}

void tst_Parallel::everyIndexOnce()
{
    QFETCH(int, count);
    QFETCH(int, threads);
    std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
    QVERIFY(parallelFor(calls.size(), threads, [&](std::size_t i) { ++calls[i]; }));
    for (const auto& n : calls) QCOMPARE(n.load(), 1);
}

void tst_Parallel::exceptionsComeOut()
{
    std::atomic<int> calls{0};
    const auto work = [&](std::size_t i) {
        ++calls;
        if (i == 10) throw std::runtime_error("ten");
    };
    for (const int threads : {1, 4}) {
        calls = 0;
        QVERIFY_EXCEPTION_THROWN(parallelFor(1000000, threads, work), std::runtime_error);
        QVERIFY(calls < 1000000);
    }
}

void tst_Parallel::stops()
{
    std::stop_source stop;
    std::atomic<int> calls{0};
    QVERIFY(!parallelFor(
        1000000, 3,
        [&](std::size_t) {
            if (++calls == 100) stop.request_stop();
        },
        stop.get_token()));
    QVERIFY(calls < 1000000);
    QVERIFY(!parallelFor(
        1, 1, [](std::size_t) {}, stop.get_token()));
    // Stopping during the last call comes too late: everything is done.
    std::stop_source late;
    QVERIFY(parallelFor(
        1, 1, [&](std::size_t) { late.request_stop(); }, late.get_token()));
}

void tst_Parallel::threads()
{
    QCOMPARE(threadCount(3), 3);
    QVERIFY(threadCount(0) >= 1);
    QVERIFY(threadCount(-1) >= 1);
}

QTEST_GUILESS_MAIN(tst_Parallel)
#include "tst_parallel.moc"
