#include <QTest>

#include <chrono>
#include <regex>

#include "core/base/safetensors.h"
#include "core/base/temporary_folder.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_RunFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsEverything();
    void refusesUsedFolders_data();
    void refusesUsedFolders();
    void startsAgainAfterAStartThatFailed();
    void oneWriterAtATime();
    void readingNeedsNoLock();
    void badRuns_data();
    void badRuns();
    void fileNames();
    void listsCheckpoints();
    void latestAndBest();
    void badPointers_data();
    void badPointers();
    void divergedUntilSomebodyGoesOn();
    void logs();
    void logOnAFullDisk();
    void cleansUpAfterACrash();
    void findsRuns();
    void keepsThreeEpochsTheBestAndTheLatest();
    void whatWasRemovedIsPutBack_data();
    void whatWasRemovedIsPutBack();
    void doesNotPutBackOverSomethingElse();
    void progressIsReadFromTheHeader_data();
    void progressIsReadFromTheHeader();

private:
    static RunConfig config(int epochs)
    {
        RunConfig c;
        c.epochs = epochs;
        return c;
    }
};

void tst_RunFolder::createsEverything()
{
    const TemporaryFolder folder;
    const fs::path place = folder / "deep/er/run";
    const auto run = RunFolder::create(place, config(7));
    QVERIFY2(run.ok(), run.ok() ? "" : english(run.error()).c_str());
    QVERIFY(run->config() == config(7));
    QVERIFY(isRunFolder(place));
    QCOMPARE(TemporaryFolder::names(place), (std::vector<std::string>{"checkpoints", "config.json", "lock", "previews"}));
    const auto read = RunFolder::openForReading(place);
    QVERIFY(read.ok());
    QVERIFY(read->config() == config(7));
    QCOMPARE(read->folder(), place);
}

void tst_RunFolder::refusesUsedFolders_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("a run") << "config.json";
    QTest::newRow("somebody's file") << "thesis.odt";
    QTest::newRow("somebody's folder") << "photos/1.jpg";
    QTest::newRow("hidden file") << ".secret";
}

void tst_RunFolder::refusesUsedFolders()
{
    QFETCH(QString, content);
    const TemporaryFolder folder;
    folder.put(content.toStdString(), "mine");
    const auto run = RunFolder::create(folder.path(), config(1));
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, Errc::Unwritable);
    QCOMPARE(TemporaryFolder::content(folder / content.toStdString()), std::string("mine"));
    QCOMPARE(TemporaryFolder::names(folder.path()).size(), 1u);  // not even a lock was put there
    QVERIFY(!RunFolder::create(folder.put("file"), config(1)).ok());
    QCOMPARE(RunFolder::create(folder / "file/run", config(1)).error().code, Errc::NotFound);
}

void tst_RunFolder::startsAgainAfterAStartThatFailed()
{
    const TemporaryFolder folder;
    folder.put("lock", "");
    folder.put(".config.json.99-0.tmp", "{");  // killed while it wrote
    fs::create_directory(folder / "checkpoints");
    QVERIFY(RunFolder::create(folder.path(), config(1)).ok());
    QVERIFY(!fs::exists(folder / ".config.json.99-0.tmp"));
}

void tst_RunFolder::oneWriterAtATime()
{
    const TemporaryFolder folder;
    const fs::path place = folder / "run";
    {
        const auto first = RunFolder::create(place, config(1));
        QVERIFY(first.ok());
        QCOMPARE(RunFolder::openForWriting(place).error().code, Errc::Busy);
    }
    auto second = RunFolder::openForWriting(place);
    QVERIFY(second.ok());
    QCOMPARE(RunFolder::openForWriting(place).error().code, Errc::Busy);
    QVERIFY(second->writeConfig(config(9)).ok());
    QVERIFY(second->config() == config(9));
    QVERIFY(RunFolder::openForReading(place)->config() == config(9));
}

void tst_RunFolder::readingNeedsNoLock()
{
    const TemporaryFolder folder;
    const auto writer = RunFolder::create(folder / "run", config(1));
    QVERIFY(RunFolder::openForReading(folder / "run").ok());
    QVERIFY(RunFolder::openForReading(folder / "run").ok());
}

