#include <QTest>

#include <algorithm>
#include <span>

#include "core/audio/sound_file.h"
#include "core/audio/word_detector.h"
#include "sounds.h"

using namespace sonoglyph;

namespace {

using State = WordDetector::State;

constexpr int rate = 8000;

void add(Sound& sound, double atSeconds, const Sound& other)
{
    const auto at = std::size_t(std::lround(atSeconds * sound.rate));
    for (std::size_t i = 0; i < other.samples.size() && at + i < sound.samples.size(); ++i) sound.samples[at + i] += other.samples[i];
}

/// Something voiced: harmonics of 120 Hz that swell and fade.
Sound vowel(double seconds, float amplitude, int soundRate = rate)
{
    Sound sound = sounds::silence(soundRate, seconds);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double t = double(i) / soundRate;
        double value = 0;
        for (int harmonic = 1; harmonic <= 12; ++harmonic) value += std::sin(2 * std::numbers::pi * 120 * harmonic * t) / harmonic;
        sound.samples[i] = amplitude * float(value * std::pow(std::sin(std::numbers::pi * t / seconds), 0.3) / 2);
    }
    return sound;
}

Sound click(float amplitude)
{
    Sound sound = sounds::silence(rate, 0.005);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = amplitude * (i % 2 == 0 ? 1.0F : -1.0F);
    return sound;
}

/// Noise with the slow ups and downs of a room; `colour` 0 white, 1 nearly brown.
Sound roomNoise(double seconds, float amplitude, float colour, double swellDecibels, unsigned seed)
{
    Sound sound = sounds::noise(rate, seconds, amplitude, seed);
    float held = 0;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        held = colour * 0.98F * held + sound.samples[i];
        const double swell = swellDecibels * std::sin(2 * std::numbers::pi * 0.7 * double(i) / rate);
        sound.samples[i] = held * float(std::pow(10, swell / 20));
    }
    return sound;
}

struct Outcome {
    State state = State::Waiting;
    std::optional<WordBounds> word;
};

/// What a stream ends with when `sound` comes in chunks of 0 to `largest` samples.
Outcome streamed(const Sound& sound, std::size_t largest, unsigned seed)
{
    std::mt19937 random(seed);
    WordDetector detector(sound.rate);
    for (std::span<const float> rest(sound.samples); !rest.empty();) {
        const std::size_t size = std::min(rest.size(), std::size_t(random() % (largest + 1)));
        detector.push(rest.first(size));
        rest = rest.subspan(size);
    }
    return {detector.state(), detector.word()};
}

bool isClose(const std::optional<WordBounds>& word, double begin, double end, int soundRate = rate, double tolerance = 0.05)
{
    return word && std::abs(double(word->begin) / soundRate - begin) <= tolerance &&
           std::abs(double(word->end) / soundRate - end) <= tolerance;
}

QByteArray text(const std::optional<WordBounds>& word, int soundRate = rate)
{
    if (!word) return "no word";
    return QByteArray::number(double(word->begin) / soundRate, 'f', 3) + " s to " +
           QByteArray::number(double(word->end) / soundRate, 'f', 3) + " s";
}

}  // namespace

class tst_WordDetector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hearsNothingIn_data();
    void hearsNothingIn();
    void findsTheWordIn_data();
    void findsTheWordIn();
    void statesInOrder();
    void endsTheLongest();
    void takesTheFirstOrTheLoudest();
    void trimmedRecordingsStayWhole();
    void wordAfterTheFanStarts();
    void oneWordAfterAnother_data();
    void oneWordAfterAnother();
    void tellsHowLongItIsQuiet();
    void anyRate_data();
    void anyRate();
    void cutKeepsToTheSound();
    void spokenDigits_data();
    void spokenDigits();
    void trainingRecordingsStayWhole();
};

void tst_WordDetector::hearsNothingIn_data()
{
    QTest::addColumn<Sound>("sound");
    QTest::newRow("no sample") << Sound{rate, {}};
    QTest::newRow("1 sample") << Sound{rate, {0.5F}};
    QTest::newRow("silence") << sounds::silence(rate, 10);
    QTest::newRow("offset") << Sound{rate, std::vector<float>(50000, 0.3F)};
    QTest::newRow("white noise") << sounds::noise(rate, 20, 0.02F, 1);
    QTest::newRow("loud white noise") << sounds::noise(rate, 20, 0.2F, 2);
    QTest::newRow("brown noise") << roomNoise(20, 0.01F, 1, 0, 3);
    QTest::newRow("noise that swells by 2 dB") << roomNoise(20, 0.01F, 0.5F, 2, 4);
    QTest::newRow("hum") << sounds::sine(rate, 10, 50, 0.3F);
    QTest::newRow("tone") << sounds::sine(rate, 10, 1000, 0.3F);
    Sound clicks = sounds::noise(rate, 6, 0.001F, 5);
    for (double at : {1.0, 1.7, 3.0, 4.2}) add(clicks, at, click(0.8F));
    QTest::newRow("clicks") << clicks;
}

