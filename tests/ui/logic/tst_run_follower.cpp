// A run that another program writes is seen as it grows.
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "core/base/temporary_folder.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_notices.h"
#include "core/train/sample_metrics.h"
#include "ui/logic/run_follower.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_RunFollower : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<TemporaryFolder>();
        fs::create_directories(run() / "previews");
        follower_ = std::make_unique<RunFollower>();
    }

    void itGrowsAsTheRunDoes()
    {
        auto rows = MetricsCsvWriter::open(run() / "metrics.csv");
        QVERIFY(rows->add(step(1)));
        QSignalSpy arrived(follower_.get(), &RunFollower::metricsArrived);
        follower_->follow(run());
        QTRY_COMPARE(follower_->metrics().lastStep(), 1);
        for (int number = 2; number <= 20; ++number) QVERIFY(rows->add(step(number)));
        QVERIFY(rows->add(epoch(2)));
        QTRY_COMPARE(follower_->metrics().lastStep(), 20);
        QTRY_COMPARE(follower_->metrics().epochs().size(), 1u);
        const auto whole = MetricStore::read(run());
        for (const Quantity quantity : {Quantity::Total, Quantity::Reconstruction, Quantity::Kl, Quantity::Accuracy}) {
            for (const RunRows rows : {RunRows::Steps, RunRows::Epochs})
                QCOMPARE(follower_->metrics().curve(quantity, rows), whole->curve(quantity, rows));
        }
        const auto count = arrived.size();
        follower_->follow(run());  // goes on
        follower_->look();
        QTest::qWait(20);
        QCOMPARE(arrived.size(), count);
    }

    void aRunThatGoesOnFromAnEarlierCheckpointIsShownAnew()
    {
        auto rows = MetricsCsvWriter::open(run() / "metrics.csv");
        for (int number = 1; number <= 10; ++number) QVERIFY(rows->add(step(number)));
        follower_->follow(run());
        QTRY_COMPARE(follower_->metrics().lastStep(), 10);
        QVERIFY(truncateMetricsCsv(run() / "metrics.csv", 4, 0));
        QTRY_COMPARE(follower_->metrics().lastStep(), 4);
        QCOMPARE(follower_->metrics().rows(RunRows::Steps), 4);
    }

    void whatIsChangedMeanwhileIsTold()
    {
        RunChanges changes;
        changes.add({3, RunChange::Field::Alpha, 0.5});
        QVERIFY(changes.write(run() / "changes.csv"));
        QSignalSpy arrived(follower_.get(), &RunFollower::changesArrived);
        follower_->follow(run());
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(follower_->changes().size(), 1);
        QCOMPARE(follower_->changes().front().value, 0.5);
        changes.add({7, RunChange::Field::LearningRate, 1e-4});
        fs::remove(run() / "changes.csv");
        follower_->look();
        QTRY_VERIFY(follower_->changes().isEmpty());
        QVERIFY(changes.write(run() / "changes.csv"));
        QTRY_COMPARE(follower_->changes().size(), 2);
    }

    void whatWasSaidOfItIsTold()
    {
        QVERIFY(appendRunNotice(run() / "notices.jsonl", {TrainNotice::Severity::Warning, 3, {"The posterior has collapsed", {}}}).ok());
        QSignalSpy arrived(follower_.get(), &RunFollower::noticesArrived);
        follower_->follow(run());
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(follower_->notices().size(), 1);
        QCOMPARE(follower_->notices().front().step, 3);
        follower_->follow({});
        QVERIFY(follower_->notices().isEmpty());
    }

    void theNewestReconstructionsAreShown()
    {
        QSignalSpy arrived(follower_.get(), &RunFollower::previewArrived);
        picture("epoch-0001", Qt::black);
        follower_->follow(run());
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(follower_->preview().pixelColor(0, 0), QColor(Qt::black));
        picture("epoch-0002", Qt::white);
        QTRY_COMPARE(follower_->preview().pixelColor(0, 0), QColor(Qt::white));
        QCOMPARE(arrived.size(), 2);
    }

    void anotherRunForgetsTheFirst()
    {
        auto rows = MetricsCsvWriter::open(run() / "metrics.csv");
        QVERIFY(rows->add(step(1)));
        picture("epoch-0001", Qt::black);
        follower_->follow(run());
        QTRY_VERIFY(!follower_->preview().isNull());
        QSignalSpy arrived(follower_.get(), &RunFollower::metricsArrived);
        follower_->follow(*folder_ / "other");
        QVERIFY(follower_->metrics().empty() && follower_->preview().isNull());
        QTRY_COMPARE(arrived.size(), 1);  // nothing there is an answer, too
        QVERIFY(follower_->metrics().empty());
    }

    void damageIsSaidOnce()
    {
        folder_->put("run/metrics.csv", "no rows\n");
        QSignalSpy failed(follower_.get(), &RunFollower::failed);
        follower_->follow(run());
        QTRY_COMPARE(failed.size(), 1);
        for (int i = 0; i < 3; ++i) {
            follower_->look();
            QTest::qWait(10);
        }
        QCOMPARE(failed.size(), 1);
    }

    void nobodyLooksWhileItIsSwitchedOff()
    {
        follower_->setActive(false);
        follower_->follow(run());
        QSignalSpy arrived(follower_.get(), &RunFollower::metricsArrived);
        QTRY_COMPARE(arrived.size(), 1);
        QVERIFY(MetricsCsvWriter::open(run() / "metrics.csv")->add(step(1)));
        QTest::qWait(600);
        QCOMPARE(arrived.size(), 1);
        follower_->setActive(true);
        QTRY_COMPARE(arrived.size(), 2);
    }

private:
    fs::path run() const { return *folder_ / "run"; }
    void picture(const char* name, QColor color) const
    {
        QImage image(30, 58, QImage::Format_Grayscale8);
        image.fill(color);
        QVERIFY(image.save(QString::fromStdString((run() / "previews" / name).string() + ".png")));
    }

    std::unique_ptr<TemporaryFolder> folder_;
    std::unique_ptr<RunFollower> follower_;
};

QTEST_GUILESS_MAIN(tst_RunFollower)
#include "tst_run_follower.moc"
