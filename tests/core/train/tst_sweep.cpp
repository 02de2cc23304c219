#include <QTest>

#include "core/base/safetensors.h"
#include "core/base/temporary_folder.h"
#include "core/train/sweep.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

namespace {

RunConfig config()
{
    RunConfig c;
    c.epochs = 3;
    c.threads = 4;
    c.data.folder = "/data";
    return c;
}

}  // namespace

class tst_Sweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyAlphaWithEverySeed()
    {
        const auto sweep = makeSweep(config(), {0.2, 1, 2.5}, {7, 8}, 2);
        QVERIFY(sweep.ok());
        std::vector<std::string> names;
        for (const SweepRun& run : sweep->runs) names.push_back(run.name);
        QCOMPARE(names, (std::vector<std::string>{"alpha-0.2-seed-7", "alpha-1.0-seed-7", "alpha-2.5-seed-7", "alpha-0.2-seed-8",
                                                  "alpha-1.0-seed-8", "alpha-2.5-seed-8"}));
        const RunConfig last = sweep->configOf(sweep->runs.back());
        QCOMPARE(last.alpha, 2.5);
        QCOMPARE(last.seed, std::uint64_t(8));
        QCOMPARE(last.data.seed, std::uint64_t(8));
        QCOMPARE(last.epochs, 3);
    }

    void runsOfOneSeedDifferByAlphaAlone()
    {
        const auto sweep = makeSweep(config(), {0.2, 2}, {7}, 1);
        RunConfig a = sweep->configOf(sweep->runs[0]);
        const RunConfig b = sweep->configOf(sweep->runs[1]);
        QVERIFY(!(a == b));
        a.alpha = b.alpha;
        QVERIFY(a == b);
    }

    void dataIsFoundFromEveryFolder()
    {
        RunConfig c = config();
        c.data.folder = "data";
        QCOMPARE(makeSweep(c, {1}, {1}, 1)->config.data.folder, fs::absolute("data"));
        c.data.folder.clear();  // the default folder, wherever that is then
        QVERIFY(makeSweep(c, {1}, {1}, 1)->config.data.folder.empty());
    }

    void threadsAreDivided_data()
    {
        QTest::addColumn<int>("parallel");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("threads");
        QTest::newRow("one after another") << 1 << 1 << 4;
        QTest::newRow("not said") << 0 << 1 << 4;
        QTest::newRow("two") << 2 << 2 << 2;
        QTest::newRow("three") << 3 << 3 << 1;
        QTest::newRow("more than threads or runs") << 64 << 6 << 1;
    }

    void threadsAreDivided()
    {
        QFETCH(int, parallel);
        QFETCH(int, side);
        QFETCH(int, threads);
        const auto sweep = makeSweep(config(), {1, 2, 3, 4, 5, 6}, {1}, parallel);
        QCOMPARE(sweep->parallel, side);
        QCOMPARE(sweep->config.threads, threads);
    }

    void badSweeps_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::newRow("twice") << 1.0;
        QTest::newRow("out of range") << -3.0;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN();
    }

    void badSweeps()
    {
        QFETCH(double, alpha);
        QCOMPARE(makeSweep(config(), {1, alpha}, {1}, 1).error().code, Errc::BadOption);
    }

    void threadsAreOfTheRunsThatGoSideBySide()
    {
        RunConfig four = config();
        four.threads = 4;
        const auto two = makeSweep(four, {1, 2}, {1}, 4);  // of two runs no four go side by side
        QCOMPARE(two->parallel, 2);
        QCOMPARE(two->config.threads, 2);
    }

    void writtenAndRead()
    {
        const TemporaryFolder folder;
        const auto made = makeSweep(config(), {0.2, 1}, {7}, 2);
        QVERIFY(!isSweepFolder(folder / "sweep"));
        QCOMPARE(readSweep(folder / "sweep").error().code, Errc::NotFound);
        QVERIFY(createSweep(folder / "sweep", *made).ok());
        QVERIFY(isSweepFolder(folder / "sweep"));
        const auto read = readSweep(folder / "sweep");
        QVERIFY(read.ok());
        QCOMPARE(read->parallel, 2);
        QCOMPARE(read->runs.size(), 2u);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(read->runs[i].name, made->runs[i].name);
            QVERIFY(read->configOf(read->runs[i]) == made->configOf(made->runs[i]));
        }
        QCOMPARE(createSweep(folder / "sweep", *made).error().code, Errc::Unwritable);
        folder.put("file");
        QVERIFY(!createSweep(folder / "file/sweep", *made).ok());
    }

    void damagedSweeps_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray("") << int(Errc::Corrupt);
        QTest::newRow("cut") << QByteArray(R"({"format": 1)") << int(Errc::Corrupt);
        QTest::newRow("newer") << QByteArray(R"({"format": 2})") << int(Errc::NewerFormat);
        QTest::newRow("no runs") << QByteArray(R"({"format": 1, "parallel": 1, "config": {}, "runs": []})") << int(Errc::Corrupt);
        QTest::newRow("a run elsewhere")
            << QByteArray(R"({"format": 1, "parallel": 1, "config": {}, "runs": [{"name": "../x", "alpha": 1, "seed": 1}]})")
            << int(Errc::Corrupt);
        QTest::newRow("a run above")
            << QByteArray(R"({"format": 1, "parallel": 1, "config": {}, "runs": [{"name": "..", "alpha": 1, "seed": 1}]})")
            << int(Errc::Corrupt);
        QTest::newRow("a run that is the sweep")
            << QByteArray(R"({"format": 1, "parallel": 1, "config": {}, "runs": [{"name": ".", "alpha": 1, "seed": 1}]})")
            << int(Errc::Corrupt);
        QTest::newRow("a bad alpha")
            << QByteArray(R"({"format": 1, "parallel": 1, "config": {}, "runs": [{"name": "x", "alpha": -1, "seed": 1}]})")
            << int(Errc::Corrupt);
    }

    void damagedSweeps()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const TemporaryFolder folder;
        folder.put("sweep.json", text.toStdString());
        const auto read = readSweep(folder.path());
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), code);
        QVERIFY(english(read.error()).find("sweep.json") != std::string::npos);
    }

    void stagesOfARun()
    {
        using Stage = SweepRunState::Stage;
        const TemporaryFolder folder;
        const auto sweep = makeSweep(config(), {0.2, 1}, {7}, 1);
        const SweepRun& run = sweep->runs[0];
        QVERIFY(createSweep(folder.path(), *sweep).ok());
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Missing);
        {
            const auto running = RunFolder::create(folder / run.name, sweep->configOf(run));
            QCOMPARE(stateOf(folder.path(), run).stage, Stage::Running);
        }
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Begun);
        QVERIFY(RunFolder::openForReading(folder / run.name)->setDiverged("The loss was no longer a number at step 12.").ok());
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Diverged);
        QCOMPARE(english(stateOf(folder.path(), run).trouble), std::string("The loss was no longer a number at step 12."));
        {
            const auto goesOn = RunFolder::openForWriting(folder / run.name);
            QCOMPARE(stateOf(folder.path(), run).stage, Stage::Running);
            // Also in the moment in which it says that it diverged.
            QVERIFY(goesOn->setDiverged("At step 13.").ok());
            QCOMPARE(stateOf(folder.path(), run).stage, Stage::Running);
        }
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Diverged);
        {
            const auto ended = RunFolder::openForWriting(folder / run.name);
            const char* header = R"({"progress": {"epoch": 3, "step": 30}, "extra": {"evaluated_step": 30}})";
            QVERIFY(writeSafetensors(ended->epochCheckpoint(3), {}, {{"sonoglyph", header}}).ok());
            QVERIFY(ended->setLatest(ended->epochCheckpoint(3)).ok());
        }
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Finished);
        QCOMPARE(stateOf(folder.path(), run).progress.step, std::int64_t(30));
        {
            const auto held = RunFolder::openForWriting(folder / run.name);
            QCOMPARE(stateOf(folder.path(), run).stage, Stage::Running);
        }
        folder.put(run.name + "/config.json", "{");
        QCOMPARE(stateOf(folder.path(), run).stage, Stage::Damaged);
    }

    void runsOfASweepAreFound()
    {
        const TemporaryFolder folder;
        const auto sweep = makeSweep(config(), {0.2, 1}, {7}, 1);
        QVERIFY(createSweep(folder / "sweep", *sweep).ok());
        QVERIFY(RunFolder::create(folder / "single", config()).ok());
        for (const SweepRun& run : sweep->runs) QVERIFY(RunFolder::create(folder / "sweep" / run.name, sweep->configOf(run)).ok());
        QCOMPARE(findRuns(folder.path()).size(), 3u);
    }
};

QTEST_GUILESS_MAIN(tst_Sweep)
#include "tst_sweep.moc"