void tst_RunFolder::badRuns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QByteArray() << int(Errc::NotFound);
    QTest::newRow("empty") << QByteArray("") << int(Errc::Corrupt);
    QTest::newRow("no JSON") << QByteArray("epochs = 7") << int(Errc::Corrupt);
    QTest::newRow("cut") << QByteArray(R"({"epochs": )") << int(Errc::Corrupt);
    QTest::newRow("unknown key") << QByteArray(R"({"epoch": 7})") << int(Errc::Corrupt);
    QTest::newRow("out of range") << QByteArray(R"({"epochs": 0})") << int(Errc::Corrupt);
    QTest::newRow("huge") << QByteArray(2 << 20, ' ') << int(Errc::Corrupt);
}

void tst_RunFolder::badRuns()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const TemporaryFolder folder;
    if (!text.isNull()) folder.put("config.json", text.toStdString());
    for (const auto& run : {RunFolder::openForReading(folder.path()).error(), RunFolder::openForWriting(folder.path()).error()}) {
        QCOMPARE(int(run.code), code);
        QVERIFY(english(run).find(folder.path().string()) != std::string::npos);
    }
    QCOMPARE(RunFolder::openForReading(folder / "nowhere").error().code, Errc::NotFound);
    QVERIFY(!fs::exists(folder / "lock"));
}

void tst_RunFolder::fileNames()
{
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(1));
    const fs::path place = folder / "run";
    QCOMPARE(run->epochCheckpoint(7), place / "checkpoints/epoch-0007.safetensors");
    QCOMPARE(run->epochCheckpoint(12345), place / "checkpoints/epoch-12345.safetensors");
    QCOMPARE(run->stepCheckpoint(1234), place / "checkpoints/step-00001234.safetensors");
    QCOMPARE(run->preview(7), place / "previews/epoch-0007.png");
    QCOMPARE(run->metricsFile(), place / "metrics.csv");
    QCOMPARE(run->logFile(), place / "log.txt");
}

void tst_RunFolder::listsCheckpoints()
{
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(1));
    QVERIFY(run->checkpoints().empty());
    for (const char* name : {"epoch-0010.safetensors", "epoch-0002.safetensors", "step-00000500.safetensors", "step-00000090.safetensors",
                             ".epoch-0011.safetensors.1-0.tmp", "epoch-.safetensors", "epoch-0000.safetensors", "epoch-1x.safetensors",
                             "epoch-0003.png", "epoch-99999999999999999999.safetensors", "notes.txt"})
        folder.put("run/checkpoints/" + std::string(name));
    const auto found = run->checkpoints();
    QCOMPARE(found.size(), 4u);
    QCOMPARE(found[0].epoch, 2);
    QCOMPARE(found[1].epoch, 10);
    QCOMPARE(found[1].file, run->epochCheckpoint(10));
    QCOMPARE(found[2].step, 90);
    QCOMPARE(found[3].step, 500);
    QCOMPARE(found[3].epoch, 0);
}

void tst_RunFolder::latestAndBest()
{
    const TemporaryFolder folder;
    auto run = RunFolder::create(folder / "run", config(1));
    QCOMPARE(run->latest().error().code, Errc::NotFound);
    folder.put("run/checkpoints/epoch-0001.safetensors");
    folder.put("run/checkpoints/step-00000005.safetensors");
    QVERIFY(run->setBest(run->epochCheckpoint(1)).ok());
    QVERIFY(run->setLatest(run->epochCheckpoint(1)).ok());
    QVERIFY(run->setLatest(run->stepCheckpoint(5)).ok());
    QCOMPARE(*run->latest(), run->stepCheckpoint(5));
    QCOMPARE(*run->best(), run->epochCheckpoint(1));
    QCOMPARE(TemporaryFolder::content(folder / "run/best"), std::string("checkpoints/epoch-0001.safetensors\n"));
    fs::rename(folder / "run", folder / "moved");  // a run may be moved
    QCOMPARE(*RunFolder::openForReading(folder / "moved")->latest(), folder / "moved/checkpoints/step-00000005.safetensors");
    fs::remove(folder / "moved/checkpoints/epoch-0001.safetensors");
    QCOMPARE(RunFolder::openForReading(folder / "moved")->best().error().code, Errc::NotFound);
}

