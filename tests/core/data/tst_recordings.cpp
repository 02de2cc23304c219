#include <QTest>

#include "core/data/recordings.h"
#include "core/data/small_data.h"
#include "core/data/survey.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_Recordings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fsddNames_data();
    void fsddNames();
    void scdNames_data();
    void scdNames();
    void extensions_data();
    void extensions();
    void setsAndOrder();
    void otherWordsAreLeftAlone();
    void officialLists();
    void sameRecordingTwice();
    void missing_data();
    void missing();
    void survey();
    void surveyOfNothing();
    void surveyNamesWhatIsWrong();
    void realData();

private:
    static std::string fault(const std::string& set, const fs::path& data) { return english(listRecordings(set, data).error()); }
};

void tst_Recordings::fsddNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("digit");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<int>("take");
    const auto good = [](const char* name, int digit, const char* speaker, int take) {
        QTest::newRow(name) << name << true << digit << speaker << take;
    };
    const auto bad = [](const char* name) { QTest::newRow(name) << name << false << 0 << "" << 0; };
    good("7_jackson_32.wav", 7, "jackson", 32);
    good("0_theo_0.flac", 0, "theo", 0);
    good("9_anna_maria_5.wav", 9, "anna_maria", 5);
    good("3_x_007.WAV", 3, "x", 7);
    good("1_Zo\u00eb_1.ogg", 1, "Zo\u00eb", 1);
    bad("10_jackson_1.wav");
    bad("x_jackson_1.wav");
    bad("7_jackson.wav");
    bad("7__1.wav");
    bad("7_jackson_.wav");
    bad("7_jackson_-1.wav");
    bad("7_jackson_1b.wav");
    bad("7_jackson_99999999999.wav");
    bad("jackson_1.wav");
    bad("_.wav");
    bad("7.wav");
}

void tst_Recordings::fsddNames()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QFETCH(int, digit);
    QFETCH(QString, speaker);
    QFETCH(int, take);
    const TemporaryFolder folder;
    folder.put("fsdd/recordings/5_other_1.wav");
    folder.put("fsdd/recordings/" + name.toStdString());
    const auto set = listRecordings("fsdd6", folder.path());
    QVERIFY(set.ok());
    QCOMPARE(set->skipped, good ? 0 : 1);
    QCOMPARE(set->recordings.size(), good ? 2u : 1u);
    if (!good) return;
    const auto& found = set->recordings[set->recordings[0].speaker == "other" ? 1 : 0];
    QCOMPARE(found.label, digit);
    QCOMPARE(found.speaker, speaker.toStdString());
    QCOMPARE(found.take, take);
    QCOMPARE(found.set, std::string("fsdd"));
    QCOMPARE(found.file, folder / ("fsdd/recordings/" + name.toStdString()));
    QVERIFY(found.official == (take < 5 ? OfficialPart::Test : OfficialPart::Train));
}

void tst_Recordings::scdNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, bool good) { QTest::newRow(name) << name << good; };
    row("0a7c2a8d_nohash_0.wav", true);
    row("0a7c2a8d_nohash_12.flac", true);
    row("_nohash_0.wav", false);
    row("0a7c2a8d_0.wav", false);
    row("0a7c2a8d_nohash_.wav", false);
    row("0a7c2a8d_nohash_x.wav", false);
    row("0a7c2a8d_nohash_0_nohash_1.wav", false);
}

void tst_Recordings::scdNames()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const TemporaryFolder folder;
    folder.put("scd/nine/ffffffff_nohash_0.wav");
    folder.put("scd/seven/" + name.toStdString());
    const auto set = listRecordings("scd", folder.path());
    QVERIFY(set.ok());
    QCOMPARE(set->skipped, good ? 0 : 1);
    QCOMPARE(set->perLabel()[7], good ? 1 : 0);
    if (good) QCOMPARE(set->recordings[0].speaker, std::string("0a7c2a8d"));
}

void tst_Recordings::extensions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sound");
    for (const char* name : {"a.wav", "a.FLAC", "a.ogg", "a.aiff", "a.Aif", "a.au", "a.w64", "a.mp3", "a.b.wav"})
        QTest::newRow(name) << name << true;
    for (const char* name : {"a.txt", "a", "wav", ".wav", "a.wav.part", "a.png", "a.wave"}) QTest::newRow(name) << name << false;
}

void tst_Recordings::extensions()
{
    QFETCH(QString, name);
    QFETCH(bool, sound);
    QCOMPARE(hasSoundExtension(name.toStdString()), sound);
}

