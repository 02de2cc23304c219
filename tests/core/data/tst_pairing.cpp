#include <QTest>

#include <algorithm>
#include <array>
#include <set>

#include "core/data/pairing.h"
#include "core/data/small_data.h"

using namespace sonoglyph;

namespace {

DigitImages imagesOf(const std::vector<int>& perLabel)
{
    std::vector<std::uint8_t> labels;
    for (std::size_t digit = 0; digit < perLabel.size(); ++digit)
        labels.insert(labels.end(), std::size_t(perLabel[digit]), std::uint8_t(digit));
    return DigitImages(std::vector<std::uint8_t>(labels.size() * 784), labels);
}

std::vector<std::uint32_t> everySecond(const RecordingSet& set)
{
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < set.recordings.size(); i += 2) indices.push_back(i);
    return indices;
}

}  // namespace

class tst_Pairing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignments();
    void manyToOneUsesEveryImageOnce();
    void oneToOneUsesNothingTwice();
    void digitsWithoutARecordingStayUnpaired();
    void recordingsAreChosenEvenly();
    void setsOfMixedHaveEqualShares();
    void seedDecides();
    void nothingToPair();
    void drawBelowIsFair();
    void generatorsAreTheStandards();
    void shuffleKeepsEverything();
};

void tst_Pairing::alignments()
{
    for (const char* name : {"fsdd", "fsdd6", "mixed"}) QVERIFY(alignmentOf(name) == Alignment::ManyToOne);
    QVERIFY(alignmentOf("scd") == Alignment::OneToOne);
}

void tst_Pairing::manyToOneUsesEveryImageOnce()
{
    const DigitImages images = imagesOf({50, 60, 70, 80, 90, 50, 60, 70, 80, 90});
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 8));
    const auto part = everySecond(set);
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Random random = seededRandom(seed, 0);
        const auto pairs = pairUp(Alignment::ManyToOne, images, set, part, random);
        QCOMPARE(int(pairs.size()), images.count());
        std::set<std::uint32_t> seen;
        for (const Pair& pair : pairs) {
            QVERIFY(seen.insert(pair.image).second);
            QCOMPARE(images.label(int(pair.image)), set.recordings[pair.recording].label);
            QVERIFY(std::binary_search(part.begin(), part.end(), pair.recording));
        }
    }
}

void tst_Pairing::oneToOneUsesNothingTwice()
{
    const DigitImages images = imagesOf({5, 100, 5, 100, 5, 100, 5, 100, 5, 0});
    const RecordingSet set = small_data::recordingSet("scd", std::vector<int>(10, 40));
    const auto part = everySecond(set);  // 20 a digit
    std::set<std::uint32_t> seenEver, heardEver;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random = seededRandom(seed, 0);
        const auto pairs = pairUp(Alignment::OneToOne, images, set, part, random);
        QCOMPARE(pairs.size(), 5u * 5 + 4 * 20);
        std::set<std::uint32_t> seen, heard;
        for (const Pair& pair : pairs) {
            QVERIFY(seen.insert(pair.image).second);
            QVERIFY(heard.insert(pair.recording).second);
            QCOMPARE(images.label(int(pair.image)), set.recordings[pair.recording].label);
            QVERIFY(std::binary_search(part.begin(), part.end(), pair.recording));
        }
        seenEver.insert(seen.begin(), seen.end());
        heardEver.insert(heard.begin(), heard.end());
    }
    // Who is left over is a matter of chance on both sides.
    QCOMPARE(int(seenEver.size()), images.count());
    QCOMPARE(heardEver.size(), part.size() - 20);  // no image shows a nine
}

void tst_Pairing::digitsWithoutARecordingStayUnpaired()
{
    const DigitImages images = imagesOf(std::vector<int>(10, 10));
    const RecordingSet set = small_data::recordingSet("fsdd", {4, 0, 0, 4});
    Random random = seededRandom(1, 0);
    const std::vector<std::uint32_t> all{0, 1, 2, 3, 4, 5, 6, 7};
    const auto pairs = pairUp(Alignment::ManyToOne, images, set, all, random);
    QCOMPARE(pairs.size(), 20u);
    for (const Pair& pair : pairs) QVERIFY(images.label(int(pair.image)) == 0 || images.label(int(pair.image)) == 3);
}

