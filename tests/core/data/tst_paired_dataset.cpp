#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

#include "core/data/paired_dataset.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_PairedDataset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opens();
    void trainAndTestNeverMeet_data();
    void trainAndTestNeverMeet();
    void sameSeedSameData();
    void badRecordingsAreNoted();
    void missingDigitsAreNoted();
    void errors_data();
    void errors();
    void stops();
    void resolvesDefaults();
    void realData_data();
    void realData();

private:
    Result<std::shared_ptr<const PairedDataset>> open() { return openDataset(config_, {}, {}, 2); }

    std::unique_ptr<TemporaryFolder> folder_;
    TemporaryFolder realCache_;
    DatasetConfig config_;
};

void tst_PairedDataset::init()
{
    folder_ = std::make_unique<TemporaryFolder>();
    qputenv("XDG_CACHE_HOME", (folder_->path() / "cache").c_str());
    small_data::putMnist(*folder_);
    small_data::putFsdd(*folder_, {"theo", "jackson"}, 7);
    for (int digit = 0; digit < 10; ++digit) {
        for (const char* speaker : {"aaaa", "bbbb", "cccc", "dddd"})
            small_data::putSound(*folder_, "scd/" + std::string(digitWord(digit)) + "/" + speaker + "_nohash_0.wav",
                                 digit * 7 + speaker[0]);
    }
    config_ = {};
    config_.folder = folder_->path();
}

void tst_PairedDataset::cleanup() { folder_.reset(); }

void tst_PairedDataset::opens()
{
    const auto data = open();
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    const PairedDataset& set = **data;
    QCOMPARE(set.trainImages.count(), 100);
    QCOMPARE(set.testImages.count(), 40);
    QCOMPARE(set.recordings.recordings.size(), 140u);
    QCOMPARE(set.spectrograms.count(), 140u);
    QCOMPARE(set.split.test.size(), 14u);
    QCOMPARE(set.trainPairs.size(), 100u);
    QCOMPARE(set.testPairs.size(), 40u);
    QCOMPARE(set.config.spectrogram.rate, 8000);
    QVERIFY(set.notes.empty());
    QVERIFY(fs::exists(folder_->path() / "cache/sonoglyph/spectrograms"));
    const Spectrogram expected = networkInput(*readSoundFile(set.recordings.recordings[77].file), set.config.spectrogram);
    QVERIFY(std::equal(expected.values.begin(), expected.values.end(), set.spectrograms.at(77).begin()));
}

void tst_PairedDataset::trainAndTestNeverMeet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("split");
    for (const char* name : {"fsdd", "fsdd6", "scd", "mixed"}) QTest::addRow("%s random", name) << name << "random";
    QTest::newRow("fsdd official") << "fsdd"
                                   << "official";
    QTest::newRow("fsdd speaker") << "fsdd"
                                  << "speaker:theo";
    QTest::newRow("scd speaker") << "scd"
                                 << "speaker:bbbb";
    QTest::newRow("mixed speaker") << "mixed"
                                   << "speaker:jackson";
}

void tst_PairedDataset::trainAndTestNeverMeet()
{
    QFETCH(QString, name);
    QFETCH(QString, split);
    config_.name = name.toStdString();
    config_.split = split.toStdString();
    for (config_.seed = 1; config_.seed <= 5; ++config_.seed) {
        const auto data = open();
        QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
        const PairedDataset& set = **data;
        std::set<std::uint32_t> heard;
        for (const Pair& pair : set.trainPairs) {
            heard.insert(pair.recording);
            QCOMPARE(set.trainImages.label(int(pair.image)), set.recordings.recordings[pair.recording].label);
            QVERIFY(std::binary_search(set.split.train.begin(), set.split.train.end(), pair.recording));
        }
        for (const Pair& pair : set.testPairs) {
            QVERIFY(!heard.contains(pair.recording));
            QCOMPARE(set.testImages.label(int(pair.image)), set.recordings.recordings[pair.recording].label);
            QVERIFY(std::binary_search(set.split.test.begin(), set.split.test.end(), pair.recording));
        }
        if (set.alignment == Alignment::OneToOne) {
            QCOMPARE(heard.size(), set.trainPairs.size());
            QVERIFY(set.trainPairs.size() <= set.split.train.size());
        } else {
            QCOMPARE(set.trainPairs.size(), 100u);
        }
    }
}

void tst_PairedDataset::sameSeedSameData()
{
    const auto a = open(), b = open();
    QVERIFY((*a)->trainPairs == (*b)->trainPairs && (*a)->testPairs == (*b)->testPairs && (*a)->split == (*b)->split);
    config_.seed = 2;
    const auto c = open();
    QVERIFY(!((*a)->trainPairs == (*c)->trainPairs));
}