void tst_Recordings::setsAndOrder()
{
    const TemporaryFolder folder;
    for (const char* name : {"9_theo_10", "9_theo_9", "1_george_0", "1_jackson_0", "1_nicolas_0", "1_yweweler_0", "0_lucas_3"})
        folder.put("fsdd/recordings/" + std::string(name) + ".wav");
    folder.put("fsdd/recordings/README.md");
    fs::create_directories(folder / "fsdd/recordings/5_theo_5.wav");  // a folder is no recording
    folder.put("scd/zero/aaaaaaaa_nohash_0.wav");
    folder.put("scd/one/aaaaaaaa_nohash_0.wav");

    const auto names = [&](const char* set) {
        std::vector<std::string> out;
        const auto listed = listRecordings(set, folder.path());
        for (const Recording& r : listed->recordings) out.push_back(r.set + " " + r.file.stem().string());
        return out;
    };
    QCOMPARE(names("fsdd"),
             (std::vector<std::string>{"fsdd 1_jackson_0", "fsdd 1_nicolas_0", "fsdd 1_yweweler_0", "fsdd 9_theo_9", "fsdd 9_theo_10"}));
    QCOMPARE(names("fsdd6").size(), 7u);
    QCOMPARE(names("fsdd6").front(), std::string("fsdd 0_lucas_3"));
    QCOMPARE(names("scd"), (std::vector<std::string>{"scd aaaaaaaa_nohash_0", "scd aaaaaaaa_nohash_0"}));
    QCOMPARE(names("mixed").size(), 9u);
    QCOMPARE(listRecordings("mixed", folder.path())->name, std::string("mixed"));
    QCOMPARE(listRecordings("fsdd", folder.path())->skipped, 0);
    QCOMPARE(listRecordings("fsdd", folder.path())->speakers(), (std::vector<std::string>{"jackson", "nicolas", "theo", "yweweler"}));
}

void tst_Recordings::otherWordsAreLeftAlone()
{
    const TemporaryFolder folder;
    folder.put("scd/three/aaaaaaaa_nohash_0.wav");
    folder.put("scd/tree/aaaaaaaa_nohash_0.wav");
    folder.put("scd/bed/bad name.wav");
    folder.put("scd/_background_noise_/white_noise.wav");
    folder.put("scd/LICENSE");
    folder.put("scd/one");  // a file where a folder is expected
    const auto set = listRecordings("scd", folder.path());
    QVERIFY(set.ok());
    QCOMPARE(set->recordings.size(), 1u);
    QCOMPARE(set->recordings[0].label, 3);
    QCOMPARE(set->skipped, 0);
}

void tst_Recordings::officialLists()
{
    const TemporaryFolder folder;
    for (const char* name : {"one/a_nohash_0.flac", "one/b_nohash_0.flac", "one/c_nohash_0.wav", "two/a_nohash_0.wav"})
        folder.put("scd/" + std::string(name));
    QVERIFY(!listRecordings("scd", folder.path())->officialKnown);
    folder.put("scd/testing_list.txt", "one/a_nohash_0.wav\r\none/nobody_nohash_0.wav\n\n");
    QVERIFY(!listRecordings("scd", folder.path())->officialKnown);
    folder.put("scd/validation_list.txt", "one/c_nohash_0.wav");
    const auto set = listRecordings("scd", folder.path());
    QVERIFY(set->officialKnown);
    const auto part = [&](std::size_t i) { return int(set->recordings[i].official); };
    QCOMPARE(part(0), int(OfficialPart::Test));
    QCOMPARE(part(1), int(OfficialPart::Train));
    QCOMPARE(part(2), int(OfficialPart::Validation));
    QCOMPARE(part(3), int(OfficialPart::Train));
}

void tst_Recordings::sameRecordingTwice()
{
    const TemporaryFolder folder;
    folder.put("scd/one/a_nohash_0.flac");
    folder.put("scd/one/a_nohash_0.wav");
    folder.put("scd/two/a_nohash_0.wav");
    const auto set = listRecordings("scd", folder.path());
    QCOMPARE(set->recordings.size(), 2u);
    QCOMPARE(set->recordings[0].file.extension(), fs::path(".flac"));
    QCOMPARE(set->skipped, 1);
}

void tst_Recordings::missing_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("named");
    for (const char* set : {"fsdd", "fsdd6", "mixed"}) QTest::newRow(set) << set << "fsdd/recordings";
    QTest::newRow("scd") << "scd"
                         << "scd";
}

void tst_Recordings::missing()
{
    QFETCH(QString, set);
    QFETCH(QString, named);
    const TemporaryFolder folder;
    for (int round = 0; round < 2; ++round) {
        const auto listed = listRecordings(set.toStdString(), folder.path());
        QVERIFY(!listed.ok());
        QCOMPARE(listed.error().code, Errc::NotFound);
        QVERIFY(english(listed.error()).find((folder / named.toStdString()).string()) != std::string::npos);
        fs::create_directories(folder / named.toStdString());  // there, but empty
    }
    QCOMPARE(listRecordings("librispeech", folder.path()).error().code, Errc::BadOption);
    QVERIFY(fault("librispeech", folder.path()).find("librispeech") != std::string::npos);
    QCOMPARE(listRecordings("", folder.path()).error().code, Errc::BadOption);
}

