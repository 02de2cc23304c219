#include <QTest>

#include <algorithm>

#include "core/audio/resample.h"
#include "core/audio/streaming_spectrogram.h"
#include "sounds.h"

using namespace sonoglyph;

namespace {

/// Something like speech in all bands and at all levels: a sweep that fades, over noise.
Sound testSound(int rate, double seconds, unsigned seed)
{
    Sound sound = sounds::noise(rate, seconds, 0.001F, seed);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double t = double(i) / rate;
        sound.samples[i] += float(0.4 * std::exp(-2 * t) * std::sin(2 * std::numbers::pi * (200 + 1200 * t) * t));
    }
    return sound;
}

/// Chunk sizes from 0 to `largest`, often tiny, that add up to `total`.
std::vector<std::size_t> chunks(std::size_t total, std::size_t largest, std::mt19937& random)
{
    std::vector<std::size_t> out;
    while (total > 0) {
        const std::size_t limit = random() % 3 == 0 ? 8 : largest;
        out.push_back(std::min(total, std::size_t(random() % (limit + 1))));
        total -= out.back();
    }
    return out;
}

float largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    float worst = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
    return worst;
}

}  // namespace

class tst_StreamingSpectrogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyChunkingEqualsTheWhole_data();
    void anyChunkingEqualsTheWhole();
    void everyPrefixEqualsItsWhole_data();
    void everyPrefixEqualsItsWhole();
    void lastSecondIsThatOfTheWhole_data();
    void lastSecondIsThatOfTheWhole();
    void anyStretchIsThatOfTheWhole_data();
    void anyStretchIsThatOfTheWhole();
    void remembersOnlyTheLastSeconds();
    void settledFramesStay();
    void emptyIsLikeAnEmptySound();
    void resetForgets();
};

void tst_StreamingSpectrogram::anyChunkingEqualsTheWhole_data()
{
    QTest::addColumn<int>("inputRate");
    QTest::addColumn<int>("rate");
    QTest::addColumn<bool>("pad");
    QTest::addColumn<double>("seconds");
    const int rates[][2] = {{8000, 0},     {8000, 8000},  {48000, 8000}, {44100, 16000},
                            {16000, 8000}, {8000, 16000}, {96000, 0},    {11025, 8000}};
    for (const auto& [input, output] : rates)
        for (const bool pad : {false, true})
            for (const double seconds : {0.0, 0.0002, 0.05, 0.7, 1.0, 1.4})
                QTest::addRow("%d to %d Hz, %s, %g s", input, output, pad ? "pad" : "stretch", seconds)
                    << input << output << pad << seconds;
}

void tst_StreamingSpectrogram::anyChunkingEqualsTheWhole()
{
    QFETCH(int, inputRate);
    QFETCH(int, rate);
    QFETCH(bool, pad);
    QFETCH(double, seconds);
    const Sound sound = testSound(inputRate, seconds, 5);
    SpectrogramParams params;
    params.rate = rate;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    const Spectrogram whole = melSpectrogram(sound, params);
    const Spectrogram input = networkInput(sound, params);
    for (unsigned seed = 0; seed < 6; ++seed) {
        std::mt19937 random(seed);
        StreamingSpectrogram stream(params, inputRate, 2);
        std::span<const float> rest(sound.samples);
        for (std::size_t size : chunks(rest.size(), seed % 2 == 0 ? 3000 : 200, random)) {
            stream.push(rest.first(size));
            rest = rest.subspan(size);
        }
        const Spectrogram streamed = stream.since(0);
        QCOMPARE(streamed.frames, whole.frames);
        QVERIFY(largestDifference(streamed.values, whole.values) <= 1e-4F);
        QVERIFY(largestDifference(stream.inputSince(0).values, input.values) <= 1e-4F);
    }
}

void tst_StreamingSpectrogram::everyPrefixEqualsItsWhole_data()
{
    QTest::addColumn<int>("inputRate");
    QTest::addColumn<int>("rate");
    QTest::addColumn<bool>("pad");
    for (const bool pad : {false, true}) {
        QTest::addRow("8000 %d", pad) << 8000 << 8000 << pad;
        QTest::addRow("48000 to 8000 %d", pad) << 48000 << 8000 << pad;
        QTest::addRow("44100 to 16000 %d", pad) << 44100 << 16000 << pad;
    }
}

void tst_StreamingSpectrogram::everyPrefixEqualsItsWhole()
{
    QFETCH(int, inputRate);
    QFETCH(int, rate);
    QFETCH(bool, pad);
    const Sound sound = testSound(inputRate, 1.3, 6);
    SpectrogramParams params;
    params.rate = rate;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    std::mt19937 random(11);
    StreamingSpectrogram stream(params, inputRate, 2);
    std::size_t pushed = 0;
    for (std::size_t size : chunks(sound.samples.size(), std::size_t(inputRate / 8), random)) {
        stream.push(std::span(sound.samples).subspan(pushed, size));
        pushed += size;
        const Sound prefix{inputRate, {sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(pushed)}};
        const Spectrogram whole = melSpectrogram(prefix, params);
        const Spectrogram streamed = stream.since(0);
        QCOMPARE(streamed.frames, whole.frames);
        QVERIFY(stream.settledFrames() <= std::max(whole.frames, 1 + int(double(pushed) / inputRate / params.hopSeconds)));
        QVERIFY(largestDifference(streamed.values, whole.values) <= 1e-4F);
    }
}

/// `sound` from the stream's start on, at the rate of the spectrogram.
Sound stretch(const Sound& sound, std::int64_t start, const SpectrogramParams& params)
{
    Sound all = params.rate > 0 ? resampled(sound, params.rate) : sound;
    all.samples.erase(all.samples.begin(), all.samples.begin() + std::min<std::ptrdiff_t>(start, std::ptrdiff_t(all.samples.size())));
    return all;
}