void tst_WordDetector::hearsNothingIn()
{
    QFETCH(Sound, sound);
    const auto word = findWord(sound);
    QVERIFY2(!word, text(word));
    const Outcome outcome = streamed(sound, 500, 1);
    QVERIFY2(outcome.state == State::Waiting, text(outcome.word));
    QVERIFY(!outcome.word);
}

void tst_WordDetector::findsTheWordIn_data()
{
    QTest::addColumn<Sound>("sound");
    QTest::addColumn<double>("begin");
    QTest::addColumn<double>("end");
    const Sound quiet = sounds::noise(rate, 3, 0.0005F, 1);
    for (float amplitude : {0.01F, 0.03F, 0.47F, 1.0F}) {
        Sound sound = quiet;
        add(sound, 1.2, vowel(0.5, amplitude));
        QTest::addRow("amplitude %g", double(amplitude)) << sound << 1.2 << 1.7;
    }
    Sound noisy = sounds::noise(rate, 3, 0.01F, 2);
    add(noisy, 1.2, vowel(0.5, 0.3F));
    QTest::newRow("noise") << noisy << 1.2 << 1.7;

    Sound humming = quiet;
    add(humming, 0, sounds::sine(rate, 3, 50, 0.2F));
    add(humming, 1.2, vowel(0.5, 0.3F));
    QTest::newRow("hum") << humming << 1.2 << 1.7;

    Sound clicked = quiet;
    add(clicked, 1.0, click(0.9F));
    add(clicked, 1.2, vowel(0.5, 0.3F));
    QTest::newRow("click before") << clicked << 1.2 << 1.7;

    Sound late = quiet;
    add(late, 1.2, vowel(0.5, 0.3F));
    add(late, 1.93, click(0.9F));
    QTest::newRow("click after") << late << 1.2 << 1.7;

    Sound gap = quiet;
    add(gap, 1.0, vowel(0.2, 0.3F));
    add(gap, 1.35, vowel(0.2, 0.1F));
    QTest::newRow("stop gap of 150 ms, as in six") << gap << 1.0 << 1.55;

    Sound release = quiet;
    add(release, 1.0, vowel(0.3, 0.3F));
    add(release, 1.38, sounds::noise(rate, 0.03, 0.03F, 3));
    QTest::newRow("released stop, as in eight") << release << 1.0 << 1.41;

    Sound fricative = quiet;
    add(fricative, 1.0, sounds::noise(rate, 0.15, 0.004F, 4));
    add(fricative, 1.15, vowel(0.3, 0.3F));
    QTest::newRow("weak fricative, as in five") << fricative << 1.0 << 1.45;

    Sound atOnce = quiet;
    add(atOnce, 0, vowel(0.5, 0.3F));
    QTest::newRow("at the very start") << atOnce << 0.0 << 0.5;
}

void tst_WordDetector::findsTheWordIn()
{
    QFETCH(Sound, sound);
    QFETCH(double, begin);
    QFETCH(double, end);
    const auto whole = findWord(sound);
    QVERIFY2(isClose(whole, begin, end), text(whole));

    const Outcome once = streamed(sound, sound.samples.size(), 0);
    QVERIFY(once.state == State::Ended);
    QVERIFY2(isClose(once.word, begin, end), text(once.word));
    for (unsigned seed = 1; seed <= 8; ++seed) {
        const Outcome outcome = streamed(sound, seed % 2 == 0 ? 900 : 30, seed);
        QVERIFY(outcome.state == State::Ended);
        QCOMPARE(outcome.word->begin, once.word->begin);
        QCOMPARE(outcome.word->end, once.word->end);
    }
}

void tst_WordDetector::statesInOrder()
{
    Sound sound = sounds::noise(rate, 3, 0.0005F, 1);
    add(sound, 1.0, vowel(0.5, 0.3F));
    WordDetector detector(rate);
    const auto push = [&](double from, double to) {
        return detector.push(std::span(sound.samples).subspan(std::size_t(from * rate), std::size_t((to - from) * rate)));
    };
    QVERIFY(push(0, 0.9) == State::Waiting);
    QVERIFY(!detector.word());
    QVERIFY(std::abs(detector.floorDecibels() + 66) < 3);
    QVERIFY(push(0.9, 1.3) == State::Speaking);
    QVERIFY(detector.levelDecibels() > detector.floorDecibels() + 30);
    QVERIFY(isClose(detector.word(), 1.0, 1.3));
    QVERIFY(push(1.3, 1.7) == State::Speaking);
    QVERIFY(push(1.7, 1.9) == State::Ended);
    const auto word = detector.word();
    QVERIFY2(isClose(word, 1.0, 1.5), text(word));
    QVERIFY(detector.push(vowel(0.5, 0.9F).samples) == State::Ended);
    QCOMPARE(detector.word()->end, word->end);
    detector.reset();
    QVERIFY(detector.state() == State::Waiting);
    QVERIFY(!detector.word());
    QVERIFY(push(0, 3) == State::Ended);
    QCOMPARE(detector.word()->begin, word->begin);
    QCOMPARE(detector.word()->end, word->end);
}

