// A data set from nothing: spoken and drawn the same way every time, laid out as the real ones are, and read by the judge of real digits.
#include <torch/torch.h>

#include <QCryptographicHash>
#include <QProcess>
#include <QtTest>

#include "core/base/temporary_folder.h"
#include "core/data/drawn_digits.h"
#include "core/data/paired_dataset.h"
#include "core/data/spoken_digits.h"
#include "core/data/synthetic_digits.h"
#include "core/model/model_file.h"
#include "core/train/batches.h"
#include "core/train/lenet_trainer.h"

using namespace sonoglyph;

namespace {

std::vector<SpokenDigit> spoken(int speakers, int takes, std::uint64_t seed)
{
    std::vector<SpokenDigit> all;
    const auto said = speakDigits(speakers, takes, seed,
                                  [&](const SpokenDigit& one) -> Result<void> {
                                      all.push_back(one);
                                      return {};
                                  },
                                  {}, {});
    if (!said) qWarning("%s", english(said.error()).c_str());
    return all;
}

}  // namespace

class tst_SyntheticDigits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(cache_.path().string())); }

    void everySpeakerSaysEveryDigit()
    {
        const auto all = spoken(7, 2, 1);
        QCOMPARE(all.size(), std::size_t(7 * 10 * 2));
        std::set<std::string> speakers;
        for (const SpokenDigit& one : all) {
            speakers.insert(one.speaker);
            QVERIFY2(one.sound.seconds() > 0.12 && one.sound.seconds() < 1.6, one.speaker.c_str());
            const float peak = *std::max_element(one.sound.samples.begin(), one.sound.samples.end());
            QVERIFY(peak > 0.05F && peak <= 1.0F);
        }
        QCOMPARE(speakers.size(), std::size_t(7));
    }

    void aSeedDecides()
    {
        // In a process of its own each: the library remembers.
        const QByteArray one = hashInAnotherProcess(5), again = hashInAnotherProcess(5), other = hashInAnotherProcess(6);
        QCOMPARE(one.size(), 32);
        QCOMPARE(one, again);
        QVERIFY(one != other);
    }

    void voicesDiffer()
    {
        const auto all = spoken(12, 1, 1);
        for (std::size_t a = 0; a < 12; ++a)
            for (std::size_t b = 0; b < a; ++b) QVERIFY(all[a * 10 + 7].sound.samples != all[b * 10 + 7].sound.samples);
    }

    void threadsDoNotMatterForImages()
    {
        const auto one = drawDigits(1200, 3, 1, 1, {}, {}), two = drawDigits(1200, 3, 1, 2, {}, {}),
                   other = drawDigits(1200, 4, 1, 2, {}, {});
        QVERIFY(one.ok() && two.ok() && other.ok());
        QVERIFY(std::ranges::equal(one->pixels(), two->pixels()));
        QVERIFY(!std::ranges::equal(one->pixels(), other->pixels()));
        QVERIFY(!std::ranges::equal(one->pixels(4), one->pixels(14)));  // the same digit, another hand
    }

    void digitsLieAsMnistsDo()
    {
        const auto images = drawDigits(500, 3, 1, 1, {}, {});
        QVERIFY(images.ok());
        for (int i = 0; i < images->count(); ++i) {
            double x = 0, y = 0, sum = 0;
            const auto pixels = images->pixels(i);
            for (int p = 0; p < DigitImages::pixelCount; ++p) {
                x += pixels[std::size_t(p)] * (p % 28 + 0.5);
                y += pixels[std::size_t(p)] * (p / 28 + 0.5);
                sum += pixels[std::size_t(p)];
            }
            QVERIFY2(std::abs(x / sum - 14) < 0.3 && std::abs(y / sum - 14) < 0.3, "centred by mass");
            QVERIFY(sum / 255 > 25 && sum / 255 < 260);
        }
    }

    void theJudgeOfRealDigitsReadsThem()
    {
        auto judge = loadLenet5();
        QVERIFY(judge.ok());
        const auto images = drawDigits(2000, 1, 22, 2, {}, {});
        QVERIFY(images.ok());
        const LenetReport report = readImages(*judge, *images);
        for (std::size_t d = 0; d < 10; ++d) qInfo("%zu: %.1f %%", d, 100 * report.perLabel[d]);
        QVERIFY2(report.accuracy >= 0.95, qPrintable(QString::number(report.accuracy)));
    }

    void aStopLeavesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto made = ensureSyntheticDigits({}, stop.get_token(), 2);
        QVERIFY(!made.ok());
        QCOMPARE(int(made.error().code), int(Errc::Cancelled));
        QVERIFY(!std::filesystem::exists(syntheticFolder()));
        if (std::filesystem::exists(syntheticFolder().parent_path()))
            QVERIFY(TemporaryFolder::names(syntheticFolder().parent_path()).empty());
    }

    void itIsADataSetLikeAnyOther()
    {
        DatasetConfig config;
        config.name = syntheticName;
        config.split = "speakers";
        const auto dataset = openDataset(config, {}, {}, 2);
        QVERIFY2(dataset.ok(), dataset ? "" : english(dataset.error()).c_str());
        const PairedDataset& d = **dataset;
        QCOMPARE(d.recordings.recordings.size(), std::size_t(2000));
        QCOMPARE(d.recordings.speakers().size(), std::size_t(200));
        QCOMPARE(d.trainPairs.size(), std::size_t(12000));
        QCOMPARE(d.testPairs.size(), std::size_t(2000));
        for (const Pair& pair : d.trainPairs) QCOMPARE(d.recordings.recordings[pair.recording].label, d.trainImages.label(int(pair.image)));
        QVERIFY(d.notes.empty());
        config.split = "official";
        const auto official = openDataset(config, {}, {}, 2);
        QVERIFY(official.ok());
        QCOMPARE((*official)->split.test.size(), std::size_t(200));
    }

private:
    static QByteArray hashInAnotherProcess(int seed)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QString::number(seed)});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    TemporaryFolder cache_;
};

/// With a seed as its argument: prints what is said, as a hash.
int main(int argc, char** argv)
{
    const int seed = argc == 2 ? std::atoi(argv[1]) : 0;
    if (seed > 0) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        for (const SpokenDigit& one : spoken(30, 1, std::uint64_t(seed)))
            hash.addData(
                QByteArray(reinterpret_cast<const char*>(one.sound.samples.data()), qsizetype(one.sound.samples.size() * sizeof(float))));
        std::fputs(hash.result().toHex().constData(), stdout);
        return 0;
    }
    QCoreApplication application(argc, argv);
    tst_SyntheticDigits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_synthetic_digits.moc"
