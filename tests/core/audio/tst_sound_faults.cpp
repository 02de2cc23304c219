#include <QTest>

#include <cmath>
#include <numbers>

#include "core/audio/sound_faults.h"

using namespace sonoglyph;

namespace {

constexpr int rate = 8000;

Sound silence(double seconds) { return {rate, std::vector<float>(std::size_t(seconds * rate))}; }

/// A faint background, so that there is something to stand out of.
Sound background(double seconds)
{
    Sound sound = silence(seconds);
    std::uint32_t state = 7;
    for (float& sample : sound.samples) {
        state = state * 1664525U + 1013904223U;
        sample = (float(state >> 8) / float(1 << 24) - 0.5F) * 0.001F;
    }
    return sound;
}

/// A tone that swells and fades in the middle of a background.
Sound word(double seconds, float peak, double before = 0.5, double after = 0.5)
{
    Sound sound = background(before + seconds + after);
    const auto first = std::size_t(before * rate), count = std::size_t(seconds * rate);
    for (std::size_t i = 0; i < count; ++i) {
        const double swell = std::sin(std::numbers::pi * (double(i) + 0.5) / double(count));
        sound.samples[first + i] += peak * float(swell * std::sin(2 * std::numbers::pi * 300 * double(i) / rate));
    }
    return sound;
}

}  // namespace

class tst_SoundFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void facts();
    void faults_data();
    void faults();
    void flatTops_data();
    void flatTops();
    void knownWordIsTaken();
};

void tst_SoundFaults::facts()
{
    Sound sound = silence(2);
    for (float& sample : sound.samples) sample = 0.5F;
    const SoundFacts facts = factsOf(sound);
    QCOMPARE(facts.seconds, 2.0);
    QCOMPARE(facts.rate, rate);
    QVERIFY(std::abs(facts.peakDecibels + 6.0206) < 1e-3);
    QVERIFY(std::abs(facts.rmsDecibels + 6.0206) < 1e-3);
    QCOMPARE(factsOf({}).seconds, 0.0);
    QCOMPARE(factsOf(silence(1)).peakDecibels, -120.0);
}

void tst_SoundFaults::faults_data()
{
    QTest::addColumn<QList<float>>("samples");
    QTest::addColumn<QList<int>>("faults");
    const auto row = [](const char* name, const Sound& sound, const QList<SoundFault>& faults) {
        QList<int> numbers;
        for (const SoundFault fault : faults) numbers << int(fault);
        QTest::newRow(name) << QList<float>(sound.samples.begin(), sound.samples.end()) << numbers;
    };
    row("a good word", word(0.5, 0.5F), {});
    row("a good loud word", word(0.5, 0.99F), {});
    row("zeros", silence(1), {SoundFault::Silent});
    row("background alone", background(1), {SoundFault::Silent});
    row("quiet", word(0.5, 0.01F), {SoundFault::Quiet});
    row("clipped",
        [] {
            Sound sound = word(0.5, 3);
            for (float& sample : sound.samples) sample = std::clamp(sample, -1.0F, 1.0F);
            return sound;
        }(),
        {SoundFault::Clipped});
    row("too long", word(2.3, 0.5F), {SoundFault::TooLong});
    row("cut off at the end",
        [] {
            Sound sound = word(0.6, 0.5F);
            sound.samples.resize(sound.samples.size() - std::size_t(0.8 * rate));
            return sound;
        }(),
        {SoundFault::CutOff});
    row("cut off at the beginning",
        [] {
            Sound sound = word(0.6, 0.5F);
            sound.samples.erase(sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(0.8 * rate));
            return sound;
        }(),
        {SoundFault::CutOff});
}

void tst_SoundFaults::faults()
{
    QFETCH(QList<float>, samples);
    QFETCH(QList<int>, faults);
    QList<int> found;
    for (const SoundFault fault : factsOf({rate, {samples.begin(), samples.end()}}).faults) found << int(fault);
    QCOMPARE(found, faults);
}

void tst_SoundFaults::flatTops_data()
{
    QTest::addColumn<QList<float>>("samples");
    QTest::addColumn<int>("clipped");
    QTest::newRow("one at full scale is a peak") << QList<float>{0, 1, 0} << 0;
    QTest::newRow("two") << QList<float>{0, 1, 1, 0} << 0;
    QTest::newRow("three") << QList<float>{0, 1, 1, 1, 0} << 3;
    QTest::newRow("at the end") << QList<float>{0, -1, -1, -1, -1} << 4;
    QTest::newRow("from one side to the other") << QList<float>{1, 1, -1, -1} << 0;
    QTest::newRow("twice") << QList<float>{1, 1, 1, 0, -1, -1, -1} << 6;
    QTest::newRow("just below") << QList<float>{0.998F, 0.998F, 0.998F} << 0;
}

void tst_SoundFaults::flatTops()
{
    QFETCH(QList<float>, samples);
    QFETCH(int, clipped);
    QCOMPARE(factsOf({rate, {samples.begin(), samples.end()}}).clippedSamples, clipped);
}

void tst_SoundFaults::knownWordIsTaken()
{
    const SoundFacts facts = factsOf(word(0.5, 0.5F), WordBounds{4000, 4500});
    QCOMPARE(facts.word.begin, std::size_t(4000));
    QVERIFY(facts.has(SoundFault::TooShort));
}

QTEST_GUILESS_MAIN(tst_SoundFaults)
#include "tst_sound_faults.moc"