void tst_PairedDataset::badRecordingsAreNoted()
{
    folder_->put("fsdd/recordings/3_theo_0.wav", "no sound");
    folder_->put("fsdd/recordings/something.wav", "other name");
    const auto data = open();
    QVERIFY(data.ok());
    QCOMPARE((*data)->recordings.recordings.size(), 139u);
    QCOMPARE((*data)->spectrograms.count(), 139u);
    QCOMPARE((*data)->notes.size(), 2u);
    for (std::size_t i = 0; i < 139; ++i) QVERIFY((*data)->recordings.recordings[i].file.filename() != "3_theo_0.wav");
    const auto& last = (*data)->recordings.recordings[138];
    const Spectrogram expected = networkInput(*readSoundFile(last.file), (*data)->config.spectrogram);
    QVERIFY(std::equal(expected.values.begin(), expected.values.end(), (*data)->spectrograms.at(138).begin()));
}

void tst_PairedDataset::missingDigitsAreNoted()
{
    for (int take = 0; take < 7; ++take) fs::remove(folder_->path() / ("fsdd/recordings/4_theo_" + std::to_string(take) + ".wav"));
    config_.split = "speaker:theo";
    const auto data = open();
    QVERIFY(data.ok());
    QCOMPARE((*data)->trainPairs.size(), 100u);
    QCOMPARE((*data)->testPairs.size(), 36u);
    QCOMPARE((*data)->notes.size(), 1u);
    QVERIFY(english((*data)->notes[0]).find('4') != std::string::npos);
}

void tst_PairedDataset::errors_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown set") << "set" << int(Errc::BadOption);
    QTest::newRow("unknown split") << "split" << int(Errc::BadOption);
    QTest::newRow("unknown speaker") << "speaker" << int(Errc::BadOption);
    QTest::newRow("no folder") << "folder" << int(Errc::NotFound);
    QTest::newRow("no MNIST test labels") << "mnist" << int(Errc::NotFound);
    QTest::newRow("damaged MNIST") << "damaged" << int(Errc::Corrupt);
    QTest::newRow("no recordings") << "recordings" << int(Errc::NotFound);
    QTest::newRow("no lists") << "lists" << int(Errc::NotFound);
}

void tst_PairedDataset::errors()
{
    QFETCH(QString, what);
    QFETCH(int, code);
    if (what == u"set") config_.name = "librispeech";
    if (what == u"split") config_.split = "half";
    if (what == u"speaker") config_.split = "speaker:nobody";
    if (what == u"folder") config_.folder /= "nowhere";
    if (what == u"mnist") fs::remove(config_.folder / "mnist/t10k-labels-idx1-ubyte");
    if (what == u"damaged") folder_->put("mnist/train-images-idx3-ubyte", "damaged");
    if (what == u"recordings") fs::remove_all(config_.folder / "fsdd");
    if (what == u"lists") {
        config_.name = "scd";
        config_.split = "official";
    }
    const auto data = open();
    QVERIFY(!data.ok());
    QCOMPARE(int(data.error().code), code);
    QVERIFY(!fs::exists(folder_->path() / "cache"));  // known before the long work
}

void tst_PairedDataset::stops()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(openDataset(config_, {}, stop.get_token(), 1).error().code, Errc::Cancelled);
}

void tst_PairedDataset::resolvesDefaults()
{
    qputenv("SONOGLYPH_DATA", "/mine");
    for (const auto& [name, rate] : {std::pair("fsdd", 8000), {"fsdd6", 8000}, {"mixed", 8000}, {"scd", 16000}}) {
        DatasetConfig config;
        config.name = name;
        QCOMPARE(resolved(config).spectrogram.rate, rate);
        QCOMPARE(resolved(config).folder, fs::path("/mine"));
        config.spectrogram.rate = 11025;
        config.folder = "/other";
        QVERIFY(resolved(config) == config);
    }
    qunsetenv("SONOGLYPH_DATA");
}

void tst_PairedDataset::realData_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<int>("train");
    QTest::addColumn<int>("test");
    QTest::newRow("random") << "random" << 1800 << 200;
    QTest::newRow("official") << "official" << 1800 << 200;
    QTest::newRow("speaker") << "speaker:nicolas" << 1500 << 500;
}

void tst_PairedDataset::realData()
{
    QFETCH(QString, split);
    QFETCH(int, train);
    QFETCH(int, test);
    const fs::path data = qgetenv("SONOGLYPH_TEST_DATA").toStdString();
    if (!fs::is_directory(data / "mnist") || !fs::is_directory(data / "fsdd"))
        QSKIP("No real data: set SONOGLYPH_TEST_DATA to a folder with mnist/ and fsdd/.");
    qputenv("XDG_CACHE_HOME", realCache_.path().c_str());
    config_.folder = data;
    config_.split = split.toStdString();
    const auto opened = openDataset(config_, {}, {}, 0);
    QVERIFY2(opened.ok(), opened.ok() ? "" : english(opened.error()).c_str());
    QCOMPARE((*opened)->split.train.size(), std::size_t(train));
    QCOMPARE((*opened)->split.test.size(), std::size_t(test));
    QCOMPARE((*opened)->trainPairs.size(), 60000u);
    QCOMPARE((*opened)->testPairs.size(), 10000u);
    QVERIFY((*opened)->notes.empty());
    QVERIFY(std::all_of((*opened)->spectrograms.values().begin(), (*opened)->spectrograms.values().end(),
                        [](float v) { return v >= 0 && v <= 1; }));
}

QTEST_GUILESS_MAIN(tst_PairedDataset)
#include "tst_paired_dataset.moc"
