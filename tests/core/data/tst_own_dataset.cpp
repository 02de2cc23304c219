#include <QTest>

#include "core/data/own_dataset.h"
#include "core/data/paired_dataset.h"
#include "core/data/small_data.h"
#include "core/data/survey.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

namespace {

OwnDataset fruit()
{
    OwnDataset set;
    set.name = "fruit";
    set.title = "Fruit";
    set.labels = {"apple", "pear", "plum"};
    set.recordings = {{{}, "sounds", LabelsFrom::Names, {}}};
    set.images = "images";
    return set;
}

/// Images of `labels` classes, as many of each.
void putImages(const TemporaryFolder& folder, const std::string& where, int labels, std::uint32_t count = 30)
{
    std::string names = small_data::bigEndian(0x801) + small_data::bigEndian(count);
    for (std::uint32_t i = 0; i < count; ++i) names += char(i % std::uint32_t(labels));
    for (const char* part : {"train", "t10k"}) {
        folder.put(where + "/" + part + "-images-idx3-ubyte", small_data::idxImages(count));
        folder.put(where + "/" + part + "-labels-idx1-ubyte", names);
    }
}

std::vector<std::string> told(const RecordingSet& set)
{
    std::vector<std::string> out;
    for (const Recording& r : set.recordings)
        out.push_back(set.labels[std::size_t(r.label)] + " " + r.speaker + " " + std::to_string(r.take));
    return out;
}

}  // namespace

class tst_OwnDataset : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void writtenAndRead();
    void refusedToWrite_data();
    void refusedToWrite();
    void refusedToRead_data();
    void refusedToRead();
    void fileNames();
    void folders();
    void table();
    void wordsOfListen();
    void tableThatIsWrong_data();
    void tableThatIsWrong();
    void labelsAreFound();
    void labelsAreGuessedFrom();
    void mixedWithABuiltInSet();
    void opensWithAnyLabels();
    void imagesWithMoreLabels();
    void surveyed();

private:
    static Errc readCode(const std::string& text)
    {
        const TemporaryFolder data;
        data.put("own/x/dataset.json", text);
        const auto read = readOwnDataset(data.path(), "x");
        return read ? Errc::Internal : read.error().code;
    }
};

void tst_OwnDataset::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char* name : {"fruit", "class-5b", "A_1", "a"}) QTest::newRow(name) << name << true;
    for (const char* name : {"", "fsdd", "mnist", "scd", "mixed", "synthetic", "fsdd6", "a b", "../x", "a/b", ".", "a.b", "\u00e4"})
        QTest::newRow(name) << name << false;
    QTest::newRow("long") << QString(40, 'a') << true;
    QTest::newRow("too long") << QString(41, 'a') << false;
}

void tst_OwnDataset::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(isOwnName(name.toStdString()), good);
    OwnDataset set = fruit();
    set.name = name.toStdString();
    const TemporaryFolder data;
    QCOMPARE(writeOwnDataset(data.path(), set).ok(), good);
    QCOMPARE(ownDatasets(data.path()).size(), good ? 1u : 0u);
}

void tst_OwnDataset::writtenAndRead()
{
    const TemporaryFolder data;
    OwnDataset set = fruit();
    set.recordings.push_back({{}, "/elsewhere", LabelsFrom::Folders, {}});
    set.recordings.push_back({{}, "more", LabelsFrom::Table, "list.csv"});
    set.alignment = Alignment::OneToOne;
    QVERIFY(writeOwnDataset(data.path(), set).ok());
    const auto read = readOwnDataset(data.path(), "fruit");
    QVERIFY(read.ok());
    QVERIFY(*read == set);
    QCOMPARE(ownDatasets(data.path()), std::vector<std::string>{"fruit"});
    QCOMPARE(ownImages(data.path(), *read), data / "own/fruit/images");
    set.images = "mnist";
    data.put("MNIST/raw/train-images-idx3-ubyte");
    QCOMPARE(ownImages(data.path(), set), data / "MNIST/raw");
}

void tst_OwnDataset::refusedToWrite_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("dataset");
    QTest::newRow("one label") << QStringList{"apple"} << "";
    QTest::newRow("no label") << QStringList{} << "";
    QTest::newRow("the same twice") << QStringList{"apple", "pear", "apple"} << "";
    QTest::newRow("without a name") << QStringList{"apple", ""} << "";
    QTest::newRow("out of the folder") << QStringList{"apple", ".."} << "";
    QTest::newRow("two folders") << QStringList{"apple", "a/b"} << "";
    QTest::newRow("unknown set") << QStringList{"apple", "pear"} << "librispeech";
    QTest::newRow("digits among fruit") << QStringList{"apple", "pear"} << "fsdd";
}

