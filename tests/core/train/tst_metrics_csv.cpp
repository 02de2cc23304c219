#include <QTest>

#include <atomic>
#include <clocale>
#include <cmath>
#include <limits>
#include <memory>
#include <thread>

#include "core/base/file_size_limit.h"
#include "core/base/temporary_folder.h"
#include "core/train/metrics_csv.h"
#include "core/train/sample_metrics.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_MetricsCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<TemporaryFolder>(); }
    void textIsAsPromised();
    void everyNumberComesBack();
    void numbersThatAreNone();
    void goesOnWhereItStopped();
    void tornLastLine_data();
    void tornLastLine();
    void readWhileItIsWritten();
    void truncates_data();
    void truncates();
    void anEvaluationThatIsDoneAgainLosesItsRow();
    void damageBehindTheCheckpointIsDropped_data();
    void damageBehindTheCheckpointIsDropped();
    void aFullDiskLeavesNoHalfLineAndRowsWait();
    void aRemovedFileIsPutBack();
    void damagedFiles_data();
    void damagedFiles();
    void otherColumns();
    void earlierVersionsGoOn();
    void unusableFiles();
    void localeDoesNotMatter();

private:
    fs::path file() const { return folder_->path() / "metrics.csv"; }
    void write(int steps)
    {
        auto writer = MetricsCsvWriter::open(file());
        QVERIFY(writer.ok());
        for (int i = 1; i <= steps; ++i) {
            QVERIFY(writer->add(step(i)).ok());
            if (i % 10 == 0) QVERIFY(writer->add(epoch(i / 10)).ok());
        }
        QVERIFY(writer->sync().ok());
    }

    std::unique_ptr<TemporaryFolder> folder_;
};

void tst_MetricsCsv::textIsAsPromised()
{
    auto writer = MetricsCsvWriter::open(file());
    StepMetrics s;
    s.step = 1;
    s.epoch = 1;
    s.total = 543.5;
    s.reconstruction = 540;
    s.kl = 7;
    s.klWeight = 0.5;
    s.seconds = 0.25;
    s.samplesPerSecond = 200;
    s.gradientNorm = 3;
    s.activeUnits = 9;
    s.discriminator = DiscriminatorMetrics{-0.5, 1.25, 0.75, 0.25, 4};
    s.klPerDimension = {0.5, 0.25};  // live alone
    QVERIFY(writer->add(s).ok());
    QVERIFY(writer->add(epoch(1)).ok());
    QCOMPARE(TemporaryFolder::content(file()),
             std::string("scope,epoch,step,seconds [s],total [nat],reconstruction [nat],kl [nat],kl_weight,samples_per_second [1/s],"
                         "test_total [nat],test_reconstruction [nat],test_kl [nat],accuracy,accuracy_mean,active_units,adversarial [nat],"
                         "discriminator [nat],d_real,d_drawn,gradient_norm,discriminator_gradient_norm,diversity,kl_per_dimension [nat]\n"
                         "step,1,1,0.25,543.5,540,7,0.5,200,,,,,,9,-0.5,1.25,0.75,0.25,3,4,,\n"
                         "epoch,1,10,0.14285714285714285,0.1,0.2,0.3,,,0.4,0.5,0.6,0.942,0.967,17,,,,,,,0.125,0 0.1 1e-09\n"));
}

void tst_MetricsCsv::everyNumberComesBack()
{
    write(35);
    const auto table = readMetricsCsv(file());
    QVERIFY2(table.ok(), table.ok() ? "" : english(table.error()).c_str());
    QCOMPARE(table->steps.size(), 35u);
    QCOMPARE(table->epochs.size(), 3u);
    QVERIFY(table->notes.empty());
    for (int i = 0; i < 35; ++i) QVERIFY(same(table->steps[std::size_t(i)], step(i + 1)));
    for (int i = 0; i < 3; ++i) QVERIFY(same(table->epochs[std::size_t(i)], epoch(i + 1)));
}

