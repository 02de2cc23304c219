#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "core/audio/sound_file.h"
#include "core/audio/spectrogram.h"
#include "core/audio/spectrogram_image.h"
#include "core/cli/command_line_runner.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_SpectrogramCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Sound sound{16000, std::vector<float>(12000)};
        for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = float(int(i * i % 2001) - 1000) / 2000;
        QVERIFY(writeWavFile(path("digit.wav"), sound).ok());
        sound_ = *readSoundFile(path("digit.wav"));
    }

    void writesWhatTheCoreSays_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("rate");
        QTest::addColumn<bool>("pad");
        QTest::newRow("default") << QStringList{} << 0 << false;
        QTest::newRow("stretch") << QStringList{u"--time"_s, u"stretch"_s} << 0 << false;
        QTest::newRow("pad at 8 kHz") << QStringList{u"--time"_s, u"pad"_s, u"--rate"_s, u"8000"_s} << 8000 << true;
    }
    void writesWhatTheCoreSays()
    {
        QFETCH(QStringList, options);
        QFETCH(int, rate);
        QFETCH(bool, pad);
        SpectrogramParams params;
        params.rate = rate;
        params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
        const Spectrogram expected = networkInput(sound_, params);

        const QString csv = dir_.filePath(u"out.csv"_s);
        const QString png = dir_.filePath(u"out.png"_s);
        const QStringList arguments =
            QStringList{u"spectrogram"_s, dir_.filePath(u"digit.wav"_s), u"--csv"_s, csv, u"--png"_s, png} + options;
        const CommandLineRun json = runCommandLine(arguments + QStringList{u"--json"_s});
        QCOMPARE(json.status, 0);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), toCsv(expected));

        const QImage image(png);
        QCOMPARE(image.size(), QSize(48, 48));
        QCOMPARE(qGray(image.pixel(7, 0)), int(std::lround(255 * expected.at(47, 7))));
        QCOMPARE(qGray(image.pixel(7, 47)), int(std::lround(255 * expected.at(0, 7))));
        QCOMPARE(image.text(u"Software"_s), u"Sonoglyph"_s);

        QCOMPARE(json.json()[u"rate"_s], rate > 0 ? rate : 16000);
        QCOMPARE(json.json()[u"values"_s].toArray().size(), 48);
        QCOMPARE(float(json.json()[u"values"_s][3][5].toDouble()), expected.at(3, 5));
        const CommandLineRun people = runCommandLine(arguments);
        QCOMPARE(people.status, 0);
        QVERIFY2(people.out.contains("0.750 s at 16000 Hz") && people.out.contains("out.png"), people.out);
    }

    void trouble_data()
    {
        refusedColumns();
        QTest::newRow("missing file") << "spectrogram DIR/none.wav" << 1 << QByteArray("none.wav");
        QTest::newRow("folder") << "spectrogram DIR" << 1 << QByteArray("folder");
        QTest::newRow("no file") << "spectrogram" << 2 << QByteArray("FILE");
        QTest::newRow("time") << "spectrogram DIR/digit.wav --time squeeze" << 2 << QByteArray("--time");
        QTest::newRow("rate") << "spectrogram DIR/digit.wav --rate 7" << 2 << QByteArray("rate");
        QTest::newRow("no number") << "spectrogram DIR/digit.wav --rate high" << 2 << QByteArray("--rate");
        QTest::newRow("no such folder") << "spectrogram DIR/digit.wav --csv DIR/none/out.csv" << 1 << QByteArray("none");
    }
    void trouble() { verifyRefused({{u"DIR"_s, dir_.path()}}); }

private:
    std::filesystem::path path(const char* name) const { return dir_.filePath(QString::fromLatin1(name)).toStdString(); }

    QTemporaryDir dir_;
    Sound sound_;
};

QTEST_GUILESS_MAIN(tst_SpectrogramCommand)
#include "tst_spectrogram_command.moc"