void tst_OwnDataset::refusedToWrite()
{
    QFETCH(QStringList, labels);
    QFETCH(QString, dataset);
    OwnDataset set = fruit();
    set.labels.clear();
    for (const QString& label : labels) set.labels.push_back(label.toStdString());
    if (!dataset.isEmpty()) set.recordings = {{dataset.toStdString(), {}, LabelsFrom::Names, {}}};
    const TemporaryFolder data;
    const auto written = writeOwnDataset(data.path(), set);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, Errc::BadOption);
    QVERIFY(ownDatasets(data.path()).empty());
}

void tst_OwnDataset::refusedToRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const QString good = R"({"format": 1, "labels": ["a", "b"], "recordings": [], "images": "mnist"%1})";
    const auto row = [](const char* name, const QString& text, Errc code) { QTest::newRow(name) << text << int(code); };
    row("good", good.arg(""), Errc::Internal);
    row("no JSON", "apples", Errc::Corrupt);
    row("newer", R"({"format": 2})", Errc::NewerFormat);
    row("unknown key", good.arg(R"(, "colour": 1)"), Errc::Corrupt);
    row("unknown alignment", good.arg(R"(, "alignment": "best")"), Errc::Corrupt);
    row("no labels", R"({"format": 1, "recordings": [], "images": "mnist"})", Errc::Corrupt);
    row("one label", R"({"format": 1, "labels": ["a"], "recordings": [], "images": "mnist"})", Errc::Corrupt);
    row("no such set", R"({"format": 1, "labels": ["a", "b"], "recordings": [{"dataset": "x"}], "images": "mnist"})", Errc::Corrupt);
    row("labels from nowhere", R"({"format": 1, "labels": ["a", "b"], "recordings": [{"folder": "x", "labels": "y"}], "images": "mnist"})",
        Errc::Corrupt);
}

void tst_OwnDataset::refusedToRead()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QCOMPARE(int(readCode(text.toStdString())), code);
}

void tst_OwnDataset::fileNames()
{
    const TemporaryFolder data;
    for (const char* name : {"apple_ann_0.wav", "apple_ann_1.flac", "pear_ann_0.wav", "plum_5.wav", "Plum.wav", "plum_ann_maria_3.wav",
                             "plum_bob.wav", "cherry_ann_0.wav", "notes.txt", "apple_ann_x1.wav"})
        data.put("own/fruit/sounds/" + std::string(name));
    QVERIFY(writeOwnDataset(data.path(), fruit()).ok());
    const auto set = listRecordings("fruit", data.path());
    QVERIFY(set.ok());
    QCOMPARE(set->skipped, 1);  // cherry
    QCOMPARE(told(*set), (std::vector<std::string>{"apple ann 0", "apple ann 1", "apple ann_x1 0", "pear ann 0", "plum ann_maria 3",
                                                   "plum bob 0", "plum unknown 0", "plum unknown 5"}));
    QVERIFY(!set->officialKnown);
    QCOMPARE(set->recordings[0].set, std::string("fruit"));
}

void tst_OwnDataset::folders()
{
    const TemporaryFolder data;
    for (const char* name : {"apple/1.wav", "apple/ann/1.wav", "apple/ann/2.wav", "pear/bob_7.wav", "pear/0a_nohash_3.wav", "loose.wav",
                             "other/1.wav", "apple/ann/2024/may/1.wav"})
        data.put("own/fruit/sounds/" + std::string(name));
    OwnDataset own = fruit();
    own.recordings[0].labelsFrom = LabelsFrom::Folders;
    QVERIFY(writeOwnDataset(data.path(), own).ok());
    const auto set = listRecordings("fruit", data.path());
    QVERIFY(set.ok());
    QCOMPARE(told(*set), (std::vector<std::string>{"apple ann 0", "apple ann 1", "apple unknown 0", "pear 0a 3", "pear bob 7"}));
    QCOMPARE(set->skipped, 2);
}

