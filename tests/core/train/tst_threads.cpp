// Which threads compute: a thread's team is its own, and answers beside a training come from one thread.
#include <QProcess>
#include <QTest>

#include <thread>

#include <ATen/ATen.h>
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

    /// The limit is read when a process starts: this is another one.
    void noMoreThanTheLimit()
    {
        constexpr auto limit = "OMP_THREAD_LIMIT", inside = "SONOGLYPH_TEST_LIMITED";
        if (qEnvironmentVariableIsSet(inside)) {
            useThreads(2);
            QCOMPARE(at::get_num_threads(), 1);
            useThreadsToAnswer();
            QCOMPARE(at::get_num_threads(), 1);
            // Large enough for several threads: OpenBLAS would wait for one that never comes.
            const auto product = at::mm(at::ones({512, 512}), at::ones({512, 512}));
            QCOMPARE(product[511][511].item<float>(), 512.0F);
            return;
        }
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(limit), QStringLiteral("1"));
        environment.insert(QLatin1String(inside), QStringLiteral("1"));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(QTest::currentTestFunction())});
        QVERIFY(process.waitForFinished(20'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAllStandardOutput().constData());
    }
};

QTEST_GUILESS_MAIN(tst_Threads)
#include "tst_threads.moc"
