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
        StreamingSpectrogram stream(params, inputRate);
        std::span<const float> rest(sound.samples);
        for (std::size_t size : chunks(rest.size(), seed % 2 == 0 ? 3000 : 200, random)) {
            stream.push(rest.first(size));
            rest = rest.subspan(size);
        }
        const Spectrogram streamed = stream.snapshot();
        QCOMPARE(streamed.frames, whole.frames);
        QVERIFY(largestDifference(streamed.values, whole.values) <= 1e-4F);
        QVERIFY(largestDifference(stream.input().values, input.values) <= 1e-4F);
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
    StreamingSpectrogram stream(params, inputRate);
    std::size_t pushed = 0;
    for (std::size_t size : chunks(sound.samples.size(), std::size_t(inputRate / 8), random)) {
        stream.push(std::span(sound.samples).subspan(pushed, size));
        pushed += size;
        const Sound prefix{inputRate, {sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(pushed)}};
        const Spectrogram whole = melSpectrogram(prefix, params);
        const Spectrogram streamed = stream.snapshot();
        QCOMPARE(streamed.frames, whole.frames);
        QVERIFY(stream.settledFrames() <= whole.frames);
        QVERIFY(largestDifference(streamed.values, whole.values) <= 1e-4F);
    }
}

void tst_StreamingSpectrogram::settledFramesStay()
{
    const Sound sound = testSound(8000, 1.0, 7);
    StreamingSpectrogram stream({}, 8000);
    stream.push(std::span(sound.samples).first(4000));
    QCOMPARE(stream.settledFrames(), 1 + (4000 - 256) / 80);
    const auto power = stream.melPower(10);
    const std::vector<float> before(power.begin(), power.end());
    QCOMPARE(before.size(), std::size_t(48));
    stream.push(std::span(sound.samples).subspan(4000));
    const auto later = stream.melPower(10);
    QCOMPARE(std::vector<float>(later.begin(), later.end()), before);
}

void tst_StreamingSpectrogram::emptyIsLikeAnEmptySound()
{
    const StreamingSpectrogram stream({}, 8000);
    QCOMPARE(stream.settledFrames(), 0);
    QCOMPARE(stream.input().values, networkInput({8000, {}}, {}).values);
}

void tst_StreamingSpectrogram::resetForgets()
{
    SpectrogramParams params;
    params.rate = 8000;
    params.timeMode = TimeMode::Pad;
    StreamingSpectrogram stream(params, 44100);
    stream.push(testSound(44100, 1.7, 8).samples);
    stream.reset();
    QCOMPARE(stream.settledFrames(), 0);
    const Sound second = testSound(44100, 0.4, 9);
    stream.push(second.samples);
    QVERIFY(largestDifference(stream.input().values, networkInput(second, params).values) <= 1e-4F);
}

QTEST_GUILESS_MAIN(tst_StreamingSpectrogram)
#include "tst_streaming_spectrogram.moc"
