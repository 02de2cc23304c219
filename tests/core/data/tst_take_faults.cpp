#include <QTest>

#include <cmath>
#include <numbers>

#include "core/data/take_faults.h"

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

class tst_TakeFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void faults_data();
    void faults();
    void wordThatIsTooShort();
};

void tst_TakeFaults::faults_data()
{
    QTest::addColumn<QList<float>>("samples");
    QTest::addColumn<QList<int>>("faults");
    const auto row = [](const char* name, const Sound& sound, const QList<TakeFault>& faults) {
        QList<int> numbers;
        for (const TakeFault fault : faults) numbers << int(fault);
        QTest::newRow(name) << QList<float>(sound.samples.begin(), sound.samples.end()) << numbers;
    };
    row("a good word", word(0.5, 0.5F), {});
    row("a good loud word", word(0.5, 0.99F), {});
    row("zeros", silence(1), {TakeFault::Silent});
    row("background alone", background(1), {TakeFault::Silent});
    row("quiet", word(0.5, 0.01F), {TakeFault::Quiet});
    row("clipped",
        [] {
            Sound sound = word(0.5, 3);
            for (float& sample : sound.samples) sample = std::clamp(sample, -1.0F, 1.0F);
            return sound;
        }(),
        {TakeFault::Clipped});
    row("too long", word(2.3, 0.5F), {TakeFault::TooLong});
    row("cut off at the end",
        [] {
            Sound sound = word(0.6, 0.5F);
            sound.samples.resize(sound.samples.size() - std::size_t(0.8 * rate));
            return sound;
        }(),
        {TakeFault::CutOff});
    row("cut off at the beginning",
        [] {
            Sound sound = word(0.6, 0.5F);
            sound.samples.erase(sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(0.8 * rate));
            return sound;
        }(),
        {TakeFault::CutOff});
}

void tst_TakeFaults::faults()
{
    QFETCH(QList<float>, samples);
    QFETCH(QList<int>, faults);
    QList<int> found;
    const Sound sound{rate, {samples.begin(), samples.end()}};
    const auto bounds = findWord(sound).value_or(WordBounds{0, sound.samples.size()});
    for (const TakeFault fault : checkTake(sound, bounds).faults) found << int(fault);
    QCOMPARE(found, faults);
}

void tst_TakeFaults::wordThatIsTooShort()
{
    const Sound sound = word(0.5, 0.5F);
    QVERIFY(checkTake(sound, {4000, 4500}).has(TakeFault::TooShort));
    QVERIFY(!checkTake(sound, {4000, 8000}).has(TakeFault::TooShort));
    QVERIFY(std::abs(checkTake(sound, {4000, 8000}).peakDecibels + 6) < 0.2);
    QCOMPARE(checkTake({}, {}).peakDecibels, -120.0);
}

QTEST_GUILESS_MAIN(tst_TakeFaults)
#include "tst_take_faults.moc"
