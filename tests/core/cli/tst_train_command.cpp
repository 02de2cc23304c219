#include <QJsonArray>
#include <QTest>

#include <csignal>

#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

/// A training run from the command line, on a data set of a hundred images.
class tst_TrainCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        small_data::putMnist(data_);
        small_data::putFsdd(data_, {"jackson", "theo"}, 5);
        qputenv("XDG_CACHE_HOME", path("cache").toLocal8Bit());
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no run") << QStringList{} << 2 << QByteArray("--out");
        QTest::newRow("new and old") << QStringList{u"--out"_s, u"a"_s, u"--resume"_s, u"b"_s} << 2 << QByteArray("--out");
        QTest::newRow("model") << QStringList{u"--out"_s, path("x"), u"--model"_s, u"vae"_s} << 2 << QByteArray("--model");
        QTest::newRow("no number") << QStringList{u"--out"_s, path("x"), u"--epochs"_s, u"many"_s} << 2 << QByteArray("--epochs");
        QTest::newRow("out of range") << QStringList{u"--out"_s, path("x"), u"--batch"_s, u"0"_s} << 2 << QByteArray("batch");
        QTest::newRow("split") << QStringList{u"--out"_s, path("x"), u"--split"_s, u"even"_s} << 2 << QByteArray("even");
        QTest::newRow("no data") << QStringList{u"--out"_s, path("x"), u"--data"_s, path("nowhere")} << 1 << path("nowhere").toUtf8();
        QTest::newRow("not empty") << QStringList{u"--out"_s, path("mnist"), u"--data"_s, path("")} << 1 << path("mnist").toUtf8();
        QTest::newRow("no run to resume") << QStringList{u"--resume"_s, path("mnist")} << 1 << path("mnist").toUtf8();
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, named);
        const CommandLineRun run = runCommandLine(QStringList{u"train"_s, u"--json"_s} + arguments);
        QVERIFY2(run.status == status, run.error);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.error.trimmed().split('\n').last().contains(named), run.error);
    }

    void stopAndResume()
    {
        qint64 before = 0;
        for (const QStringList& how :
             {QStringList{u"--out"_s, path("run"), u"--data"_s, path(""), u"--batch"_s, u"10"_s, u"--epochs"_s, u"1000"_s},
              QStringList{u"--resume"_s, path("run")}}) {
            QProcess process;
            process.start(QStringLiteral(SONOGLYPH_CLI), QStringList{u"train"_s, u"--json"_s} + how);
            while (!process.canReadLine() && process.waitForReadyRead(100'000)) {}
            QVERIFY2(process.canReadLine(), process.readAllStandardError());  // the first epoch is done
            ::kill(pid_t(process.processId()), SIGINT);
            QVERIFY(process.waitForFinished(100'000));
            QCOMPARE(process.exitCode(), 130);
            const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').last();
            const QJsonObject stopped = QJsonDocument::fromJson(last).object();
            QCOMPARE(stopped[u"event"_s], u"stopped"_s);
            QVERIFY2(stopped[u"step"_s].toInteger() > before, last);
            before = stopped[u"step"_s].toInteger();

            const QJsonObject run = runCommandLine({u"info"_s, path("run"), u"--json"_s}).json();
            QCOMPARE(run[u"configuration"_s][u"batch"_s], 10);
            QCOMPARE(run[u"latest"_s][u"what"_s], u"checkpoint"_s);
        }
    }

    void modelOfTheRunIsUsable()
    {
        const QString sound = path("fsdd/recordings/3_theo_0.wav");
        const CommandLineRun run =
            runCommandLine({u"decode"_s, sound, u"--model"_s, path("run"), u"--png"_s, path("three.png"), u"--json"_s});
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(run.json()[u"probabilities"_s].toArray().size(), 10);
        QCOMPARE(run.json()[u"mean"_s].toArray().size(), 64);
        QCOMPARE(run.json()[u"log_variance"_s].toArray().size(), 64);
        QVERIFY(TemporaryFolder::content(data_ / "three.png").starts_with("\x89PNG"));
    }

private:
    QString path(std::string_view name) const { return QString::fromStdString((data_ / name).string()); }

    TemporaryFolder data_;
};

QTEST_GUILESS_MAIN(tst_TrainCommand)
#include "tst_train_command.moc"
