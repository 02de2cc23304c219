#include <QTest>

#include <algorithm>
#include <set>

#include "core/data/small_data.h"
#include "core/data/split.h"

using namespace sonoglyph;

namespace {

std::vector<std::uint32_t> together(const Split& split)
{
    std::vector<std::uint32_t> all = split.train;
    all.insert(all.end(), split.test.begin(), split.test.end());
    all.insert(all.end(), split.leftOut.begin(), split.leftOut.end());
    std::sort(all.begin(), all.end());
    return all;
}

std::set<int> digitsIn(const RecordingSet& set, const std::vector<std::uint32_t>& part)
{
    std::set<int> digits;
    for (const auto i : part) digits.insert(set.recordings[i].label);
    return digits;
}

RecordingSet mixedSet()
{
    RecordingSet set = small_data::recordingSet("mixed", std::vector<int>(10, 20));
    const RecordingSet more = small_data::recordingSet("mixed", std::vector<int>(10, 50), "scd", {"aaaa", "bbbb", "cccc"});
    set.recordings.insert(set.recordings.end(), more.recordings.begin(), more.recordings.end());
    return set;
}

}  // namespace

class tst_Split : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomIsAPartition_data();
    void randomIsAPartition();
    void randomIsOverallNotStratified();
    void mixedSplitsEachOfItsSets();
    void seedDecides();
    void official();
    void officialLeavesValidationOut();
    void speaker();
    void speakersAreHeldOutWhole_data();
    void speakersAreHeldOutWhole();
    void aTenthOfTheSpeakers_data();
    void aTenthOfTheSpeakers();
    void sameNameInTwoSets();
    void errors_data();
    void errors();
};

void tst_Split::randomIsAPartition_data()
{
    QTest::addColumn<QList<int>>("perLabel");
    QTest::addColumn<int>("test");
    QTest::newRow("paper: 2,000") << QList<int>(10, 200) << 200;
    QTest::newRow("one in ten") << QList<int>(10, 10) << 10;
    QTest::newRow("tiny") << QList<int>(10, 2) << 10;  // 2 held out would leave eight digits without a test
    QTest::newRow("uneven, as scd here") << QList<int>{1051, 999, 1045, 1020, 1017, 1034, 51, 42, 601, 49} << 691;
    QTest::newRow("some digits missing") << QList<int>{30, 0, 30, 0, 30, 0, 30, 0, 30, 0} << 15;
    QTest::newRow("rare digits") << QList<int>{500, 2, 2, 2, 2, 2, 2, 2, 2, 2} << 52;
}

void tst_Split::randomIsAPartition()
{
    QFETCH(QList<int>, perLabel);
    QFETCH(int, test);
    const RecordingSet set = small_data::recordingSet("fsdd6", {perLabel.begin(), perLabel.end()});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto split = splitRecordings(set, "random", seed);
        QVERIFY(split.ok());
        const auto all = together(*split);
        QCOMPARE(all.size(), set.recordings.size());
        for (std::size_t i = 0; i < all.size(); ++i) QCOMPARE(std::size_t(all[i]), i);
        QVERIFY(std::is_sorted(split->train.begin(), split->train.end()));
        QVERIFY(std::is_sorted(split->test.begin(), split->test.end()));
        QVERIFY(split->leftOut.empty());
        QCOMPARE(int(split->test.size()), test);
        for (int digit = 0; digit < 10; ++digit) {
            if (perLabel[digit] < 2) continue;
            QVERIFY(digitsIn(set, split->train).contains(digit));
            QVERIFY(digitsIn(set, split->test).contains(digit));
        }
    }
}

void tst_Split::randomIsOverallNotStratified()
{
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 200));
    std::set<std::size_t> counts;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const auto split = splitRecordings(set, "random", seed);
        counts.insert(
            std::size_t(std::count_if(split->test.begin(), split->test.end(), [&](auto i) { return set.recordings[i].label == 0; })));
    }
    QVERIFY(counts.size() > 1);
}