void tst_Recordings::survey()
{
    const TemporaryFolder folder;
    small_data::putMnist(folder, 30, 20);
    for (int digit = 0; digit < 10; ++digit) {
        folder.put("fsdd/recordings/" + std::to_string(digit) + "_theo_0.wav");
        folder.put("fsdd/recordings/" + std::to_string(digit) + "_lucas_0.wav");
    }
    folder.put("fsdd/recordings/notes.wav");
    const DataSurvey survey = surveyData(folder.path());
    QVERIFY(survey.folderThere);
    QVERIFY(survey.mnist.present);
    QVERIFY(!survey.mnist.problem);
    QCOMPARE(survey.mnist.train, 30);
    QCOMPARE(survey.mnist.test, 20);
    QVERIFY(survey.fsdd.present);
    QVERIFY(!survey.fsdd.problem);
    QCOMPARE(survey.fsdd.recordings, 20);
    QCOMPARE(survey.fsdd.perLabel[4], 2);
    QCOMPARE(survey.fsdd.skipped, 1);
    QCOMPARE(survey.fsdd.speakers, (std::vector<std::string>{"lucas", "theo"}));
    QCOMPARE(survey.paperRecordings, 10);
    QVERIFY(!survey.scd.present);
    QVERIFY(survey.scd.problem);
    QVERIFY(survey.canUse("fsdd") && survey.canUse("fsdd6"));
    QVERIFY(!survey.canUse("scd") && !survey.canUse("mixed") && !survey.canUse("else"));
}

void tst_Recordings::surveyOfNothing()
{
    const TemporaryFolder folder;
    const DataSurvey survey = surveyData(folder / "nowhere");
    QVERIFY(!survey.folderThere && !survey.mnist.present && !survey.fsdd.present && !survey.scd.present);
    QVERIFY(survey.mnist.problem && survey.fsdd.problem && survey.scd.problem);
    QVERIFY(!survey.canUse("fsdd"));
    qputenv("SONOGLYPH_DATA", folder.path().c_str());
    QCOMPARE(surveyData({}).folder, folder.path());
    qunsetenv("SONOGLYPH_DATA");
}

void tst_Recordings::surveyNamesWhatIsWrong()
{
    const TemporaryFolder folder;
    small_data::putMnist(folder);
    fs::remove(folder / "mnist/t10k-images-idx3-ubyte");
    folder.put("mnist/train-labels-idx1-ubyte", "no labels");
    folder.put("scd/one/a_nohash_0.wav");
    const DataSurvey survey = surveyData(folder.path());
    QVERIFY(english(*survey.mnist.problem).find("t10k-images") != std::string::npos);
    QCOMPARE(survey.mnist.train, 0);
    QCOMPARE(survey.mnist.test, 40);
    QVERIFY(survey.scd.present);
    QVERIFY(english(*survey.scd.problem).find("0, 2, 3") != std::string::npos);
}

void tst_Recordings::realData()
{
    const fs::path data = qgetenv("SONOGLYPH_TEST_DATA").toStdString();
    if (!fs::is_directory(data / "fsdd") || !fs::is_directory(data / "scd"))
        QSKIP("No real data: set SONOGLYPH_TEST_DATA to a folder with fsdd/ and scd/.");
    QCOMPARE(listRecordings("fsdd", data)->recordings.size(), 2000u);
    const auto fsdd = listRecordings("fsdd6", data), scd = listRecordings("scd", data);
    QCOMPARE(fsdd->recordings.size(), 3000u);
    QCOMPARE(fsdd->speakers().size(), 6u);
    QCOMPARE(fsdd->skipped + scd->skipped, 0);
    QCOMPARE(listRecordings("mixed", data)->recordings.size(), fsdd->recordings.size() + scd->recordings.size());
    for (const int count : fsdd->perLabel()) QCOMPARE(count, 300);
    if (scd->recordings.size() != 6909) QSKIP("Another part of Speech Commands than the one this test knows.");
    QCOMPARE(scd->perLabel(), (std::vector<int>{1051, 999, 1045, 1020, 1017, 1034, 51, 42, 601, 49}));
    QCOMPARE(scd->speakers().size(), 1079u);
    QVERIFY(scd->officialKnown);
}

QTEST_GUILESS_MAIN(tst_Recordings)
#include "tst_recordings.moc"
