#include <QFile>
#include <QTest>

#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_DataCheckCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        folder_.put("fsdd/recordings/9_theo_1.wav", "damaged");
        small_data::putSound(folder_, "fsdd/recordings/7_theo_9.wav", 2 * 31 + 1);  // as 2_theo_1 and 2_jackson_1
    }

    void saysWhatIsThere()
    {
        const QString csv = QString::fromStdString((folder_ / "out.csv").string());
        const QStringList line{u"data"_s, u"check"_s, u"fsdd"_s, u"--data"_s, data(), u"--split"_s, u"speaker:theo"_s, u"--csv"_s, csv};
        const CommandLineRun run = runCommandLine(line + QStringList{u"--json"_s});
        QVERIFY2(run.status == 0, run.error);
        const QJsonObject json = run.json();
        QCOMPARE(json[u"recordings"_s], 61);
        QCOMPARE(json[u"labels"_s][u"7"_s], 7);
        QCOMPARE(json[u"problems"_s][u"unreadable"_s], 1);
        QVERIFY(json[u"problems"_s][u"duplicate"_s].toInt() >= 3);
        QCOMPARE(json[u"split"_s][u"shared_speakers"_s], 0);
        QVERIFY(json[u"split"_s][u"copies"_s].toInt() > 0);
        QVERIFY(json[u"split"_s][u"meaning"_s].toString().contains(u"new voices"_s));
        QVERIFY(run.error.contains("9_theo_1.wav"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> rows = file.readAll().trimmed().split('\n');
        QCOMPARE(rows.size(), 62);
        QVERIFY(rows[0].startsWith("file,set,label,speaker,part,seconds"));
        const CommandLineRun people = runCommandLine(line);
        QVERIFY2(people.out.contains("No voice of the test part is learned from"), people.out);
        QVERIFY2(people.out.contains("Unreadable            1"), people.out);
    }

    void benchMeasuresBoth()
    {
        const CommandLineRun run = runCommandLine({u"bench"_s, u"recordings"_s, u"--data"_s, data(), u"--json"_s});
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(run.json()[u"recordings"_s], 61);
        for (const QString& what : {u"statistics"_s, u"network_inputs"_s})
            QVERIFY(run.json()[what][u"recordings_per_second"_s].toDouble() > 0);
    }

    void trouble_data()
    {
        refusedColumns();
        QTest::newRow("no name") << "data check" << 2 << QByteArray("Name a data set");
        QTest::newRow("unknown set") << "data check birds" << 2 << QByteArray("birds");
        QTest::newRow("unknown split") << "data check fsdd --data DIR --split halves" << 2 << QByteArray("halves");
        QTest::newRow("no data") << "data check scd --data DIR" << 1 << QByteArray("scd");
        QTest::newRow("bench without data") << "bench recordings --dataset scd --data DIR" << 1 << QByteArray("scd");
        QTest::newRow("no such folder") << "data check fsdd --data DIR --csv DIR/none/out.csv" << 1 << QByteArray("none");
    }
    void trouble() { verifyRefused({{u"DIR"_s, data()}}); }

private:
    QString data() const { return QString::fromStdString(folder_.path().string()); }

    small_data::TrainingFolder folder_;
};

QTEST_GUILESS_MAIN(tst_DataCheckCommand)
#include "tst_data_check_command.moc"