void tst_Split::mixedSplitsEachOfItsSets()
{
    const RecordingSet set = mixedSet();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto split = splitRecordings(set, "random", seed);
        const auto held = std::count_if(split->test.begin(), split->test.end(), [&](auto i) { return set.recordings[i].set == "fsdd"; });
        QCOMPARE(held, 20);
        QCOMPARE(split->test.size(), 70u);
        QCOMPARE(together(*split).size(), set.recordings.size());
    }
}

void tst_Split::seedDecides()
{
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 20));
    QVERIFY(*splitRecordings(set, "random", 7) == *splitRecordings(set, "random", 7));
    QVERIFY(!(*splitRecordings(set, "random", 7) == *splitRecordings(set, "random", 8)));
    // The same on every platform and for ever: runs refer to it by its seed.
    const auto split = splitRecordings(set, "random", 1);
    const std::vector<std::uint32_t> first(split->test.begin(), split->test.begin() + 5);
    QCOMPARE(first, (std::vector<std::uint32_t>{18, 34, 37, 43, 70}));
}

void tst_Split::official()
{
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 10));
    const auto split = splitRecordings(set, "official", 1);
    QVERIFY(split.ok());
    QCOMPARE(split->test.size(), 40u);
    for (const auto i : split->test) QVERIFY(set.recordings[i].take < 2);
    for (const auto i : split->train) QVERIFY(set.recordings[i].take >= 2);
    QVERIFY(*split == *splitRecordings(set, "official", 2));
}

void tst_Split::officialLeavesValidationOut()
{
    RecordingSet set = small_data::recordingSet("scd", std::vector<int>(10, 10), "scd");
    for (Recording& recording : set.recordings) {
        if (recording.take == 4) recording.official = OfficialPart::Validation;
    }
    const auto split = splitRecordings(set, "official", 1);
    QCOMPARE(split->leftOut.size(), 20u);
    QCOMPARE(split->train.size(), 40u);
    QCOMPARE(together(*split).size(), 100u);
    for (const auto i : split->leftOut) QCOMPARE(set.recordings[i].take, 4);
}

void tst_Split::speaker()
{
    const RecordingSet set = mixedSet();
    for (const std::string& name : set.speakers()) {
        const auto split = splitRecordings(set, "speaker:" + name, 1);
        QVERIFY(split.ok());
        QCOMPARE(together(*split).size(), set.recordings.size());
        for (const auto i : split->test) QCOMPARE(set.recordings[i].speaker, name);
        for (const auto i : split->train) QVERIFY(set.recordings[i].speaker != name);
    }
}

void tst_Split::speakersAreHeldOutWhole_data()
{
    QTest::addColumn<QList<int>>("fsdd");
    QTest::addColumn<QList<int>>("scd");
    QTest::newRow("even") << QList<int>(10, 20) << QList<int>(10, 60);
    QTest::newRow("uneven, as scd here") << QList<int>(10, 30) << QList<int>{105, 99, 104, 102, 101, 103, 5, 4, 60, 4};
    QTest::newRow("some digits missing") << QList<int>{6, 0, 6} << QList<int>{0, 30, 30};
}

void tst_Split::speakersAreHeldOutWhole()
{
    QFETCH(QList<int>, fsdd);
    QFETCH(QList<int>, scd);
    std::vector<std::string> many;
    for (int i = 0; i < 23; ++i) many.push_back("voice" + std::to_string(i));
    RecordingSet set = small_data::recordingSet("mixed", {fsdd.begin(), fsdd.end()}, "fsdd", {"a", "b", "c", "d", "e", "f"});
    const RecordingSet more = small_data::recordingSet("mixed", {scd.begin(), scd.end()}, "scd", many);
    set.recordings.insert(set.recordings.end(), more.recordings.begin(), more.recordings.end());
    std::set<std::string> everHeld;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto split = splitRecordings(set, "speakers", seed);
        QVERIFY(split.ok());
        QCOMPARE(together(*split).size(), set.recordings.size());
        QVERIFY(split->leftOut.empty());
        std::set<std::string> learned, held;
        for (const auto i : split->train) learned.insert(set.recordings[i].speaker);
        for (const auto i : split->test) held.insert(set.recordings[i].speaker);
        for (const std::string& speaker : held) QVERIFY2(!learned.contains(speaker), speaker.c_str());
        // One of the six and two of the 23.
        QCOMPARE(std::count_if(held.begin(), held.end(), [](auto& name) { return name.size() == 1; }), 1);
        QCOMPARE(std::count_if(held.begin(), held.end(), [](auto& name) { return name.size() > 1; }), 2);
        everHeld.insert(held.begin(), held.end());
    }
    QCOMPARE(everHeld.size(), set.speakers().size());
}

