// Sweeps and verify-resume as a script would call them, on a data set as small as one can be.
#include <QJsonArray>
#include <QTest>

#include <csignal>

#include "core/base/safetensors.h"
#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path) { return QString::fromStdString(path.string()); }

QStringList words(const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

QList<QJsonObject> objects(const QByteArray& out)
{
    QList<QJsonObject> all;
    for (const QByteArray& line : out.trimmed().split('\n')) all << QJsonDocument::fromJson(line).object();
    return all;
}

}  // namespace

class tst_SweepCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSweepIsOneCommand()
    {
        const auto run = train("sweep", "--alpha 0.5,2 --seed 1,2 --parallel 2 --max-steps 4 --json");
        QVERIFY2(run.status == 0, run.error);
        const auto events = objects(run.out);
        QCOMPARE(events.last()[u"event"].toString(), QStringLiteral("finished"));
        QCOMPARE(events.last()[u"finished"].toArray().size(), 4);
        int epochs = 0;
        for (const QJsonObject& event : events) {
            QVERIFY(!event.isEmpty());
            epochs += event[u"event"].toString() == QStringLiteral("epoch");
            if (event[u"event"].toString() == QStringLiteral("epoch"))
                QVERIFY(event[u"run"].toString().startsWith(QStringLiteral("alpha-")));
        }
        QCOMPARE(epochs, 8);
        for (const char* name : {"alpha-0.5-seed-1", "alpha-2.0-seed-1", "alpha-0.5-seed-2", "alpha-2.0-seed-2"}) {
            QVERIFY(isRunFolder(out_.path() / "sweep" / name));
            QVERIFY(run.error.contains(QByteArray(name) + ": begins"));
        }

        // The first loss comes before anything that alpha changes: pairs, weights and noise are those of the seed.
        const auto first = [&](const char* name) { return readMetricsCsv(out_.path() / "sweep" / name / "metrics.csv")->steps.front(); };
        QCOMPARE(first("alpha-0.5-seed-1").reconstruction, first("alpha-2.0-seed-1").reconstruction);
        QCOMPARE(first("alpha-0.5-seed-1").kl, first("alpha-2.0-seed-1").kl);
        QVERIFY(first("alpha-0.5-seed-1").reconstruction != first("alpha-0.5-seed-2").reconstruction);

        // Beside another run, the same bytes as alone.
        const auto alone = train("alone", "--alpha 2 --max-steps 4 --threads 1");
        QVERIFY2(alone.status == 0, alone.error);
        if (RunFolder::openForReading(out_.path() / "sweep/alpha-2.0-seed-1")->config().threads == 1)
            QCOMPARE(hashOf("sweep/alpha-2.0-seed-1"), hashOf("alone"));
    }

    void aSweepGoesOnAsAWhole()
    {
        const fs::path sweep = out_.path() / "stopped";
        QProcess process;
        process.start(QStringLiteral(SONOGLYPH_CLI), line("stopped", "--alpha 0.5,2 --max-steps 0 --epochs 9999 --checkpoint-minutes 0"));
        QTRY_VERIFY_WITH_TIMEOUT(TemporaryFolder::content(sweep / "alpha-0.5-seed-1/metrics.csv").find("\nstep,") != std::string::npos,
                                 60000);
        const auto info = runCommandLine({QStringLiteral("info"), text(sweep), QStringLiteral("--json")}).json();
        QCOMPARE(info[u"what"].toString(), QStringLiteral("sweep"));
        QCOMPARE(info[u"runs"].toArray()[0].toObject()[u"state"].toString(), QStringLiteral("running"));
        QCOMPARE(info[u"runs"].toArray()[1].toObject()[u"state"].toString(), QStringLiteral("missing"));
        const auto second = runCommandLine({QStringLiteral("train"), QStringLiteral("--resume"), text(sweep)});
        QCOMPARE(second.status, 1);  // one queue at a time
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardOutput().contains("--resume"));
        const auto run = RunFolder::openForReading(sweep / "alpha-0.5-seed-1");
        QVERIFY(run->latest().ok());
        QVERIFY(!fs::exists(sweep / "alpha-2.0-seed-1"));

        // A shorter end, so that it comes.
        const auto steps = run->progressAt(*run->latest())->step;
        for (const fs::path& file : {sweep / "sweep.json", sweep / "alpha-0.5-seed-1/config.json"}) {
            std::string json = TemporaryFolder::content(file);
            json.replace(json.find("\"maxSteps\": 0"), 13, "\"maxSteps\": " + std::to_string(steps + 3));
            std::ofstream(file) << json;
        }
        const auto resumed = runCommandLine({QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--resume"), text(sweep)});
        QVERIFY2(resumed.status == 0, resumed.error);
        QVERIFY2(resumed.error.contains("alpha-0.5-seed-1: goes on"), resumed.error);
        QVERIFY2(resumed.error.contains("alpha-2.0-seed-1: begins"), resumed.error);
        QCOMPARE(objects(resumed.out).last()[u"finished"].toArray().size(), 2);
        const auto again = runCommandLine({QStringLiteral("train"), QStringLiteral("--resume"), text(sweep)});
        QVERIFY2(again.status == 0, again.error);
        QVERIFY2(again.error.contains("alpha-2.0-seed-1: is finished"), again.error);
    }

    void oneThatFailsDoesNotStopTheOthers()
    {
        QVERIFY(train("failing", "--alpha 0.5,2 --max-steps 2").status == 0);
        const fs::path sweep = out_.path() / "failing";
        fs::remove_all(sweep / "alpha-2.0-seed-1");
        std::ofstream(sweep / "alpha-0.5-seed-1/config.json") << "{";
        const auto run = runCommandLine({QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--resume"), text(sweep)});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("1 of 2 runs failed") && run.error.contains("config.json"), run.error);
        const QJsonObject last = objects(run.out).last();
        QCOMPARE(last[u"failed"].toArray(), QJsonArray{QStringLiteral("alpha-0.5-seed-1")});
        QCOMPARE(last[u"finished"].toArray(), QJsonArray{QStringLiteral("alpha-2.0-seed-1")});
    }

    void oneThatDivergedIsLeftUntilItIsAskedFor()
    {
        QVERIFY(train("wild", "--alpha 0.5,2 --max-steps 3").status == 0);
        const fs::path sweep = out_.path() / "wild", run = sweep / "alpha-0.5-seed-1";
        std::string config = TemporaryFolder::content(run / "config.json");
        config.replace(config.find("\"maxSteps\": 3"), 13, "\"maxSteps\": 9");
        config.replace(config.find("\"learningRate\": 0.0002"), 22, "\"learningRate\": 1");
        std::ofstream(run / "config.json") << config;
        const QStringList resume{QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--resume"), text(sweep)};
        const auto wild = runCommandLine(resume);
        QCOMPARE(wild.status, 1);
        QVERIFY2(wild.error.contains("no longer"), wild.error);
        QCOMPARE(objects(wild.out).last()[u"failed"].toArray(), QJsonArray{QStringLiteral("alpha-0.5-seed-1")});

        // It would diverge again: said, and no failure.
        fs::remove_all(sweep / "alpha-2.0-seed-1");
        const auto rows = TemporaryFolder::content(run / "metrics.csv");
        const auto others = runCommandLine(resume);
        QVERIFY2(others.status == 0, others.error);
        QCOMPARE(others.error.count("alpha-0.5-seed-1: "), 1);
        QVERIFY2(others.error.contains("alpha-0.5-seed-1: is left as it is, since it diverged: "), others.error);
        QVERIFY2(others.error.contains("no longer"), others.error);
        QCOMPARE(objects(others.out).last()[u"diverged"].toArray(), QJsonArray{QStringLiteral("alpha-0.5-seed-1")});
        QCOMPARE(objects(others.out).last()[u"finished"].toArray(), QJsonArray{QStringLiteral("alpha-2.0-seed-1")});
        QCOMPARE(TemporaryFolder::content(run / "metrics.csv"), rows);
        const auto info = runCommandLine({QStringLiteral("info"), text(sweep), QStringLiteral("--json")}).json();
        QCOMPARE(info[u"runs"].toArray()[0].toObject()[u"state"].toString(), QStringLiteral("diverged"));
        QVERIFY(info[u"runs"].toArray()[0].toObject()[u"trouble"].toString().contains(QStringLiteral("no longer")));

        const auto calm = runCommandLine(resume + words("--only alpha-0.5-seed-1 --lr 2e-4"));
        QVERIFY2(calm.status == 0, calm.error);
        const auto again = runCommandLine(resume);
        QVERIFY2(again.status == 0, again.error);
        QCOMPARE(objects(again.out).last()[u"finished"].toArray().size(), 2);
    }

    void badSweeps_data()
    {
        refusedColumns();
        QTest::newRow("words") << "train --alpha 0.5,many --out OUT/a" << 2 << QByteArray("many");
        QTest::newRow("twice") << "train --alpha 1,1 --out OUT/b" << 2 << QByteArray("alpha");
        QTest::newRow("out of range") << "train --alpha 1,-1 --out OUT/c" << 2 << QByteArray("alpha");
        QTest::newRow("no such run") << "train --resume OUT/sweep --only nobody" << 2 << QByteArray("nobody");
        QTest::newRow("a sweep on another device") << "train --resume OUT/sweep --device cpu" << 2 << QByteArray("--device");
        QTest::newRow("only without a sweep") << "train --out OUT/d --only x" << 2 << QByteArray("--only");
        QTest::newRow("a folder that is used") << "train --alpha 1,2 --out OUT/sweep" << 1 << QByteArray("sweep");
        QTest::newRow("verify into a folder that is used") << "verify-resume --out OUT/sweep" << 1 << QByteArray("sweep");
        QTest::newRow("verify without data") << "verify-resume --out OUT/e --data /nowhere" << 1 << QByteArray("/nowhere");
        QTest::newRow("verify without a folder") << "verify-resume" << 2 << QByteArray("--out");
    }

    void badSweeps() { verifyRefused({{QStringLiteral("OUT"), text(out_.path())}}); }

    void killedAndResumedComesToTheSame_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("aivae") << "aivae";
        QTest::newRow("aivaegan") << "aivaegan";
    }

    void killedAndResumedComesToTheSame()
    {
        QFETCH(QString, model);
        const auto run =
            runCommandLine(QStringList{QStringLiteral("verify-resume"), QStringLiteral("--out"), text(out_.path() / "verify") + model,
                                       QStringLiteral("--data"), text(data_.path()), QStringLiteral("--model"), model} +
                               words("--max-steps 8 --kills 3 --checkpoint-minutes 0.001 --json"),
                           240'000);
        QVERIFY2(run.status == 0, run.error);
        QVERIFY(run.json()[u"identical"].toBool());
        QCOMPARE(run.json()[u"kills"].toInt(), 3);
        QCOMPARE(run.json()[u"hash"].toString().size(), 64);
        QVERIFY2(run.error.contains("kill 3 of 3"), run.error);
    }

private:
    QStringList line(const QString& name, const char* more) const
    {
        return QStringList{QStringLiteral("train"), QStringLiteral("--data"), text(data_.path()), QStringLiteral("--out"),
                           text(out_.path()) + QLatin1Char('/') + name} +
               words("--model aivaegan --latent 4 --batch 16") + words(more);
    }

    CommandLineRun train(const QString& name, const char* more) const { return runCommandLine(line(name, more), 240'000); }

    std::string hashOf(const char* run) const
    {
        const auto latest = RunFolder::openForReading(out_.path() / run)->latest();
        return contentHash(SafetensorsFile::read(*latest)->tensors());
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
};

QTEST_GUILESS_MAIN(tst_SweepCommands)
#include "tst_sweep_commands.moc"
