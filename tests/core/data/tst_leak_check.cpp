#include <QTest>

#include "core/data/leak_check.h"
#include "core/data/small_data.h"

using namespace sonoglyph;

class tst_LeakCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatAScoreMeans_data()
    {
        QTest::addColumn<QString>("split");
        QTest::addColumn<int>("testSpeakers");
        QTest::addColumn<int>("shared");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("random") << "random" << 2 << 2 << "known voices";
        QTest::newRow("official") << "official" << 2 << 2 << "known voices";
        QTest::newRow("speakers") << "speakers" << 1 << 0 << "new voices are drawn";
        QTest::newRow("one") << "speaker:theo" << 1 << 0 << "new voices are drawn";
    }
    void saysWhatAScoreMeans()
    {
        QFETCH(QString, split);
        QFETCH(int, testSpeakers);
        QFETCH(int, shared);
        QFETCH(QString, meaning);
        const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 20));
        const auto parts = splitRecordings(set, split.toStdString(), 1);
        QVERIFY(parts.ok());
        const LeakCheck check = checkLeaks(set, *parts, {});
        QCOMPARE(check.testSpeakers, testSpeakers);
        QCOMPARE(check.sharedSpeakers, shared);
        QVERIFY2(QString::fromStdString(english(check.meaning)).contains(meaning), english(check.meaning).c_str());
        QVERIFY(!check.contentKnown);
        int train = 0, test = 0;
        for (const SpeakerShare& share : check.speakers) train += share.train, test += share.test;
        QCOMPARE(std::size_t(train), parts->train.size());
        QCOMPARE(std::size_t(test), parts->test.size());
    }

    void someVoices()
    {
        const RecordingSet set = small_data::recordingSet("fsdd", {6}, "fsdd", {"a", "b", "c"});  // a b c a b c
        const LeakCheck check = checkLeaks(set, Split{{0, 1}, {3, 5}, {2, 4}}, {});
        QCOMPARE(check.sharedSpeakers, 1);
        QCOMPARE(check.testSpeakers, 2);
        QVERIFY(english(check.meaning).find("(1 of 2)") != std::string::npos);
        QCOMPARE(check.speakers, (std::vector<SpeakerShare>{{"fsdd", "a", 1, 1, 0}, {"fsdd", "b", 1, 0, 1}, {"fsdd", "c", 0, 1, 1}}));
    }

    void sameNameInTwoSetsIsTwoVoices()
    {
        RecordingSet set = small_data::recordingSet("mixed", {1}, "fsdd", {"a"});
        const RecordingSet more = small_data::recordingSet("mixed", {1}, "scd", {"a"});
        set.recordings.push_back(more.recordings[0]);
        QCOMPARE(checkLeaks(set, Split{{0}, {1}, {}}, {}).sharedSpeakers, 0);
    }

    void findsCopiesOnBothSides()
    {
        const RecordingSet set = small_data::recordingSet("fsdd", {6});
        std::vector<RecordingFacts> facts(6);
        for (std::size_t i = 0; i < 6; ++i) facts[i].content[0] = std::uint8_t(i);
        const Split split{{0, 1, 2}, {3, 4}, {5}};
        LeakCheck check = checkLeaks(set, split, facts);
        QVERIFY(check.contentKnown && check.copies.empty());
        QVERIFY(english(check.copiesFound).starts_with("No recording"));
        facts[4].content = facts[1].content;
        facts[5].content = facts[2].content;  // left out: no matter
        check = checkLeaks(set, split, facts);
        QCOMPARE(check.copies, (std::vector<SharedContent>{{1, 4}}));
        QVERIFY(english(check.copiesFound).find(": 1.") != std::string::npos);
        facts[1].problems.add(Problem::Unreadable);
        QVERIFY(checkLeaks(set, split, facts).copies.empty());
    }

    void emptyTestPart()
    {
        const RecordingSet set = small_data::recordingSet("fsdd", {2});
        QVERIFY(english(checkLeaks(set, Split{{0, 1}, {}, {}}, {}).meaning).find("nothing to score") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(tst_LeakCheck)
#include "tst_leak_check.moc"
