// Which threads compute: a thread's team is its own, and answers beside a training come from one thread.
#include <QTest>

#include <thread>

#include <ATen/Parallel.h>

#include "core/train/threads.h"

using namespace sonoglyph;

class tst_Threads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyThreadHasItsOwnTeam()
    {
        const int before = at::get_num_threads();
        int there = 0;
        std::thread([&] {
            useThreads(3);
            there = at::get_num_threads();
        }).join();
        QCOMPARE(there, 3);
        QCOMPARE(at::get_num_threads(), before);
    }

    void answersBesideATrainingUseOneThread()
    {
        useThreads(3);
        useThreadsToAnswer();
        QCOMPARE(at::get_num_threads(), 3);
        {
            const LongComputation one;
            {
                const LongComputation another;
                useThreadsToAnswer();
                QCOMPARE(at::get_num_threads(), 1);
            }
            useThreadsToAnswer();
            QCOMPARE(at::get_num_threads(), 1);
        }
        useThreadsToAnswer();
        QCOMPARE(at::get_num_threads(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_Threads)
#include "tst_threads.moc"