void tst_OwnDataset::table()
{
    const TemporaryFolder data;
    for (const char* name : {"a.wav", "b.wav", "c.wav", "d.wav"}) data.put("elsewhere/" + std::string(name));
    data.put("elsewhere/list.csv",
             "Label;File;Speaker;Part\napple;a.wav;ann;train\npear;b.wav;ann;test\nplum;c.wav;;validation\napple;gone.wav;ann;\n"
             "cherry;d.wav;bob;\n");
    OwnDataset own = fruit();
    own.recordings = {{{}, data / "elsewhere", LabelsFrom::Table, "list.csv"}};
    QVERIFY(writeOwnDataset(data.path(), own).ok());
    const auto set = listRecordings("fruit", data.path());
    QVERIFY(set.ok());
    QCOMPARE(told(*set), (std::vector<std::string>{"apple ann 0", "pear ann 0", "plum unknown 0"}));
    QCOMPARE(set->skipped, 2);
    QVERIFY(set->officialKnown);
    QCOMPARE(int(set->recordings[1].official), int(OfficialPart::Test));
    QCOMPARE(int(set->recordings[2].official), int(OfficialPart::Validation));
}

void tst_OwnDataset::wordsOfListen()
{
    const TemporaryFolder data;
    const auto word = [&](const char* id, const std::string& card) {
        data.put("history/" + std::string(id) + ".wav");
        if (!card.empty()) data.put("history/" + std::string(id) + ".json", card);
    };
    word("1", R"({"format": 1, "label": "apple"})");
    word("2", R"({"format": 1, "label": "apple ann"})");
    word("3", R"({"format": 1, "label": "Pear"})");
    word("4", R"({"format": 1, "label": ""})");
    word("5", R"({"format": 1, "label": "a test"})");
    word("6", "damaged");
    word("7", "");
    OwnDataset own = fruit();
    own.recordings = {{{}, data / "history", LabelsFrom::Words, {}}};
    QVERIFY(writeOwnDataset(data.path(), own).ok());
    QVERIFY(*readOwnDataset(data.path(), "fruit") == own);
    const auto set = listRecordings("fruit", data.path());
    QVERIFY(set.ok());
    QCOMPARE(told(*set), (std::vector<std::string>{"apple ann 0", "apple unknown 0", "pear unknown 0"}));
    QCOMPARE(set->skipped, 1);  // "a test" is named, but no fruit
}

void tst_OwnDataset::tableThatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("no label") << "file,speaker\na.wav,ann\n";
    QTest::newRow("no such part") << "file,label,part\na.wav,apple,later\n";
}

void tst_OwnDataset::tableThatIsWrong()
{
    QFETCH(QString, text);
    const TemporaryFolder data;
    data.put("own/fruit/sounds/a.wav");
    data.put("own/fruit/sounds/list.csv", text.toStdString());
    OwnDataset own = fruit();
    own.recordings = {{{}, "sounds", LabelsFrom::Table, "list.csv"}};
    QVERIFY(writeOwnDataset(data.path(), own).ok());
    const auto set = listRecordings("fruit", data.path());
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, Errc::Corrupt);
    QVERIFY(english(set.error()).find("list.csv") != std::string::npos);
}

void tst_OwnDataset::labelsAreFound()
{
    const TemporaryFolder data;
    data.put("a/seven_ann_0.wav");
    data.put("a/1_ann_0.wav");
    QCOMPARE(*findLabels({{}, data / "a", LabelsFrom::Names, {}}), digitLabels());
    data.put("b/pear/1.wav");
    QCOMPARE(findLabels({{}, data / "b", LabelsFrom::Folders, {}}).error().code, Errc::Incompatible);
    data.put("b/apple/1.wav");
    QCOMPARE(*findLabels({{}, data / "b", LabelsFrom::Folders, {}}), (Labels{"apple", "pear"}));
    QCOMPARE(findLabels({{}, data / "nowhere", LabelsFrom::Folders, {}}).error().code, Errc::NotFound);
}

void tst_OwnDataset::labelsAreGuessedFrom()
{
    const TemporaryFolder data;
    data.put("names/7_ann_0.wav");
    data.put("names/docs/readme.txt");
    data.put("folders/seven/1.wav");
    QCOMPARE(int(guessLabelsFrom(data / "names")), int(LabelsFrom::Names));
    QCOMPARE(int(guessLabelsFrom(data / "folders")), int(LabelsFrom::Folders));
}

