#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/data/sound_effects.h"

using namespace sonoglyph;

namespace {

constexpr int rate = 8000;

std::vector<float> tone(double hertz, std::size_t samples, double amplitude = 0.5)
{
    std::vector<float> out(samples);
    for (std::size_t i = 0; i < samples; ++i) out[i] = float(amplitude * std::sin(2 * std::numbers::pi * hertz * double(i) / rate));
    return out;
}

/// Power of `samples` at `hertz` (Goertzel), of a tone of amplitude 1 about 1/4.
double powerAt(std::span<const float> samples, double hertz)
{
    double re = 0, im = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double angle = 2 * std::numbers::pi * hertz * double(i) / rate;
        re += double(samples[i]) * std::cos(angle);
        im += double(samples[i]) * std::sin(angle);
    }
    return (re * re + im * im) / double(samples.size()) / double(samples.size());
}

double decibels(double powers) { return 10 * std::log10(powers); }

/// Mean power over a band.
double powerBetween(std::span<const float> samples, double low, double high)
{
    constexpr int steps = 40;
    double sum = 0;
    for (int i = 0; i < steps; ++i) sum += powerAt(samples, low + (high - low) * i / steps);
    return sum / steps;
}

}  // namespace

class tst_SoundEffects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speedChangesLengthAndPitch_data();
    void speedChangesLengthAndPitch();
    void tiltWeighsHighAgainstLow_data();
    void tiltWeighsHighAgainstLow();
    void echoDies();
    void directSoundStandsOverTheEcho_data();
    void directSoundStandsOverTheEcho();
    void noiseHasItsColour();
    void noiseIsAddedAtItsLevel_data();
    void noiseIsAddedAtItsLevel();
    void digitising_data();
    void digitising();
    void nothingOfNothing();
    void sameDrawsSameSound();
};

void tst_SoundEffects::speedChangesLengthAndPitch_data()
{
    QTest::addColumn<double>("factor");
    for (const double factor : {0.8, 0.95, 1.0, 1.1, 1.25}) QTest::addRow("%g", factor) << factor;
}

void tst_SoundEffects::speedChangesLengthAndPitch()
{
    QFETCH(double, factor);
    const auto before = tone(500, 4000);
    const auto after = atSpeed(before, factor);
    QCOMPARE(after.size(), std::size_t(4000 / factor));
    const auto expected = tone(500 * factor, after.size());
    for (std::size_t i = 2; i + 4 < after.size(); ++i) QVERIFY2(std::abs(after[i] - expected[i]) < 0.01F, std::to_string(i).c_str());
    if (factor == 1) QVERIFY(after == before);
}

void tst_SoundEffects::tiltWeighsHighAgainstLow_data()
{
    QTest::addColumn<double>("tilt");
    for (const double tilt : {-12.0, -3.0, 0.0, 6.0, 12.0}) QTest::addRow("%g dB", tilt) << tilt;
}

void tst_SoundEffects::tiltWeighsHighAgainstLow()
{
    QFETCH(double, tilt);
    const auto gain = [&](double hertz) {
        auto sound = tone(hertz, 8000);
        const double before = powerAt(sound, hertz);
        sonoglyph::tilt(sound, rate, tilt);
        return decibels(powerAt(std::span(sound), hertz) / before);
    };
    const double low = gain(60), middle = gain(1000), high = gain(3500);
    const double reached = tilt == 0 ? 1 : (high - low) / tilt;
    QVERIFY2(reached > 0.4 && reached < 1.01, std::to_string(high - low).c_str());
    QVERIFY(tilt >= 0 ? low <= middle + 1e-3 && middle <= high + 1e-3 : low > middle && middle > high);
}

void tst_SoundEffects::echoDies()
{
    std::vector<float> click(1, 1.0F);
    Random random = seededRandom(1, 1);
    const auto room = inRoom(click, rate, 0.3, 0, random);
    QVERIFY(room.size() > std::size_t(0.18 * rate) && room.size() < std::size_t(0.21 * rate));
    QCOMPARE(room[0], 1.0F);
    // 60 dB in 0.3 s: 10 dB in 50 ms.
    const auto part = [&](double from, double to) {
        return meanPower(std::span(room).subspan(std::size_t(from * rate), std::size_t((to - from) * rate)));
    };
    const double early = decibels(part(0.005, 0.055)), late = decibels(part(0.105, 0.155));
    QVERIFY2(std::abs(early - late - 20) < 3, std::to_string(early - late).c_str());
}

void tst_SoundEffects::directSoundStandsOverTheEcho_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {-3.0, 0.0, 15.0}) QTest::addRow("%g dB", ratio) << ratio;
}

