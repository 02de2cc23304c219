#include <QTest>

#include "core/data/data_folders.h"
#include "core/data/recordings.h"
#include "core/data/small_data.h"
#include "core/data/survey.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_DataFolders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void found_data();
    void found();
    void nothingThere();
    void ourOwnComesFirst();
    void otherLayoutsAreUsed();
};

void tst_DataFolders::found_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char* file, const char* set, const char* folder) { QTest::newRow(file) << file << set << folder; };
    row("mnist/train-images-idx3-ubyte.gz", "mnist", "mnist");
    row("MNIST/raw/t10k-labels-idx1-ubyte", "mnist", "MNIST/raw");
    row("mnist/MNIST/raw/train-labels-idx1-ubyte", "mnist", "mnist/MNIST/raw");
    row("train-images-idx3-ubyte", "mnist", "");
    row("fsdd/recordings/7_theo_1.wav", "fsdd", "fsdd/recordings");
    row("fsdd/free-spoken-digit-dataset-1.0.10/recordings/7_theo_1.wav", "fsdd", "fsdd/free-spoken-digit-dataset-1.0.10/recordings");
    row("free-spoken-digit-dataset-master/recordings/7_theo_1.wav", "fsdd", "free-spoken-digit-dataset-master/recordings");
    row("recordings/7_theo_1.wav", "fsdd", "recordings");
    row("recordings/my holiday.wav", "fsdd", "fsdd/recordings");  // anybody's folder
    row("scd/seven/aaaaaaaa_nohash_0.wav", "scd", "scd");
    row("SpeechCommands/speech_commands_v0.01/seven/a_nohash_0.wav", "scd", "SpeechCommands/speech_commands_v0.01");
    row("SpeechCommands/speech_commands_v0.02/seven/a_nohash_0.wav", "scd", "SpeechCommands/speech_commands_v0.02");
    row("speech_commands_v0.02/seven/a_nohash_0.wav", "scd", "speech_commands_v0.02");
    row("scd/speech_commands_v0.01/zero/a_nohash_0.wav", "scd", "scd/speech_commands_v0.01");
    row("nine/a_nohash_0.wav", "scd", "");
}

void tst_DataFolders::found()
{
    QFETCH(QString, file);
    QFETCH(QString, set);
    QFETCH(QString, folder);
    const TemporaryFolder data;
    data.put(file.toStdString());
    const auto find = set == "mnist" ? mnistFolder : set == "fsdd" ? fsddFolder : scdFolder;
    QCOMPARE(find(data.path()), folder.isEmpty() ? data.path() : data / folder.toStdString());
}

void tst_DataFolders::nothingThere()
{
    const TemporaryFolder data;
    QCOMPARE(mnistFolder(data.path()), data / "mnist");
    QCOMPARE(fsddFolder(data / "nowhere"), data / "nowhere/fsdd/recordings");
    QCOMPARE(scdFolder(data.path()), data / "scd");
}

void tst_DataFolders::ourOwnComesFirst()
{
    const TemporaryFolder data;
    for (const char* file : {"mnist/train-images-idx3-ubyte", "MNIST/raw/train-images-idx3-ubyte", "scd/one/a_nohash_0.wav",
                             "SpeechCommands/speech_commands_v0.02/one/a_nohash_0.wav"})
        data.put(file);
    QCOMPARE(mnistFolder(data.path()), data / "mnist");
    QCOMPARE(scdFolder(data.path()), data / "scd");
}

void tst_DataFolders::otherLayoutsAreUsed()
{
    const TemporaryFolder data;
    small_data::putMnist(data, 30, 20);
    fs::create_directories(data / "MNIST");
    fs::rename(data / "mnist", data / "MNIST/raw");
    for (int digit = 0; digit < 10; ++digit)
        data.put("SpeechCommands/speech_commands_v0.02/" + std::string(digitWord(digit)) + "/a_nohash_0.wav");
    const DataSurvey survey = surveyData(data.path());
    QVERIFY(survey.mnist.present);
    QCOMPARE(survey.mnist.train, 30);
    QCOMPARE(survey.scd.recordings, 10);
    QVERIFY(survey.canUse("scd"));
    QCOMPARE(listRecordings("scd", data.path())->recordings.size(), 10u);
}

QTEST_GUILESS_MAIN(tst_DataFolders)
#include "tst_data_folders.moc"
