#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/audio/sound_file.h"
#include "core/data/own_dataset.h"
#include "core/data/recordings.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/set_recorder.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

namespace {

Sound louder(Sound sound, float factor)
{
    for (float& sample : sound.samples) sample = std::clamp(sample * factor, -1.0F, 1.0F);
    return sound;
}

}  // namespace

class tst_SetRecorder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksForEveryLabelAndKeepsIt();
    void asksAgain_data();
    void asksAgain();
    void keepsAFaultyWordThatIsWanted();
    void saysOneAgain();
    void skippedComesBack();
    void stopsAndGoesOn();
    void growsASetThatIsThere();
    void refuses_data();
    void refuses();
    void aFolderThatCannotBeWritten();
    void whatComesTooLateIsNotTaken();

private:
    RecordingPlan plan(const Labels& labels = {"yes", "no"}, int repetitions = 2) const
    {
        return {std::filesystem::path(folder_->path().toStdString()), "answers", labels, "ann", repetitions};
    }
    void begin(const RecordingPlan& wanted)
    {
        recorder_->begin(wanted);
        QTRY_VERIFY(recorder_->opened());
    }
    void say(const Sound& word)
    {
        const auto before = recorder_->last();
        input_->hear(quiet(0.6) + word + quiet(0.6));
        QTRY_VERIFY(recorder_->last() && (!before || recorder_->last()->sound != before->sound));
    }
    QStringList files() const
    {
        QStringList found;
        for (const char* label : {"yes", "no"})
            for (const QString& file :
                 QDir(folder_->filePath(QStringLiteral("own/answers/recordings/") + QLatin1String(label))).entryList(QDir::Files))
                found << QLatin1String(label) + u'/' + file;
        return found;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SetRecorder> recorder_;
    FakeAudioInput* input_ = nullptr;
    QStringList failures_;
};

void tst_SetRecorder::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    auto input = std::make_unique<FakeAudioInput>();
    input_ = input.get();
    recorder_ = std::make_unique<SetRecorder>(std::make_unique<Microphone>(std::move(input)));
    failures_.clear();
    connect(recorder_.get(), &SetRecorder::failed, this, [this](const QString& text) { failures_ << text; });
}

void tst_SetRecorder::asksForEveryLabelAndKeepsIt()
{
    QSignalSpy finished(recorder_.get(), &SetRecorder::finished);
    begin(plan());
    QVERIFY(recorder_->listening());
    QStringList asked;
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(recorder_->set()->done(), i);
        asked << recorder_->prompt();
        say(vowel(0.5));
        QVERIFY(recorder_->last()->kept);
    }
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!recorder_->listening());
    QCOMPARE(asked.count(QStringLiteral("yes")), 2);
    // Every label once before one is asked for again.
    QVERIFY(asked[0] != asked[1]);
    QCOMPARE(files(), (QStringList{u"yes/ann_0.wav"_s, u"yes/ann_1.wav"_s, u"no/ann_0.wav"_s, u"no/ann_1.wav"_s}));
    const auto sound = readSoundFile(folder_->filePath(u"own/answers/recordings/yes/ann_0.wav"_s).toStdString());
    QVERIFY(sound.ok());
    QVERIFY2(sound->seconds() > 0.4 && sound->seconds() < 0.7, qPrintable(QString::number(sound->seconds())));
    const auto listed = listRecordings("answers", plan().data);
    QCOMPARE(listed->recordings.size(), 4u);
    QCOMPARE(listed->speakers(), std::vector<std::string>{"ann"});
    QVERIFY(failures_.isEmpty());
}

void tst_SetRecorder::asksAgain_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<float>("factor");
    QTest::addColumn<double>("seconds");
    QTest::newRow("clipped") << int(TakeFault::Clipped) << 20.0F << 0.5;
    QTest::newRow("quiet") << int(TakeFault::Quiet) << 0.02F << 0.5;
    QTest::newRow("two words in one") << int(TakeFault::TooLong) << 1.0F << 2.0;
}

void tst_SetRecorder::asksAgain()
{
    QFETCH(int, fault);
    QFETCH(float, factor);
    QFETCH(double, seconds);
    begin(plan());
    const QString asked = recorder_->prompt();
    const Sound word = seconds > 1 ? vowel(seconds / 2) + quiet(0.2) + vowel(seconds / 2) : vowel(seconds);
    say(louder(word, factor));
    QVERIFY(!recorder_->last()->kept);
    QVERIFY(recorder_->last()->check.has(TakeFault(fault)));
    QVERIFY(!SetRecorder::text(TakeFault(fault)).isEmpty());
    QCOMPARE(recorder_->prompt(), asked);
    QVERIFY(recorder_->listening());
    QVERIFY(files().isEmpty());
    say(vowel(0.5));
    QVERIFY(recorder_->last()->kept);
    QCOMPARE(files().size(), 1);
}

void tst_SetRecorder::keepsAFaultyWordThatIsWanted()
{
    begin(plan());
    say(louder(vowel(0.5), 20));
    recorder_->keepAnyway();
    QTRY_VERIFY(recorder_->last()->kept);
    QCOMPARE(files().size(), 1);
    QCOMPARE(recorder_->set()->done(), 1);
    recorder_->keepAnyway();  // once is enough
    QCOMPARE(recorder_->set()->done(), 1);
}

