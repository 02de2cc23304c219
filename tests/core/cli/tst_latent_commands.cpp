// traverse, morph and map from the command line, with a model that came with the program.
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_LatentCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        small_data::putSound(data_, "a.wav", 3);
        small_data::putSound(data_, "b.wav", 40);
    }

    void aTraversalIsTheSameEveryTime()
    {
        const QStringList line{u"traverse"_s, u"--digit"_s, u"4"_s,        u"--model"_s, u"aivae-fsdd"_s,
                               u"--dims"_s,   u"13,49"_s,   u"--frames"_s, u"5"_s,       u"--json"_s};
        for (const char* stem : {"one", "two"}) {
            const auto run = runCommandLine(line + QStringList{u"--out"_s, path(stem)});
            QVERIFY2(run.status == 0, run.error);
            QVERIFY(!run.json().isEmpty());
        }
        QCOMPARE(content("one.csv"), content("two.csv"));
        QCOMPARE(content("one.png"), content("two.png"));
        const QImage image(path("one.png"));
        QCOMPARE(image.size(), QSize(5 * 28 + 4 * 2, 2 * 28 + 2));
        const QList<QByteArray> lines = content("one.csv").split('\n');
        QCOMPARE(lines.size(), 1 + 2 * 5 + 1);
        QVERIFY(lines[1].startsWith("dimension 13,0,-3,"));
        // The middle of every strip is the code itself.
        QCOMPARE(lines[3].mid(lines[3].indexOf(',')), lines[8].mid(lines[8].indexOf(',')));
    }

    void aMorphEndsAtTheSounds_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("linear") << QStringList();
        QTest::newRow("spherical") << QStringList{u"--spherical"_s};
    }

    void aMorphEndsAtTheSounds()
    {
        QFETCH(QStringList, options);
        const QString a = file("a.wav"), b = file("b.wav");
        const auto run = runCommandLine(
            QStringList{u"morph"_s, a, b, u"--model"_s, u"aivae-fsdd"_s, u"--frames"_s, u"9"_s, u"--out"_s, path("morph")} + options);
        QVERIFY2(run.status == 0, run.error);
        const QList<QByteArray> lines = content("morph.csv").split('\n');
        QCOMPARE(lines.size(), 11);
        const auto heard = [&](const QString& sound) {
            return runCommandLine({u"decode"_s, sound, u"--model"_s, u"aivae-fsdd"_s, u"--json"_s}).json()[u"mean"_s].toArray();
        };
        const QList<QByteArray> first = lines[1].split(','), last = lines[9].split(',');
        const QJsonArray from = heard(a), to = heard(b);
        QCOMPARE(from.size(), 64);
        for (int i = 0; i < 64; ++i) {
            QVERIFY(std::abs(first[5 + i].toDouble() - from[i].toDouble()) < 1e-6);
            QVERIFY(std::abs(last[5 + i].toDouble() - to[i].toDouble()) < 1e-6);
        }
    }

    void theMapOfAFolder()
    {
        const small_data::TrainingFolder folder;
        const auto run = runCommandLine({u"map"_s, u"--model"_s, u"aivae-fsdd"_s, u"--dataset"_s, u"fsdd6"_s, u"--data"_s,
                                         QString::fromStdString(folder.path().string()), u"--out"_s, path("map"), u"--json"_s});
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(content("map.csv").count('\n'), 1 + 10 * 2 * 3);
        QVERIFY(!QImage(path("map.png")).isNull());
    }

    void badLines_data()
    {
        refusedColumns();
        QTest::newRow("no such dimension") << u"traverse SOUND --model aivae-fsdd --dims 99 --out OUT"_s << 2 << QByteArray("99");
        QTest::newRow("too many frames") << u"traverse SOUND --model aivae-fsdd --frames 26 --out OUT"_s << 2 << QByteArray("26");
        QTest::newRow("no sound") << u"morph SOUND MISSING --out OUT"_s << 1 << QByteArray("missing.wav");
        QTest::newRow("no data") << u"map --model aivae-fsdd --data MISSING --out OUT"_s << 1 << QByteArray("missing.wav");
        QTest::newRow("no model") << u"map --model MISSING --out OUT"_s << 1 << QByteArray("missing.wav");
        QTest::newRow("nowhere to write") << u"morph SOUND SOUND"_s << 2 << QByteArray("--out");
    }

    void badLines()
    {
        verifyRefused({{u"SOUND"_s, file("a.wav")}, {u"MISSING"_s, file("missing.wav")}, {u"OUT"_s, path("refused")}});
        QVERIFY(!QFile::exists(path("refused.csv")) && !QFile::exists(path("refused.png")));
    }

private:
    QString path(const char* name) const { return out_.filePath(QString::fromLatin1(name)); }
    QString file(const char* name) const { return QString::fromStdString((data_.path() / name).string()); }
    QByteArray content(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir out_;
    const TemporaryFolder data_;
};

QTEST_GUILESS_MAIN(tst_LatentCommands)
#include "tst_latent_commands.moc"