void tst_Pairing::recordingsAreChosenEvenly()
{
    const DigitImages images = imagesOf({10000});
    const RecordingSet set = small_data::recordingSet("fsdd", {10});
    const std::vector<std::uint32_t> all{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    Random random = seededRandom(3, 0);
    std::array<int, 10> counts{};
    for (const Pair& pair : pairUp(Alignment::ManyToOne, images, set, all, random)) ++counts[pair.recording];
    for (const int count : counts) QVERIFY(count > 850 && count < 1150);  // five standard deviations
}

/// Otherwise the sound of a set would tell the digit: a model could learn that a quiet background means "six".
void tst_Pairing::setsOfMixedHaveEqualShares()
{
    const DigitImages images = imagesOf({4000, 4000, 4000});
    RecordingSet set = small_data::recordingSet("mixed", {10, 10, 10}, "fsdd");
    const RecordingSet more = small_data::recordingSet("mixed", {200, 2, 0}, "scd");
    set.recordings.insert(set.recordings.end(), more.recordings.begin(), more.recordings.end());
    std::vector<std::uint32_t> all(set.recordings.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    Random random = seededRandom(4, 0);
    std::array<int, 3> fsdd{}, pairs{};
    for (const Pair& pair : pairUp(Alignment::ManyToOne, images, set, all, random)) {
        const Recording& recording = set.recordings[pair.recording];
        ++pairs[std::size_t(recording.label)];
        fsdd[std::size_t(recording.label)] += recording.set == "fsdd";
    }
    QCOMPARE(pairs, (std::array<int, 3>{4000, 4000, 4000}));
    for (const int digit : {0, 1}) QVERIFY(fsdd[std::size_t(digit)] > 1840 && fsdd[std::size_t(digit)] < 2160);  // five standard deviations
    QCOMPARE(fsdd[2], 4000);
}

void tst_Pairing::seedDecides()
{
    const DigitImages images = imagesOf(std::vector<int>(10, 30));
    const RecordingSet set = small_data::recordingSet("fsdd", std::vector<int>(10, 8));
    const auto part = everySecond(set);
    for (const Alignment alignment : {Alignment::ManyToOne, Alignment::OneToOne}) {
        const auto pairs = [&](std::uint64_t seed) {
            Random random = seededRandom(seed, 2);
            return pairUp(alignment, images, set, part, random);
        };
        QVERIFY(pairs(1) == pairs(1));
        QVERIFY(!(pairs(1) == pairs(2)));
    }
}

void tst_Pairing::nothingToPair()
{
    Random random = seededRandom(1, 0);
    const RecordingSet set = small_data::recordingSet("fsdd", {3});
    const std::vector<std::uint32_t> some{0, 1};
    QVERIFY(pairUp(Alignment::ManyToOne, DigitImages(), set, some, random).empty());
    QVERIFY(pairUp(Alignment::ManyToOne, imagesOf({5}), set, {}, random).empty());
    QVERIFY(pairUp(Alignment::OneToOne, imagesOf({0, 5}), set, some, random).empty());
}

void tst_Pairing::drawBelowIsFair()
{
    Random random = seededRandom(1, 1);
    for (const std::uint64_t bound : {std::uint64_t(1), std::uint64_t(2), std::uint64_t(3), std::uint64_t(10)}) {
        std::vector<int> counts(bound);
        for (int i = 0; i < 10000; ++i) ++counts.at(drawBelow(random, bound));
        const double expected = 10000.0 / double(bound);
        for (const int count : counts) QVERIFY(std::abs(count - expected) < 5 * std::sqrt(expected) + 1);
    }
    const std::uint64_t large = (std::uint64_t(1) << 63) + 1;  // half of all draws are refused
    for (int i = 0; i < 100; ++i) QVERIFY(drawBelow(random, large) < large);
}

void tst_Pairing::generatorsAreTheStandards()
{
    Random random;  // C++ standard, [rand.predef]: the 10000th value of a default-constructed mt19937_64
    random.discard(9999);
    QCOMPARE(random(), std::uint64_t(9981545732273789042u));
    QVERIFY(seededRandom(1, 2) == seededRandom(1, 2));
    QVERIFY(seededRandom(1, 2) != seededRandom(2, 1));
    QVERIFY(seededRandom(0, 0) != seededRandom(0, 1));
}

void tst_Pairing::shuffleKeepsEverything()
{
    Random random = seededRandom(5, 5);
    for (const int size : {0, 1, 2, 100}) {
        std::vector<int> values(static_cast<std::size_t>(size));
        for (int i = 0; i < size; ++i) values[std::size_t(i)] = i;
        auto mixed = values;
        shuffle(std::span(mixed), random);
        if (size > 2) QVERIFY(mixed != values);
        std::sort(mixed.begin(), mixed.end());
        QCOMPARE(mixed, values);
    }
}

QTEST_GUILESS_MAIN(tst_Pairing)
#include "tst_pairing.moc"
