// Following a metrics.csv that grows comes to the same rows as reading all of it.
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

#include "core/base/temporary_folder.h"
#include "core/train/metrics_csv.h"
#include "core/train/metrics_tail.h"
#include "core/train/sample_metrics.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_MetricsTail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<TemporaryFolder>(); }

    void onlyWhatIsNewIsTold()
    {
        MetricsTail tail(file());
        QVERIFY(tail.read()->empty());  // no file yet
        auto writer = MetricsCsvWriter::open(file());
        QVERIFY(tail.read()->empty());  // the header alone
        QVERIFY(writer->add(step(1)) && writer->add(step(2)) && writer->add(epoch(1)));
        const auto first = tail.read();
        QVERIFY(!first->anew);
        QCOMPARE(first->steps.size(), 2u);
        QCOMPARE(first->epochs.size(), 1u);
        QVERIFY(tail.read()->empty());
        QVERIFY(writer->add(step(3)));
        const auto second = tail.read();
        QCOMPARE(second->steps.size(), 1u);
        QVERIFY(same(second->steps[0], step(3)));
        QVERIFY(second->epochs.empty());
    }

    /// Whatever piece of the file is there when it is read.
    void streamingEqualsWhole_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 7, 64, 1000, 100000}) QTest::addRow("%d bytes at a time", bytes) << bytes;
    }

    void streamingEqualsWhole()
    {
        QFETCH(int, bytes);
        write(40);
        const std::string whole = TemporaryFolder::content(file());
        const auto table = readMetricsCsv(file());
        const fs::path grows = *folder_ / "grows.csv";
        MetricsTail tail(grows);
        MetricsTable read;
        for (std::size_t done = 0; done < whole.size(); done += std::size_t(bytes)) {
            std::ofstream(grows, std::ios::binary | std::ios::app) << whole.substr(done, std::size_t(bytes));
            take(tail, read);
        }
        verifySame(read, *table);
    }

    void aWriterBesideItLosesNothing()
    {
        MetricsTail tail(file());
        MetricsTable read;
        std::atomic<bool> ended = false;
        std::jthread writer([&] {
            write(3000);
            ended = true;
        });
        while (!ended) take(tail, read);
        take(tail, read);
        verifySame(read, *readMetricsCsv(file()));
    }

    /// A run that goes on from an earlier checkpoint cuts its rows and writes them again.
    void aFileThatIsCutIsToldAnew_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("replaced") << true;
        QTest::newRow("cut in its place") << false;
    }

    void aFileThatIsCutIsToldAnew()
    {
        QFETCH(bool, replaced);
        write(20);
        MetricsTail tail(file());
        MetricsTable read;
        take(tail, read);
        if (replaced)
            QVERIFY(truncateMetricsCsv(file(), 5, 0));
        else
            fs::resize_file(file(), fs::file_size(file()) / 2);
        auto writer = MetricsCsvWriter::open(file());
        const auto news = tail.read();
        QVERIFY(news->anew);
        read = {news->steps, news->epochs, {}};
        QVERIFY(writer->add(step(6)));
        take(tail, read);
        verifySame(read, *readMetricsCsv(file()));
    }

    void aFileThatIsGoneIsToldAnew()
    {
        write(2);
        MetricsTail tail(file());
        QCOMPARE(tail.read()->steps.size(), 2u);
        fs::remove(file());
        QVERIFY(tail.read()->anew);
        QVERIFY(tail.read()->empty());
        write(1);
        QCOMPARE(tail.read()->steps.size(), 1u);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no header") << QByteArray("nothing of ours\n");
        QTest::newRow("no number") << QByteArray("scope,epoch,step\nstep,1,one\n");
        QTest::newRow("too few cells") << QByteArray("scope,epoch,step\nstep,1\n");
        QTest::newRow("no scope") << QByteArray("scope,epoch,step\nweek,1,1\n");
    }

    void damage()
    {
        QFETCH(QByteArray, text);
        folder_->put("metrics.csv", text.toStdString());
        MetricsTail tail(file());
        for (int i = 0; i < 2; ++i) QCOMPARE(tail.read().error().code, Errc::Corrupt);
        write(1);
        QCOMPARE(tail.read()->steps.size(), 1u);
    }

    void theLastRows_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<QByteArray>("torn");
        for (const int steps : {0, 1, 9, 10, 11, 25, 2000}) QTest::addRow("%d steps", steps) << steps << QByteArray();
        QTest::newRow("a torn row") << 12 << QByteArray("step,2,13,0.");
        QTest::newRow("a long torn row") << 12 << QByteArray(200000, 'x');
    }

    void theLastRows()
    {
        QFETCH(int, steps);
        QFETCH(QByteArray, torn);
        write(steps);
        std::ofstream(file(), std::ios::app) << torn.toStdString();
        const LastMetrics last = readLastMetrics(file());
        QCOMPARE(last.step.has_value(), steps > 0);
        if (last.step) QVERIFY(same(*last.step, step(steps)));
        QCOMPARE(last.epoch.has_value(), steps >= 10);
        if (last.epoch) QVERIFY(same(*last.epoch, epoch(steps / 10)));
    }

    void anEpochFarBackIsFound()
    {
        auto writer = MetricsCsvWriter::open(file());
        QVERIFY(writer->add(step(10)) && writer->add(epoch(1)));
        for (int number = 11; number < 3000; ++number) QVERIFY(writer->add(step(number)));
        QVERIFY(fs::file_size(file()) > 200000);
        const LastMetrics last = readLastMetrics(file());
        QVERIFY(same(*last.step, step(2999)));
        QVERIFY(same(*last.epoch, epoch(1)));
    }

    void noRowsWhereThereIsNoFile()
    {
        QVERIFY(!readLastMetrics(file()).step);
        folder_->put("metrics.csv", "no header at all\n1,2,3\n");
        QVERIFY(!readLastMetrics(file()).step);
    }

private:
    fs::path file() const { return *folder_ / "metrics.csv"; }

    /// A new file with an epoch every ten steps.
    void write(int steps) const
    {
        fs::remove(file());
        auto writer = MetricsCsvWriter::open(file());
        for (int number = 1; number <= steps; ++number) {
            (void)writer->add(step(number)).ok();
            if (number % 10 == 0) (void)writer->add(epoch(number / 10)).ok();
        }
    }

    static void take(MetricsTail& tail, MetricsTable& into)
    {
        const auto news = tail.read();
        QVERIFY(news.ok() && !news->anew);
        into.steps.insert(into.steps.end(), news->steps.begin(), news->steps.end());
        into.epochs.insert(into.epochs.end(), news->epochs.begin(), news->epochs.end());
    }

    static void verifySame(const MetricsTable& a, const MetricsTable& b)
    {
        QCOMPARE(a.steps.size(), b.steps.size());
        QCOMPARE(a.epochs.size(), b.epochs.size());
        for (std::size_t i = 0; i < a.steps.size(); ++i) QVERIFY(same(a.steps[i], b.steps[i]));
        for (std::size_t i = 0; i < a.epochs.size(); ++i) QVERIFY(same(a.epochs[i], b.epochs[i]));
    }

    std::unique_ptr<TemporaryFolder> folder_;
};

QTEST_GUILESS_MAIN(tst_MetricsTail)
#include "tst_metrics_tail.moc"