void tst_SoundEffects::directSoundStandsOverTheEcho()
{
    QFETCH(double, ratio);
    std::vector<float> click(1, 0.5F);
    Random random = seededRandom(2, 1);
    const auto room = inRoom(click, rate, 0.4, ratio, random);
    const auto echo = std::span(room).subspan(1);
    const double found = decibels(0.25 / (meanPower(echo) * double(echo.size())));
    // Pulses that fall on the same sample add up or cancel.
    QVERIFY2(std::abs(found - ratio) < 0.5, std::to_string(found).c_str());
}

void tst_SoundEffects::noiseHasItsColour()
{
    Random random = seededRandom(3, 1);
    const auto white = whiteNoise(32000, random), pink = pinkNoise(32000, random);
    QVERIFY(std::abs(meanPower(white) - 1) < 0.02);
    QVERIFY(std::abs(decibels(powerBetween(white, 2000, 4000) / powerBetween(white, 200, 400))) < 2);
    // 3 dB an octave, 3.3 octaves.
    const double slope = decibels(powerBetween(pink, 200, 400) / powerBetween(pink, 2000, 4000));
    QVERIFY2(std::abs(slope - 10) < 2.5, std::to_string(slope).c_str());
}

void tst_SoundEffects::noiseIsAddedAtItsLevel_data()
{
    QTest::addColumn<double>("snr");
    for (const double snr : {-5.0, 0.0, 20.0, 40.0}) QTest::addRow("%g dB", snr) << snr;
}

void tst_SoundEffects::noiseIsAddedAtItsLevel()
{
    QFETCH(double, snr);
    const auto word = tone(440, 8000, 0.1);
    Random random = seededRandom(4, 1);
    const auto noise = whiteNoise(word.size(), random);
    auto mixed = word;
    addNoise(mixed, noise, meanPower(word), snr);
    for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] -= word[i];
    QVERIFY(std::abs(decibels(meanPower(word) / meanPower(mixed)) - snr) < 0.01);
    auto unchanged = word;
    addNoise(unchanged, std::vector<float>(word.size()), meanPower(word), snr);
    QVERIFY(unchanged == word);
}

void tst_SoundEffects::digitising_data()
{
    QTest::addColumn<double>("peak");
    QTest::addColumn<int>("loudest");  // in steps of 1/32768
    QTest::newRow("full scale") << 0.0 << 32768;
    QTest::newRow("half") << -6.0206 << 16384;
    QTest::newRow("as soft as theo, 30 dB lower") << -60.0 << 33;
    QTest::newRow("lost") << -97.0 << 0;
    QTest::newRow("overdriven") << 12.0 << 32768;
}

void tst_SoundEffects::digitising()
{
    QFETCH(double, peak);
    QFETCH(int, loudest);
    auto sound = tone(1000, 800, 0.02);
    const auto before = sound;
    digitise(sound, peak);
    float most = 0;
    for (const float sample : sound) {
        most = std::max(most, std::abs(sample));
        QCOMPARE(sample * 32768, std::nearbyint(sample * 32768));
        QVERIFY(sample >= -1 && sample < 1);
    }
    QVERIFY(std::abs(most * 32768 - float(loudest)) <= 1);
    const auto clipped = std::count_if(sound.begin(), sound.end(), [](float sample) { return sample <= -1; });
    QCOMPARE(clipped > 100, peak > 0);
}

void tst_SoundEffects::nothingOfNothing()
{
    std::vector<float> nothing, silence(10);
    Random random = seededRandom(5, 1);
    QVERIFY(atSpeed(nothing, 1.1).empty());
    tilt(nothing, rate, 3);
    digitise(nothing, 0);
    digitise(silence, 0);
    QVERIFY(silence == std::vector<float>(10));
    QCOMPARE(meanPower(nothing), 0.0);
    for (const float sample : inRoom(nothing, rate, 0.2, 0, random)) QCOMPARE(sample, 0.0F);
    QVERIFY(whiteNoise(0, random).empty());
}

void tst_SoundEffects::sameDrawsSameSound()
{
    const auto make = [](std::uint64_t seed) {
        Random random = seededRandom(seed, 9);
        auto sound = inRoom(tone(300, 1000), rate, 0.2, 3, random);
        addNoise(sound, pinkNoise(sound.size(), random), 0.1, 10);
        return sound;
    };
    QVERIFY(make(1) == make(1));
    QVERIFY(make(1) != make(2));
}

QTEST_GUILESS_MAIN(tst_SoundEffects)
#include "tst_sound_effects.moc"