void tst_OwnDataset::mixedWithABuiltInSet()
{
    const small_data::TrainingFolder data;
    data.put("own/mine/sounds/seven_me_0.wav");
    OwnDataset own;
    own.name = "mine";
    own.labels = digitLabels();
    own.recordings = {{"fsdd", {}, LabelsFrom::Names, {}}, {{}, "sounds", LabelsFrom::Names, {}}};
    QVERIFY(writeOwnDataset(data.path(), own).ok());
    const auto set = listRecordings("mine", data.path());
    QVERIFY(set.ok());
    QCOMPARE(set->recordings.size(), 61u);
    QCOMPARE(set->recordings.back().set, std::string("mine"));
    QCOMPARE(set->recordings.back().label, 7);
    DatasetConfig config;
    config.name = "mine";
    config.folder = data.path();
    QCOMPARE(resolved(config).spectrogram.rate, 8000);  // FSDD's
    fs::remove_all(data / "fsdd");
    QCOMPARE(listRecordings("mine", data.path()).error().code, Errc::NotFound);
}

void tst_OwnDataset::opensWithAnyLabels()
{
    const TemporaryFolder data;
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((data / "cache").string()));
    int number = 0;
    for (const char* label : {"apple", "pear", "plum"})
        for (const char* speaker : {"ann", "bob"})
            for (int take = 0; take < 3; ++take)
                small_data::putSound(data, "own/fruit/sounds/" + std::string(label) + "_" + speaker + "_" + std::to_string(take) + ".wav",
                                     ++number);
    putImages(data, "own/fruit/images", 3);
    QVERIFY(writeOwnDataset(data.path(), fruit()).ok());
    DatasetConfig config;
    config.name = "fruit";
    config.folder = data.path();
    config.split = "speaker:bob";
    config.spectrogram.size = 8;
    const auto opened = openDataset(config, {}, {}, 1);
    QVERIFY2(opened.ok(), opened.ok() ? "" : english(opened.error()).c_str());
    const PairedDataset& set = **opened;
    QCOMPARE(set.config.labels, fruit().labels);
    QCOMPARE(set.config.spectrogram.rate, 16000);
    QCOMPARE(set.recordings.perLabel(), (std::vector<int>{6, 6, 6}));
    QCOMPARE(set.trainPairs.size(), 30u);
    for (const Pair& pair : set.trainPairs) {
        QCOMPARE(set.trainImages.label(int(pair.image)), set.recordings.recordings[pair.recording].label);
        QCOMPARE(set.recordings.recordings[pair.recording].speaker, std::string("ann"));
    }
    OwnDataset oneToOne = fruit();
    oneToOne.alignment = Alignment::OneToOne;
    QVERIFY(writeOwnDataset(data.path(), oneToOne).ok());
    QCOMPARE((*openDataset(config, {}, {}, 1))->trainPairs.size(), 9u);
    config.split = "official";
    QCOMPARE(openDataset(config, {}, {}, 1).error().code, Errc::NotFound);
}

void tst_OwnDataset::imagesWithMoreLabels()
{
    const TemporaryFolder data;
    small_data::putSound(data, "own/fruit/sounds/apple_ann_0.wav", 1);
    putImages(data, "own/fruit/images", 5);
    QVERIFY(writeOwnDataset(data.path(), fruit()).ok());
    DatasetConfig config;
    config.name = "fruit";
    config.folder = data.path();
    const auto opened = openDataset(config, {}, {}, 1);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Errc::Incompatible);
    const std::string text = english(opened.error());
    QVERIFY2(text.find("images") != std::string::npos && text.find(" 4,") != std::string::npos && text.find("only 3") != std::string::npos,
             text.c_str());
}

void tst_OwnDataset::surveyed()
{
    const TemporaryFolder data;
    data.put("own/fruit/sounds/apple_ann_0.wav");
    QVERIFY(writeOwnDataset(data.path(), fruit()).ok());
    auto survey = surveyData(data.path());
    QCOMPARE(survey.own.size(), 1u);
    QCOMPARE(survey.own[0].title, std::string("Fruit"));
    QCOMPARE(survey.own[0].perLabel, (std::vector<int>{1, 0, 0}));
    QVERIFY(english(*survey.own[0].problem).find("pear, plum") != std::string::npos);
    QVERIFY(!survey.own[0].images);
    QVERIFY(!survey.canUse("fruit"));
    putImages(data, "own/fruit/images", 3);
    QVERIFY(surveyData(data.path()).canUse("fruit"));
    data.put("own/fruit/dataset.json", "broken");
    survey = surveyData(data.path());
    QVERIFY(!survey.canUse("fruit"));
    QVERIFY(english(*survey.own[0].problem).find("dataset.json") != std::string::npos);
}

QTEST_GUILESS_MAIN(tst_OwnDataset)
#include "tst_own_dataset.moc"