void tst_MetricsCsv::numbersThatAreNone()
{
    auto writer = MetricsCsvWriter::open(file());
    StepMetrics s = step(1);
    s.total = std::numeric_limits<double>::quiet_NaN();
    s.kl = std::numeric_limits<double>::infinity();
    s.reconstruction = -0.0;
    QVERIFY(writer->add(s).ok());
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QVERIFY(std::isnan(table->steps[0].total) && std::isinf(table->steps[0].kl) && std::signbit(table->steps[0].reconstruction));
}

void tst_MetricsCsv::goesOnWhereItStopped()
{
    write(3);
    auto writer = MetricsCsvWriter::open(file());
    QVERIFY(writer->add(step(4)).ok());
    auto moved = std::move(*writer);
    QVERIFY(moved.add(step(5)).ok());
    QCOMPARE(readMetricsCsv(file())->steps.size(), 5u);
}

void tst_MetricsCsv::tornLastLine_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<int>("steps");
    QTest::newRow("newline missing") << 1 << 2;
    QTest::newRow("half a line") << 10 << 2;
    QTest::newRow("line gone") << 0 << 3;
}

void tst_MetricsCsv::tornLastLine()
{
    QFETCH(int, cut);
    QFETCH(int, steps);
    write(3);
    fs::resize_file(file(), fs::file_size(file()) - std::uintmax_t(cut));
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QCOMPARE(int(table->steps.size()), steps);
    QCOMPARE(table->notes.size(), cut ? 1u : 0u);
    {
        auto writer = MetricsCsvWriter::open(file());
        QVERIFY(writer->add(step(9)).ok());
    }
    const auto repaired = readMetricsCsv(file());
    QVERIFY(repaired.ok());
    QVERIFY(repaired->notes.empty());
    QCOMPARE(int(repaired->steps.size()), steps + 1);
    QVERIFY(same(repaired->steps.back(), step(9)));
}

void tst_MetricsCsv::readWhileItIsWritten()
{
    auto writer = MetricsCsvWriter::open(file());
    std::atomic<bool> done{false};
    std::atomic<bool> wrote{true};
    std::jthread thread([&] {
        for (int i = 1; i <= 3000; ++i) wrote = wrote && writer->add(step(i)).ok();
        done = true;
    });
    std::size_t last = 0;
    while (!done) {
        const auto table = readMetricsCsv(file());
        QVERIFY2(table.ok(), table.ok() ? "" : english(table.error()).c_str());
        QVERIFY(table->steps.size() >= last);
        last = table->steps.size();
        if (last) QVERIFY(same(table->steps.back(), step(std::int64_t(last))));
    }
    thread.join();
    QVERIFY(wrote);
    QCOMPARE(readMetricsCsv(file())->steps.size(), 3000u);
}

void tst_MetricsCsv::truncates_data()
{
    QTest::addColumn<int>("lastStep");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("epochs");
    QTest::newRow("all") << 25 << 25 << 2;
    QTest::newRow("later") << 1000 << 25 << 2;
    QTest::newRow("end of an epoch") << 20 << 20 << 2;
    QTest::newRow("just before") << 19 << 19 << 1;
    QTest::newRow("nothing") << 0 << 0 << 0;
}

void tst_MetricsCsv::truncates()
{
    QFETCH(int, lastStep);
    QFETCH(int, steps);
    QFETCH(int, epochs);
    write(25);
    std::ofstream(file(), std::ios::app) << "step,3,26,0.";
    const auto cut = truncateMetricsCsv(file(), lastStep, lastStep);
    QVERIFY(cut.ok());
    QCOMPARE(cut->size(), 1u);
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QVERIFY(table->notes.empty());
    QCOMPARE(int(table->steps.size()), steps);
    QCOMPARE(int(table->epochs.size()), epochs);
    QVERIFY(MetricsCsvWriter::open(file()).ok());
    QVERIFY(truncateMetricsCsv(folder_->path() / "none.csv", 1, 1).ok());
}

void tst_MetricsCsv::anEvaluationThatIsDoneAgainLosesItsRow()
{
    write(25);
    const auto cut = truncateMetricsCsv(file(), 20, 10);
    QVERIFY(cut.ok());
    QVERIFY(cut->empty());
    QCOMPARE(readMetricsCsv(file())->steps.size(), 20u);
    QCOMPARE(readMetricsCsv(file())->epochs.size(), 1u);
}