void tst_StreamingSpectrogram::lastSecondIsThatOfTheWhole_data() { everyPrefixEqualsItsWhole_data(); }

void tst_StreamingSpectrogram::lastSecondIsThatOfTheWhole()
{
    QFETCH(int, inputRate);
    QFETCH(int, rate);
    QFETCH(bool, pad);
    const Sound sound = testSound(inputRate, 3.3, 13);
    SpectrogramParams params;
    params.rate = rate;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    const int hop = rate / 100;
    for (unsigned seed = 0; seed < 2; ++seed) {
        std::mt19937 random(seed);
        StreamingSpectrogram stream(params, inputRate, 1);
        std::size_t pushed = 0;
        double sinceLook = 1;
        for (std::size_t size : chunks(sound.samples.size(), std::size_t(inputRate / 20), random)) {
            stream.push(std::span(sound.samples).subspan(pushed, size));
            pushed += size;
            if ((sinceLook += double(size) / inputRate) < 0.3) continue;
            sinceLook = 0;
            const Sound prefix{inputRate, {sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(pushed)}};
            const auto total = std::int64_t(double(pushed) * rate / inputRate);
            const std::int64_t start = (std::max<std::int64_t>(0, total - rate) + hop - 1) / hop * hop;
            const Sound last = stretch(prefix, start, params);
            QVERIFY(last.seconds() <= 1.0002);
            QVERIFY(largestDifference(stream.lastSecond().values, networkInput(last, params).values) <= 1e-4F);
        }
    }
}

void tst_StreamingSpectrogram::anyStretchIsThatOfTheWhole_data() { everyPrefixEqualsItsWhole_data(); }

void tst_StreamingSpectrogram::anyStretchIsThatOfTheWhole()
{
    QFETCH(int, inputRate);
    QFETCH(int, rate);
    QFETCH(bool, pad);
    const Sound sound = testSound(inputRate, 2.9, 17);
    SpectrogramParams params;
    params.rate = rate;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    StreamingSpectrogram stream(params, inputRate, 3);
    std::mt19937 random(4);
    std::size_t pushed = 0;
    for (std::size_t size : chunks(sound.samples.size(), 3000, random)) {
        stream.push(std::span(sound.samples).subspan(pushed, size));
        pushed += size;
    }
    for (const double from : {0.0, 0.003, 0.5, 1.2345, 2.6, 2.89}) {
        const auto sample = std::int64_t(from * inputRate);
        const std::int64_t start = stream.startOf(sample);
        QVERIFY(std::abs(double(start) / rate - from) <= 0.0102);
        const Sound rest = stretch(sound, start, params);
        const Spectrogram whole = melSpectrogram(rest, params), streamed = stream.since(sample);
        QCOMPARE(streamed.frames, whole.frames);
        QVERIFY(largestDifference(streamed.values, whole.values) <= 1e-4F);
        QVERIFY(largestDifference(stream.inputSince(sample).values, networkInput(rest, params).values) <= 1e-4F);
    }
}

void tst_StreamingSpectrogram::remembersOnlyTheLastSeconds()
{
    SpectrogramParams params;
    params.rate = 8000;
    StreamingSpectrogram stream(params, 8000, 3);
    const Sound sound = testSound(8000, 1, 3);
    for (int second = 1; second <= 60; ++second) {
        stream.push(sound.samples);
        QVERIFY(stream.settledFrames() >= 100 * second - 4);
        QVERIFY(stream.settledFrames() - stream.firstFrame() <= 610);
        QVERIFY(stream.settledFrames() - stream.firstFrame() >= std::min(100 * second - 4, 296));
    }
    QCOMPARE(stream.melPower(stream.firstFrame()).size(), std::size_t(48));
    // What is asked for from before is what is remembered.
    QVERIFY(stream.since(0).frames <= 610);
    QVERIFY(stream.since(0).frames >= 296);
}

void tst_StreamingSpectrogram::settledFramesStay()
{
    const Sound sound = testSound(8000, 1.0, 7);
    StreamingSpectrogram stream({}, 8000, 2);
    stream.push(std::span(sound.samples).first(4000));
    QCOMPARE(stream.settledFrames(), std::int64_t(1 + (4000 - 256) / 80));
    const auto power = stream.melPower(10);
    const std::vector<float> before(power.begin(), power.end());
    QCOMPARE(before.size(), std::size_t(48));
    stream.push(std::span(sound.samples).subspan(4000));
    const auto later = stream.melPower(10);
    QCOMPARE(std::vector<float>(later.begin(), later.end()), before);
}

void tst_StreamingSpectrogram::emptyIsLikeAnEmptySound()
{
    const StreamingSpectrogram stream({}, 8000, 2);
    QCOMPARE(stream.settledFrames(), std::int64_t(0));
    QCOMPARE(stream.inputSince(0).values, networkInput({8000, {}}, {}).values);
}

void tst_StreamingSpectrogram::resetForgets()
{
    SpectrogramParams params;
    params.rate = 8000;
    params.timeMode = TimeMode::Pad;
    StreamingSpectrogram stream(params, 44100, 2);
    stream.push(testSound(44100, 1.7, 8).samples);
    stream.reset();
    QCOMPARE(stream.settledFrames(), std::int64_t(0));
    const Sound second = testSound(44100, 0.4, 9);
    stream.push(second.samples);
    QVERIFY(largestDifference(stream.inputSince(0).values, networkInput(second, params).values) <= 1e-4F);
}

QTEST_GUILESS_MAIN(tst_StreamingSpectrogram)
#include "tst_streaming_spectrogram.moc"