void tst_RunFolder::badPointers_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "\n", "/etc/passwd", "../checkpoints/epoch-0001.safetensors", "checkpoints/../config.json", "config.json",
                             "checkpoints/notes.txt", "checkpoints", "checkpoints/epoch-0001.safetensors\nmore"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void tst_RunFolder::badPointers()
{
    QFETCH(QByteArray, text);
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(1));
    folder.put("run/checkpoints/epoch-0001.safetensors");
    folder.put("run/checkpoints/notes.txt");
    folder.put("run/latest", text.toStdString());
    QCOMPARE(run->latest().error().code, Errc::Corrupt);
}

void tst_RunFolder::divergedUntilSomebodyGoesOn()
{
    const TemporaryFolder folder;
    const fs::path place = folder / "run";
    {
        const auto run = RunFolder::create(place, config(1));
        QVERIFY(!run->diverged());
        QVERIFY(run->setDiverged("The loss was no longer a number at step 7.").ok());
    }
    QCOMPARE(RunFolder::openForReading(place)->diverged(), std::string("The loss was no longer a number at step 7."));
    QCOMPARE(TemporaryFolder::content(place / "diverged"), std::string("The loss was no longer a number at step 7.\n"));
    QVERIFY(!RunFolder::openForWriting(place)->diverged());
    QVERIFY(!RunFolder::openForReading(place)->diverged());
}

void tst_RunFolder::logs()
{
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(1));
    QVERIFY(run->log("started").ok());
    QVERIFY(run->log("two\nlines\r").ok());
    const std::string text = TemporaryFolder::content(run->logFile());
    QVERIFY2(
        std::regex_match(text, std::regex(R"((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) started\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ two lines \n)")),
        text.c_str());
}

void tst_RunFolder::logOnAFullDisk()
{
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(1));
    fs::create_symlink("/dev/full", run->logFile());
    QCOMPARE(run->log("x").error().code, Errc::DiskFull);
}

void tst_RunFolder::cleansUpAfterACrash()
{
    const TemporaryFolder folder;
    QVERIFY(RunFolder::create(folder / "run", config(1)).ok());
    folder.put("run/.config.json.99-0.tmp");
    folder.put("run/checkpoints/.epoch-0001.safetensors.99-1.tmp");
    folder.put("run/previews/.epoch-0001.png.99-2.tmp");
    fs::remove(folder / "run/lock");
    QVERIFY(RunFolder::openForReading(folder / "run").ok());
    QVERIFY(fs::exists(folder / "run/.config.json.99-0.tmp"));  // whoever only looks changes nothing
    QVERIFY(RunFolder::openForWriting(folder / "run").ok());
    for (const char* place : {"run/checkpoints", "run/previews"}) QVERIFY(TemporaryFolder::names(folder / place).empty());
    QVERIFY(!fs::exists(folder / "run/.config.json.99-0.tmp"));
}

void tst_RunFolder::findsRuns()
{
    const TemporaryFolder folder;
    QVERIFY(findRuns(folder / "nowhere").empty());
    QVERIFY(RunFolder::create(folder / "old", config(1)).ok());
    auto running = RunFolder::create(folder / "new", config(2));
    folder.put("new/checkpoints/epoch-0003.safetensors");
    QVERIFY(running->setLatest(running->epochCheckpoint(3)).ok());
    folder.put("new/metrics.csv");
    folder.put("damaged/config.json", "{");
    fs::create_directory(folder / "damaged/checkpoints");
    folder.put("other/readme.txt");
    folder.put("file.txt");
    fs::last_write_time(folder / "old/config.json", fs::last_write_time(folder / "new/metrics.csv") - std::chrono::hours(1));

    const auto runs = findRuns(folder.path());
    QCOMPARE(runs.size(), 2u);
    QCOMPARE(runs[0].folder, folder / "new");
    QVERIFY(runs[0].running && runs[0].resumable);
    QCOMPARE(runs[0].lastEpoch, 3);
    QVERIFY(runs[0].config == config(2));
    QCOMPARE(runs[1].folder, folder / "old");
    QVERIFY(!runs[1].running && !runs[1].resumable);
}