void tst_MetricsCsv::damageBehindTheCheckpointIsDropped_data()
{
    QTest::addColumn<int>("lastStep");
    QTest::addColumn<bool>("dropped");
    QTest::newRow("all rows are there") << 25 << true;
    QTest::newRow("one is missing") << 26 << false;
    QTest::newRow("a run from its beginning") << 0 << true;
}

void tst_MetricsCsv::damageBehindTheCheckpointIsDropped()
{
    QFETCH(int, lastStep);
    QFETCH(bool, dropped);
    write(25);
    std::ofstream(file(), std::ios::app) << std::string(100, '\0') << "\nstep,3,27,1,1,1,1,1,1,,,,,,\n";
    const auto cut = truncateMetricsCsv(file(), lastStep, lastStep);
    QCOMPARE(cut.ok(), dropped);
    if (!dropped) return;
    QCOMPARE(cut->size(), 1u);
    QCOMPARE(int(readMetricsCsv(file())->steps.size()), lastStep);
}

void tst_MetricsCsv::aFullDiskLeavesNoHalfLineAndRowsWait()
{
    auto writer = MetricsCsvWriter::open(file());
    QVERIFY(writer->add(step(1)).ok());
    {
        const FileSizeLimit full(fs::file_size(file()) + 20);
        QVERIFY(!writer->add(step(2)).ok());
        QVERIFY(!writer->add(step(3)).ok());
        QVERIFY(!writer->flush().ok());
        QVERIFY(readMetricsCsv(file())->notes.empty());  // no half line
        QCOMPARE(readMetricsCsv(file())->steps.size(), 1u);
    }
    QVERIFY(writer->flush().ok());
    QVERIFY(writer->add(step(4)).ok());
    const auto table = readMetricsCsv(file());
    QCOMPARE(table->steps.size(), 4u);
    for (int i = 0; i < 4; ++i) QVERIFY(same(table->steps[std::size_t(i)], step(i + 1)));
}

void tst_MetricsCsv::aRemovedFileIsPutBack()
{
    auto writer = MetricsCsvWriter::open(file());
    QVERIFY(writer->add(step(1)).ok());
    QVERIFY(writer->putBack().ok());  // nothing to do
    fs::remove(file());
    const auto failed = writer->add(step(2));
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, Errc::NotFound);
    QVERIFY(writer->putBack().ok());
    QVERIFY(writer->flush().ok());
    QVERIFY(writer->add(step(3)).ok());
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QCOMPARE(table->steps.size(), 3u);
    for (int i = 0; i < 3; ++i) QVERIFY(same(table->steps[std::size_t(i)], step(i + 1)));
    fs::rename(file(), folder_->path() / "moved.csv");
    QVERIFY(writer->putBack().ok());
    QVERIFY(writer->add(step(4)).ok());
    QCOMPARE(readMetricsCsv(file())->steps.size(), 4u);
    QCOMPARE(readMetricsCsv(folder_->path() / "moved.csv")->steps.size(), 3u);
}

void tst_MetricsCsv::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const QByteArray header = "scope,epoch,step,total [nat]\n";
    QTest::newRow("other header") << QByteArray("a,b,c\n1,2,3\n") << 1;
    QTest::newRow("text for a number") << header + "step,1,1,0.5\nstep,1,x,0.5\n" << 3;
    QTest::newRow("rest behind a number") << header + "step,1,1,0.5x\n" << 2;
    QTest::newRow("comma as decimal point") << header + "step,1,1,0,5\n" << 2;
    QTest::newRow("too few cells") << header + "step,1,1\n" << 2;
    QTest::newRow("unknown scope") << header + "batch,1,1,0.5\n" << 2;
    QTest::newRow("empty line") << header + "\nstep,1,1,0.5\n" << 2;
    QTest::newRow("binary") << QByteArray("\0\1\2\n", 4) << 1;
    QTest::newRow("epoch beyond int") << header + "step,99999999999,1,0.5\n" << 2;
}