void tst_WordDetector::endsTheLongest()
{
    Sound talk = sounds::noise(rate, 6, 0.0005F, 1);
    for (int i = 0; i < 20; ++i) add(talk, 1 + 0.22 * i, vowel(0.2, 0.3F));
    const Outcome outcome = streamed(talk, 400, 1);
    QVERIFY(outcome.state == State::Ended);
    QVERIFY2(isClose(outcome.word, 1.0, 3.5), text(outcome.word));
}

void tst_WordDetector::takesTheFirstOrTheLoudest()
{
    Sound two = sounds::noise(rate, 4, 0.0005F, 1);
    add(two, 1.0, vowel(0.4, 0.1F));
    add(two, 2.0, vowel(0.4, 0.4F));
    QVERIFY(isClose(streamed(two, 400, 1).word, 1.0, 1.4));
    QVERIFY(isClose(findWord(two), 2.0, 2.4));
}

void tst_WordDetector::trimmedRecordingsStayWhole()
{
    const Sound trimmed = vowel(0.4, 0.3F);
    const auto word = findWord(trimmed);
    QVERIFY(word);
    QCOMPARE(word->begin, std::size_t(0));
    QCOMPARE(word->end, trimmed.samples.size());
}

void tst_WordDetector::wordAfterTheFanStarts()
{
    Sound sound = sounds::noise(rate, 6, 0.0005F, 1);
    add(sound, 1.0, sounds::noise(rate, 5, 0.01F, 2));
    add(sound, 4.0, vowel(0.5, 0.4F));
    const Outcome outcome = streamed(sound, 400, 1);
    QVERIFY(outcome.state == State::Ended);
    QVERIFY2(isClose(outcome.word, 4.0, 4.5), text(outcome.word));
}

void tst_WordDetector::oneWordAfterAnother_data()
{
    QTest::addColumn<Sound>("background");
    QTest::newRow("faint noise") << sounds::noise(rate, 9, 0.0005F, 21);
    QTest::newRow("a room") << roomNoise(9, 0.004F, 0.5F, 1, 22);
}

void tst_WordDetector::oneWordAfterAnother()
{
    QFETCH(Sound, background);
    Sound sound = background;
    const std::vector<std::pair<double, double>> words{{0.8, 0.4}, {1.7, 0.3}, {2.5, 0.6}, {5.5, 0.4}, {7.0, 0.5}};
    for (const auto& [at, length] : words) add(sound, at, vowel(length, 0.3F));
    for (const std::size_t largest : {100u, 500u, 4000u}) {
        std::mt19937 random(3);
        WordDetector detector(rate);
        std::vector<WordBounds> found;
        for (std::span<const float> rest(sound.samples); !rest.empty();) {
            const std::size_t before = detector.samplesHeard();
            const auto part = rest.first(std::min(rest.size(), std::size_t(1 + random() % largest)));
            if (detector.push(part) == State::Ended) {
                found.push_back(*detector.word());
                detector.next();
                QCOMPARE(detector.state(), State::Waiting);
            }
            rest = rest.subspan(detector.samplesHeard() - before);
        }
        QCOMPARE(found.size(), words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            QVERIFY2(isClose(found[i], words[i].first, words[i].first + words[i].second), text(found[i]));
    }
}

void tst_WordDetector::tellsHowLongItIsQuiet()
{
    Sound sound = sounds::noise(rate, 3, 0.001F, 23);
    add(sound, 1, vowel(0.4, 0.3F));
    WordDetector detector(rate);
    detector.push(std::span(sound.samples).first(8000));
    QVERIFY(detector.quietSeconds() > 0.85);
    detector.push(std::span(sound.samples).subspan(8000, 2400));
    QVERIFY(detector.quietSeconds() < 0.03);
    detector.push(std::span(sound.samples).subspan(10400));
    detector.next();
    QVERIFY(detector.quietSeconds() > 0.2);
    QVERIFY(detector.quietSeconds() < 0.4);
}

void tst_WordDetector::anyRate_data()
{
    QTest::addColumn<int>("soundRate");
    for (int soundRate : {8000, 11025, 16000, 44100, 48000, 96000}) QTest::addRow("%d Hz", soundRate) << soundRate;
}

void tst_WordDetector::anyRate()
{
    QFETCH(int, soundRate);
    Sound sound = sounds::noise(soundRate, 3, 0.0005F, 1);
    add(sound, 1.2, vowel(0.5, 0.2F, soundRate));
    QVERIFY2(isClose(findWord(sound), 1.2, 1.7, soundRate), text(findWord(sound), soundRate));
    const Outcome outcome = streamed(sound, 2048, 1);
    QVERIFY(outcome.state == State::Ended);
    QVERIFY2(isClose(outcome.word, 1.2, 1.7, soundRate), text(outcome.word, soundRate));
}

void tst_WordDetector::cutKeepsToTheSound()
{
    const Sound sound{rate, {0, 1, 2, 3, 4}};
    QCOMPARE(cut(sound, {1, 3}).samples, (std::vector<float>{1, 2}));
    QCOMPARE(cut(sound, {3, 99}).samples, (std::vector<float>{3, 4}));
    QCOMPARE(cut(sound, {50, 99}).samples, std::vector<float>());
    QCOMPARE(cut(sound, {1, 3}).rate, rate);
}

/// Recordings of FSDD that were cut to their word. lucas and george leave up to half a second of silence around it, so the place where
/// their recordings are put says little about where the word is.
static std::vector<std::filesystem::path> trimmedRecordings(std::size_t count)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(sounds::recordings())) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".wav") || name.find("lucas") != name.npos || name.find("george") != name.npos) continue;
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::mt19937 random(2024);
    std::shuffle(files.begin(), files.end(), random);
    files.resize(std::min(count, files.size()));
    return files;
}

