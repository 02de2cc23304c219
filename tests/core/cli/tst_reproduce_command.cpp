// The paper reproduced from the command line, as small as it can be: every piece is there, and nothing is done twice.
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_ReproduceCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto run = runCommandLine(line(u"1"_s), 240'000);
        QVERIFY2(run.status == 0, run.error);
        const QJsonObject last = QJsonDocument::fromJson(run.out.trimmed().split('\n').last()).object();
        QCOMPARE(last[u"measured"_s].toInt(), 3);
        QCOMPARE(last[u"planned"_s].toInt(), 3);
        QVERIFY(last[u"failed"_s].toArray().isEmpty());
        for (const QByteArray& said : run.out.trimmed().split('\n')) QVERIFY2(!QJsonDocument::fromJson(said).object().isEmpty(), said);
    }

    void everythingIsThere_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"report.html", "reproduction.json", "lenet5.safetensors", "results/lenet5.json", "results/fsdd-aivae-seed-1.json",
              "results/fsdd-aivaegan-1-seed-1.json", "results/fsdd-classifier-seed-1.json", "pictures/fsdd-aivae-seed-1-held-out.png",
              "pictures/fsdd-aivae-seed-1-archetypes.png", "tables/table-4.tex", "tables/table-5.csv", "tables/zeroing.md",
              "runs/fsdd-aivae-seed-1/config.json"})
            QTest::newRow(file) << file;
    }

    void everythingIsThere()
    {
        QFETCH(QString, file);
        QVERIFY(QFile::exists(path(file)));
        QVERIFY(QFile(path(file)).size() > 0);
    }

    void whatIsDoneIsPassedOver()
    {
        const QStringList files{u"runs/fsdd-aivaegan-1-seed-1/metrics.csv"_s, u"results/fsdd-aivae-seed-1.json"_s, u"lenet5.safetensors"_s};
        QList<QDateTime> before;
        for (const QString& file : files) before << QFileInfo(path(file)).lastModified();
        const auto run = runCommandLine(line(u"1"_s), 120'000);
        QVERIFY2(run.status == 0, run.error);
        for (int i = 0; i < files.size(); ++i) QCOMPARE(QFileInfo(path(files[i])).lastModified(), before[i]);
    }

    void aResultThatIsGoneIsMeasuredAgainAndTheSame()
    {
        const QString file = path(u"results/fsdd-aivaegan-1-seed-1.json"_s);
        const QByteArray before = content(file);
        QVERIFY(QFile::remove(file));
        const auto run = runCommandLine(line(u"1"_s), 120'000);
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(content(file), before);
    }

    void anotherTrainingIsNotMixedIn()
    {
        const QByteArray before = content(path(u"results/fsdd-aivae-seed-1.json"_s));
        const auto run = runCommandLine(line(u"2"_s), 120'000);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("fsdd-aivae-seed-1"), run.error);
        QCOMPARE(content(path(u"results/fsdd-aivae-seed-1.json"_s)), before);
    }

    void refused_data()
    {
        refusedColumns();
        QTest::newRow("epochs") << "reproduce --out OUT --epochs many" << 2 << QByteArray("many");
        QTest::newRow("no such data set") << "reproduce --out OUT --datasets mixed" << 2 << QByteArray("fsdd and scd");
        QTest::newRow("no data") << "reproduce --out OUT --data NOWHERE" << 1 << QByteArray("NOWHERE");
        QTest::newRow("nothing to report") << "reproduce --out OUT --report" << 1 << QByteArray("reproduction.json");
        QTest::newRow("no folder") << "reproduce" << 2 << QByteArray("--out");
    }

    void refused() { verifyRefused({{u"OUT"_s, path(u"../refused"_s)}}); }

private:
    QString path(const QString& name) const { return QString::fromStdString((data_ / "out").string()) + u'/' + name; }

    QStringList line(const QString& epochs) const
    {
        return {u"reproduce"_s,
                u"--json"_s,
                u"--out"_s,
                QString::fromStdString((data_ / "out").string()),
                u"--data"_s,
                QString::fromStdString(data_.path().string()),
                u"--epochs"_s,
                epochs,
                u"--datasets"_s,
                u"fsdd"_s,
                u"--alpha"_s,
                u"1"_s,
                u"--repeats"_s,
                u"2"_s,
                u"--paper-splits"_s,
                u"--threads"_s,
                u"1"_s};
    }

    static QByteArray content(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    small_data::TrainingFolder data_;
};

QTEST_GUILESS_MAIN(tst_ReproduceCommand)
#include "tst_reproduce_command.moc"
