#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

#include "core/base/progress.h"

using namespace sonoglyph;

class tst_Progress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyHundredthIsToldOnce();
    void everyJobBeginsAnew();
    void fromSeveralThreads();
};

void tst_Progress::everyHundredthIsToldOnce()
{
    std::vector<double> told;
    const Progress progress = everyHundredth([&](const Message&, double fraction) { told.push_back(fraction); });
    for (int i = 0; i <= 4096; ++i) progress({}, i / 4096.0);
    QCOMPARE(told.size(), 101u);
    QCOMPARE(told.front(), 0.0);
    QCOMPARE(told.back(), 1.0);
}

void tst_Progress::everyJobBeginsAnew()
{
    int told = 0;
    for (int job = 0; job < 2; ++job) {
        const Progress progress = everyHundredth([&](const Message&, double) { ++told; });
        progress({}, 0.5);
        const Progress copy = progress;  // as a std::function is passed on
        copy({}, 0.5);
    }
    QCOMPARE(told, 2);
}

/// The hundredths of two threads may come mixed, but none of 40,000 calls is told beyond a change.
void tst_Progress::fromSeveralThreads()
{
    std::atomic<int> told = 0, done = 0;
    const Progress progress = everyHundredth([&](const Message&, double) { ++told; });
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 2; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 20'000; ++i) progress({}, ++done / 40'000.0);
            });
    }
    QVERIFY(told >= 101);
    QVERIFY(told < 20'000);
}

QTEST_GUILESS_MAIN(tst_Progress)
#include "tst_progress.moc"
