#include <QTest>

#include <stdexcept>

#include "core/audio/resample.h"
#include "sounds.h"

using namespace sonoglyph;

class tst_Resample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lengthAndTone_data();
    void lengthAndTone();
    void removesWhatTheNewRateCannotHold();
    void streamEqualsWhole_data();
    void streamEqualsWhole();
    void heldBackLeavesTheStreamAlone();
    void impossibleRatesThrow();
};

void tst_Resample::lengthAndTone_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const int rates[][2] = {{8000, 8000}, {48000, 8000}, {44100, 16000}, {8000, 48000}, {96000, 8000}, {11025, 8000}, {384000, 2000}};
    for (const auto& [from, to] : rates) QTest::addRow("%d to %d Hz", from, to) << from << to;
}

void tst_Resample::lengthAndTone()
{
    QFETCH(int, from);
    QFETCH(int, to);
    for (const int samples : {0, 1, 2, 100, from / 3}) {
        const Sound out = resampled({from, std::vector<float>(std::size_t(samples), 0.1F)}, to);
        QCOMPARE(out.rate, to);
        QCOMPARE(std::int64_t(out.samples.size()), std::llround(double(samples) * to / from));
    }
    const Sound tone = resampled(sounds::sine(from, 0.5, 440), to);
    const Sound expected = sounds::sine(to, 0.5, 440);
    for (std::size_t i = expected.samples.size() / 4; i < expected.samples.size() * 3 / 4; ++i)
        QVERIFY(std::abs(tone.samples[i] - expected.samples[i]) < 0.005F);
}

void tst_Resample::removesWhatTheNewRateCannotHold()
{
    const Sound out = resampled(sounds::sine(48000, 0.5, 6000), 8000);
    for (std::size_t i = out.samples.size() / 4; i < out.samples.size() * 3 / 4; ++i) QVERIFY(std::abs(out.samples[i]) < 1e-3F);
}

void tst_Resample::streamEqualsWhole_data() { lengthAndTone_data(); }

void tst_Resample::streamEqualsWhole()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const Sound sound = sounds::noise(from, 0.4, 0.2F, 1);
    const Sound whole = resampled(sound, to);
    for (const std::size_t chunk : {std::size_t(1), std::size_t(7), std::size_t(480), std::size_t(5000)}) {
        if (chunk == 1 && from > 48000) continue;
        StreamingResampler stream(from, to);
        std::vector<float> out;
        for (std::size_t at = 0; at < sound.samples.size(); at += chunk)
            stream.push(std::span(sound.samples).subspan(at, std::min(chunk, sound.samples.size() - at)), out);
        stream.push({}, out, true);
        QCOMPARE(out.size(), whole.samples.size());
        for (std::size_t i = 0; i < out.size(); ++i) QVERIFY(std::abs(out[i] - whole.samples[i]) < 1e-6F);
    }
}

void tst_Resample::heldBackLeavesTheStreamAlone()
{
    const Sound sound = sounds::noise(44100, 0.4, 0.2F, 2);
    StreamingResampler stream(44100, 16000);
    std::vector<float> out;
    stream.push(std::span(sound.samples).first(9000), out);
    std::vector<float> ended = out;
    const std::vector<float> tail = stream.heldBack();
    ended.insert(ended.end(), tail.begin(), tail.end());
    const Sound prefix = resampled({44100, {sound.samples.begin(), sound.samples.begin() + 9000}}, 16000);
    QCOMPARE(ended, prefix.samples);
    stream.push(std::span(sound.samples).subspan(9000), out, true);
    QCOMPARE(out, resampled(sound, 16000).samples);
    stream.reset();
    std::vector<float> again;
    stream.push(sound.samples, again, true);
    QCOMPARE(again, out);
}

void tst_Resample::impossibleRatesThrow()
{
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, StreamingResampler(8000, 0));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, StreamingResampler(0, 8000));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, StreamingResampler(10, 48000));
}

QTEST_GUILESS_MAIN(tst_Resample)
#include "tst_resample.moc"