void tst_WordDetector::spokenDigits_data()
{
    QTest::addColumn<double>("noiseDecibels");
    QTest::addColumn<bool>("disturbed");
    QTest::addColumn<double>("share");
    QTest::newRow("noise 50 dB below the word") << -50.0 << false << 0.95;
    QTest::newRow("noise 50 dB below the word, hum, a click before it") << -50.0 << true << 0.95;
    QTest::newRow("noise 40 dB below the word") << -40.0 << false << 0.90;
    QTest::newRow("noise 30 dB below the word") << -30.0 << false << 0.75;
}

void tst_WordDetector::spokenDigits()
{
    QFETCH(double, noiseDecibels);
    QFETCH(bool, disturbed);
    QFETCH(double, share);
    if (sounds::recordings().empty()) QSKIP("The recordings of FSDD are missing; set SONOGLYPH_TEST_DATA.");

    constexpr std::size_t count = 200;
    std::size_t wholeRight = 0;
    std::size_t streamRight = 0;
    unsigned seed = 0;
    for (const auto& file : trimmedRecordings(count)) {
        const auto recording = readSoundFile(file);
        QVERIFY(recording.ok());
        double loudest = 0;  // mean power of 20 ms
        for (std::size_t at = 0; at + 160 <= recording->samples.size(); at += 80) {
            double power = 0;
            for (std::size_t i = at; i < at + 160; ++i) power += double(recording->samples[i] * recording->samples[i]) / 160;
            loudest = std::max(loudest, power);
        }
        const auto amplitude = float(std::sqrt(loudest));
        Sound sound = sounds::noise(rate, 2 + recording->seconds(), amplitude * float(std::pow(10, noiseDecibels / 20)), ++seed);
        add(sound, 1.0, *recording);
        if (disturbed) {
            add(sound, 0, sounds::sine(rate, sound.seconds(), 50, 0.1F * amplitude));
            add(sound, 0.8, click(amplitude));
        }
        const double end = 1.0 + recording->seconds();
        wholeRight += isClose(findWord(sound), 1.0, end) ? 1 : 0;
        const Outcome outcome = streamed(sound, 700, seed);
        streamRight += outcome.state == State::Ended && isClose(outcome.word, 1.0, end) ? 1 : 0;
    }
    qInfo("within 50 ms: whole %.1f %%, streaming %.1f %%", 100.0 * double(wholeRight) / count, 100.0 * double(streamRight) / count);
    QVERIFY(double(wholeRight) >= share * count);
    QVERIFY(double(streamRight) >= share * count);
}

void tst_WordDetector::trainingRecordingsStayWhole()
{
    if (sounds::recordings().empty()) QSKIP("The recordings of FSDD are missing; set SONOGLYPH_TEST_DATA.");
    int changed = 0;
    for (const auto& file : trimmedRecordings(200)) {
        const auto recording = readSoundFile(file);
        QVERIFY(recording.ok());
        const auto word = findWord(*recording);
        QVERIFY2(word, file.c_str());
        if (double(word->end - word->begin) < 0.8 * double(recording->samples.size())) ++changed;
    }
    qInfo("%d of 200 lost more than a fifth", changed);
    QVERIFY(changed <= 10);
}

QTEST_GUILESS_MAIN(tst_WordDetector)
#include "tst_word_detector.moc"