void tst_SetRecorder::saysOneAgain()
{
    begin(plan());
    const int first = recorder_->current();
    say(vowel(0.5));
    const QString file = QString::fromStdString(recorder_->set()->takes[std::size_t(first)].file.string());
    const qint64 size = QFileInfo(file).size();
    recorder_->again();
    QCOMPARE(recorder_->current(), first);
    QVERIFY(QFileInfo::exists(file));  // until the new one is kept
    say(vowel(0.9));
    QVERIFY(QFileInfo(file).size() > size);
    QVERIFY(recorder_->current() != first);
    QCOMPARE(recorder_->set()->done(), 1);
}

void tst_SetRecorder::skippedComesBack()
{
    begin(plan({"yes", "no"}, 1));
    const int first = recorder_->current();
    recorder_->skip();
    QVERIFY(recorder_->current() != first);
    say(vowel(0.5));
    QCOMPARE(recorder_->current(), first);
    recorder_->skip();  // nothing else is left
    QCOMPARE(recorder_->current(), first);
}

void tst_SetRecorder::stopsAndGoesOn()
{
    begin(plan());
    say(vowel(0.5));
    say(vowel(0.5));
    recorder_->pause();
    QVERIFY(!recorder_->listening());
    const int current = recorder_->current();
    recorder_->goOn();
    QVERIFY(recorder_->listening());
    recorder_->end();
    QVERIFY(!recorder_->opened());
    QVERIFY(recorder_->prompt().isEmpty());
    begin(plan());
    QCOMPARE(recorder_->set()->done(), 2);
    QCOMPARE(recorder_->current(), current);  // the same order again
    begin({plan().data, "answers", {}, "bob", 1});
    QCOMPARE(recorder_->set()->done(), 0);
    QCOMPARE(recorder_->set()->labels, (Labels{"yes", "no"}));
}

void tst_SetRecorder::growsASetThatIsThere()
{
    const auto data = plan().data;
    OwnDataset set;
    set.name = "answers";
    set.labels = {"no", "yes"};
    set.recordings = {{{}, "sounds", LabelsFrom::Names, {}}};
    QVERIFY(writeOwnDataset(data, set).ok());
    begin(plan());
    QCOMPARE(recorder_->set()->labels, set.labels);
    const auto described = readOwnDataset(data, "answers");
    QCOMPARE(described->recordings.size(), 2u);
    QCOMPARE(described->recordings[0], set.recordings[0]);
    begin(plan());  // once is enough
    QCOMPARE(readOwnDataset(data, "answers")->recordings.size(), 2u);
}

void tst_SetRecorder::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<int>("repetitions");
    QTest::newRow("a built-in set") << "fsdd"
                                    << "ann" << 1;
    QTest::newRow("no name") << ""
                             << "ann" << 1;
    QTest::newRow("no speaker") << "answers"
                                << "" << 1;
    QTest::newRow("a path") << "answers"
                            << "../ann" << 1;
    QTest::newRow("an underscore would part the name") << "answers"
                                                       << "ann_b" << 1;
    QTest::newRow("never") << "answers"
                           << "ann" << 0;
}

void tst_SetRecorder::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, speaker);
    QFETCH(int, repetitions);
    recorder_->begin({plan().data, name.toStdString(), {"yes", "no"}, speaker.toStdString(), repetitions});
    QTRY_COMPARE(failures_.size(), 1);
    QVERIFY(!recorder_->opened());
    QVERIFY(!recorder_->listening());
    QVERIFY(!QDir(folder_->filePath(u"own"_s)).exists());
}

void tst_SetRecorder::aFolderThatCannotBeWritten()
{
    begin(plan());
    const int asked = recorder_->current();
    // A file lies where the label's folder would be.
    const QString label = recorder_->prompt();
    QVERIFY(QDir().mkpath(folder_->filePath(u"own/answers/recordings"_s)));
    QFile blocked(folder_->filePath(QStringLiteral("own/answers/recordings/") + label));
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    say(vowel(0.5));
    QTRY_COMPARE(failures_.size(), 1);
    QVERIFY(failures_[0].contains(label));
    QVERIFY(!recorder_->listening());
    QCOMPARE(recorder_->current(), asked);
    QVERIFY(!recorder_->last()->kept);
    QVERIFY(blocked.remove());
    recorder_->keepAnyway();  // nothing is lost
    QTRY_VERIFY(recorder_->last()->kept);
}

void tst_SetRecorder::whatComesTooLateIsNotTaken()
{
    recorder_->begin(plan());
    recorder_->end();
    begin(plan({"yes", "no"}, 1));
    QCOMPARE(recorder_->set()->takes.size(), 2u);
    input_->hear(spokenWord());
    // What is said of the old set is answered before the new one is open.
    begin({plan().data, "others", {"yes", "no"}, "ann", 1});
    QVERIFY(!recorder_->last());
    QCOMPARE(recorder_->set()->done(), 0);
}

QTEST_GUILESS_MAIN(tst_SetRecorder)
#include "tst_set_recorder.moc"