void tst_RunFolder::keepsThreeEpochsTheBestAndTheLatest()
{
    const TemporaryFolder folder;
    const auto run = RunFolder::create(folder / "run", config(9));
    for (int epoch = 1; epoch <= 6; ++epoch) folder.put(fs::relative(run->epochCheckpoint(epoch), folder.path()).string());
    for (const int step : {700, 800, 900}) folder.put(fs::relative(run->stepCheckpoint(step), folder.path()).string());
    QVERIFY(run->setBest(run->epochCheckpoint(2)).ok());
    QVERIFY(run->setLatest(run->stepCheckpoint(800)).ok());
    run->removeOldCheckpoints();
    QCOMPARE(TemporaryFolder::names(folder / "run/checkpoints"),
             (std::vector<std::string>{"epoch-0002.safetensors", "epoch-0004.safetensors", "epoch-0005.safetensors",
                                       "epoch-0006.safetensors", "step-00000800.safetensors"}));
}

void tst_RunFolder::whatWasRemovedIsPutBack_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"nothing", "run", "run/checkpoints", "run/config.json", "run/lock"}) QTest::newRow(what) << what;
}

void tst_RunFolder::whatWasRemovedIsPutBack()
{
    QFETCH(QString, what);
    const TemporaryFolder folder;
    auto run = RunFolder::create(folder / "run", config(7));
    fs::remove_all(folder / what.toStdString());
    QVERIFY(run->putBack().ok());
    QVERIFY(isRunFolder(folder / "run"));
    QVERIFY(RunFolder::openForReading(folder / "run")->config() == config(7));
    QCOMPARE(RunFolder::openForWriting(folder / "run").error().code, Errc::Busy);  // still ours
}

void tst_RunFolder::doesNotPutBackOverSomethingElse()
{
    const TemporaryFolder folder;
    fs::create_directory(folder / "disk");
    auto run = RunFolder::create(folder / "disk/run", config(7));
    fs::rename(folder / "disk/run", folder / "moved");
    {
        const auto other = RunFolder::create(folder / "disk/run", config(1));
        QVERIFY(!run->putBack().ok());
    }
    QVERIFY(!run->putBack().ok());
    QVERIFY(RunFolder::openForReading(folder / "disk/run")->config() == config(1));
    fs::remove_all(folder / "disk");  // as an unplugged disk
    QCOMPARE(run->putBack().error().code, Errc::NotFound);
    QVERIFY(!fs::exists(folder / "disk"));
}

void tst_RunFolder::progressIsReadFromTheHeader_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("finished");
    const auto header = [](int epoch, int step, int evaluated) {
        return QStringLiteral(R"({"progress": {"epoch": %1, "step": %2}, "measured": {"accuracy": 0.5}, "extra": {"evaluated_step": %3}})")
            .arg(epoch)
            .arg(step)
            .arg(evaluated);
    };
    QTest::newRow("in the middle") << header(1, 50, 40) << true << false;
    QTest::newRow("all epochs") << header(2, 80, 80) << true << true;
    QTest::newRow("all steps") << header(1, 70, 70) << true << true;
    QTest::newRow("last evaluation to come") << header(1, 70, 40) << true << false;
    QTest::newRow("another file") << QStringLiteral("{}") << false << false;
}

void tst_RunFolder::progressIsReadFromTheHeader()
{
    QFETCH(QString, header);
    QFETCH(bool, readable);
    QFETCH(bool, finished);
    const TemporaryFolder folder;
    RunConfig c = config(2);
    c.maxSteps = 70;
    const auto run = RunFolder::create(folder / "run", c);
    QVERIFY(writeSafetensors(run->epochCheckpoint(1), {}, {{"sonoglyph", header.toStdString()}}).ok());
    const auto progress = run->progressAt(run->epochCheckpoint(1));
    QCOMPARE(progress.ok(), readable);
    if (!readable) return;
    QCOMPARE(progress->finished, finished);
    QCOMPARE(progress->accuracy, 0.5);
}

QTEST_GUILESS_MAIN(tst_RunFolder)
#include "tst_run_folder.moc"