void tst_MetricsCsv::damagedFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    folder_->put("metrics.csv", text.toStdString());
    const auto table = readMetricsCsv(file());
    QVERIFY(!table.ok());
    QCOMPARE(table.error().code, Errc::Corrupt);
    QCOMPARE(table.error().message.arguments, (std::vector<std::string>{file().string(), std::to_string(line)}));
    QCOMPARE(MetricsCsvWriter::open(file()).error().code, Errc::Corrupt);
    QCOMPARE(TemporaryFolder::content(file()), text.toStdString());
}

void tst_MetricsCsv::otherColumns()
{
    folder_->put("metrics.csv", "step,scope,new [x],epoch,kl [nat]\r\n7,step,abc,2,0.25\r\n70,epoch,,2,\r\n");
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QCOMPARE(table->steps.at(0).step, 7);
    QCOMPARE(table->steps.at(0).kl, 0.25);
    QCOMPARE(table->steps.at(0).total, 0.0);
    QCOMPARE(table->epochs.at(0).step, 70);
    QVERIFY(readMetricsCsv(folder_->put("empty.csv"))->steps.empty());
}

void tst_MetricsCsv::earlierVersionsGoOn()
{
    const std::string earlier = "scope,epoch,step,seconds [s],total [nat],reconstruction [nat],kl [nat],kl_weight,samples_per_second [1/s],"
                                "test_total [nat],test_reconstruction [nat],test_kl [nat],accuracy,accuracy_mean,active_units\n"
                                "step,1,1,0.25,543.5,540,7,0.5,200,,,,,,\n"
                                "epoch,1,10,0.5,0.1,0.2,0.3,,,0.4,0.5,0.6,0.942,0.967,17\n";
    folder_->put("metrics.csv", earlier + "step,2,11,tor");
    {
        auto writer = MetricsCsvWriter::open(file());
        QVERIFY2(writer.ok(), writer.ok() ? "" : english(writer.error()).c_str());
        QVERIFY(writer->add(step(12)).ok());
    }
    const auto table = readMetricsCsv(file());
    QVERIFY(table.ok());
    QCOMPARE(table->steps.size(), 2u);
    QCOMPARE(table->steps[0].total, 543.5);
    QVERIFY(!table->steps[0].gradientNorm && !table->steps[0].discriminator && !table->steps[0].activeUnits);
    QVERIFY(same(table->steps[1], step(12)));
    QCOMPARE(table->epochs.at(0).activeUnits, 17);
    QVERIFY(!table->epochs[0].diversity && table->epochs[0].klPerDimension.empty());

    // What a later version wrote into a column of its own would be lost.
    folder_->put("metrics.csv", "scope,epoch,step,mood\nstep,1,1,7\n");
    QCOMPARE(MetricsCsvWriter::open(file()).error().code, Errc::Corrupt);
    QCOMPARE(TemporaryFolder::content(file()), std::string("scope,epoch,step,mood\nstep,1,1,7\n"));
}

void tst_MetricsCsv::unusableFiles()
{
    QCOMPARE(readMetricsCsv(file()).error().code, Errc::NotFound);
    QCOMPARE(MetricsCsvWriter::open(folder_->path() / "nowhere/metrics.csv").error().code, Errc::NotFound);
    QCOMPARE(MetricsCsvWriter::open(folder_->path()).error().code, Errc::Unwritable);
    QCOMPARE(readMetricsCsv(folder_->path()).error().code, Errc::Unreadable);
}

void tst_MetricsCsv::localeDoesNotMatter()
{
    const char* found = nullptr;
    for (const char* name : {"pl_PL.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"}) {
        if (!found) found = std::setlocale(LC_ALL, name);
    }
    write(12);  // where no such locale is installed, at least the present one
    std::setlocale(LC_ALL, "C");
    QVERIFY(same(readMetricsCsv(file())->steps.at(0), step(1)));
}

QTEST_GUILESS_MAIN(tst_MetricsCsv)
#include "tst_metrics_csv.moc"