void tst_Split::aTenthOfTheSpeakers_data()
{
    QTest::addColumn<int>("speakers");
    QTest::addColumn<int>("held");
    QTest::newRow("two") << 2 << 1;
    QTest::newRow("fourteen") << 14 << 1;
    QTest::newRow("fifteen") << 15 << 2;
    QTest::newRow("a hundred") << 100 << 10;
}

void tst_Split::aTenthOfTheSpeakers()
{
    QFETCH(int, speakers);
    QFETCH(int, held);
    std::vector<std::string> names;
    for (int i = 0; i < speakers; ++i) names.push_back(std::to_string(i));
    const RecordingSet set = small_data::recordingSet("scd", {speakers}, "scd", names);
    QCOMPARE(int(splitRecordings(set, "speakers", 1)->test.size()), held);
    QVERIFY(*splitRecordings(set, "speakers", 3) == *splitRecordings(set, "speakers", 3));
}

/// Two people, who are told apart by where they were recorded.
void tst_Split::sameNameInTwoSets()
{
    RecordingSet set = small_data::recordingSet("mixed", {8}, "fsdd", {"ann", "bob"});
    const RecordingSet more = small_data::recordingSet("mixed", {8}, "scd", {"ann", "bob"});
    set.recordings.insert(set.recordings.end(), more.recordings.begin(), more.recordings.end());
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto split = splitRecordings(set, "speakers", seed);
        QCOMPARE(split->test.size(), 8u);
        const auto fsdd = std::count_if(split->test.begin(), split->test.end(), [&](auto i) { return set.recordings[i].set == "fsdd"; });
        QCOMPARE(fsdd, 4);
    }
}

void tst_Split::errors_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "stratified" << int(Errc::BadOption) << "stratified";
    QTest::newRow("empty") << "" << int(Errc::BadOption) << "random, official, speakers";
    QTest::newRow("case") << "Random" << int(Errc::BadOption) << "Random";
    QTest::newRow("unknown speaker") << "speaker:nobody" << int(Errc::BadOption) << "jackson, theo";
    QTest::newRow("no speaker") << "speaker:" << int(Errc::BadOption) << "jackson, theo";
}

void tst_Split::errors()
{
    QFETCH(QString, split);
    QFETCH(int, code);
    QFETCH(QString, says);
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 10));
    const auto result = splitRecordings(set, split.toStdString(), 1);
    QVERIFY(!result.ok());
    QCOMPARE(int(result.error().code), code);
    QVERIFY2(english(result.error()).find(says.toStdString()) != std::string::npos, english(result.error()).c_str());

    RecordingSet unlisted = set;
    unlisted.officialKnown = false;
    QCOMPARE(splitRecordings(unlisted, "official", 1).error().code, Errc::NotFound);
    const RecordingSet lonely = small_data::recordingSet("fsdd", {3}, "fsdd", {"theo"});
    QCOMPARE(splitRecordings(lonely, "speaker:theo", 1).error().code, Errc::Incompatible);
    QCOMPARE(splitRecordings(lonely, "speakers", 1).error().code, Errc::Incompatible);
    QCOMPARE(splitRecordings(small_data::recordingSet("fsdd", {1}), "random", 1).error().code, Errc::Incompatible);
    QCOMPARE(splitRecordings({}, "random", 1).error().code, Errc::Incompatible);
    const RecordingSet crowd = small_data::recordingSet(
        "scd", {40}, "scd", {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"});
    const std::string text = english(splitRecordings(crowd, "speaker:z", 1).error());
    QVERIFY(text.find("20: a, b, c") != std::string::npos);
    QVERIFY(text.find("...") != std::string::npos);
}

QTEST_GUILESS_MAIN(tst_Split)
#include "tst_split.moc"
