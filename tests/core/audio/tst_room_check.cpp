#include <QTest>

#include "core/audio/room_check.h"
#include "core/audio/word_detector.h"
#include "sounds.h"

using namespace sonoglyph;

namespace {

Sound operator+(Sound a, const Sound& b)
{
    for (std::size_t i = 0; i < std::min(a.samples.size(), b.samples.size()); ++i) a.samples[i] += b.samples[i];
    return a;
}

Sound hum(int rate, double hertz, float amplitude)
{
    return sounds::sine(rate, 2, hertz, amplitude) + sounds::sine(rate, 2, 2 * hertz, amplitude / 2) +
           sounds::sine(rate, 2, 3 * hertz, amplitude / 3);
}

Sound cutAtFullScale(Sound sound)
{
    for (float& sample : sound.samples) sample = std::clamp(sample, -1.0F, 1.0F);
    return sound;
}

/// A word of 0.4 s in the middle.
Sound spoken(int rate)
{
    Sound sound = sounds::noise(rate, 2, 0.001F, 4);
    for (int i = int(0.8 * rate); i < int(1.2 * rate); ++i)
        sound.samples[std::size_t(i)] += 0.2F * float(std::sin(2 * std::numbers::pi * 300 * i / rate));
    return sound;
}

}  // namespace

class tst_RoomCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void floorIsThatOfTheRoom();
    void floorFindsTheFirstWordAtOnce();
};

void tst_RoomCheck::tells_data()
{
    QTest::addColumn<Sound>("sound");
    QTest::addColumn<QList<int>>("troubles");
    QTest::addColumn<double>("hum");
    using enum RoomTrouble;
    const auto row = [](const char* name, const Sound& sound, const QList<RoomTrouble>& troubles, double hertz = 0) {
        QList<int> numbers;
        for (RoomTrouble trouble : troubles) numbers << int(trouble);
        QTest::newRow(name) << sound << numbers << hertz;
    };
    const Sound room = sounds::noise(48000, 2, 0.001F, 1);
    row("a quiet room", room, {});
    row("no sample", Sound{48000, {}}, {Muted});
    row("zeros", sounds::silence(48000, 2), {Muted});
    row("an offset", Sound{48000, std::vector<float>(96000, 0.1F)}, {Muted});
    row("the last bit of a muted converter", cutAtFullScale(sounds::noise(48000, 2, 1e-6F, 2)), {Muted});
    row("level far too low", sounds::noise(48000, 2, 6e-5F, 3), {TooQuiet});
    row("hum of 50 Hz", room + hum(48000, 50, 0.01F), {Hum}, 50);
    row("hum of 60 Hz", sounds::noise(44100, 2, 0.001F, 12) + hum(44100, 60, 0.01F), {Hum}, 60);
    row("hum of a mains that is 0.2 Hz off", room + hum(48000, 49.8, 0.01F), {Hum}, 50);
    row("hum of harmonics alone", room + sounds::sine(48000, 2, 120, 0.01F), {Hum}, 60);
    row("a tone of another frequency", room + sounds::sine(48000, 2, 80, 0.01F), {});
    row("hum too faint to hear", room + hum(48000, 50, 0.0003F), {});
    row("hum at 8 kHz", sounds::noise(8000, 2, 0.001F, 5) + hum(8000, 50, 0.01F), {Hum}, 50);
    row("hum at 192 kHz", sounds::noise(192000, 2, 0.001F, 6) + hum(192000, 60, 0.01F), {Hum}, 60);
    row("a loud fan", sounds::noise(16000, 2, 0.05F, 7), {Noisy});
    row("clipped", cutAtFullScale(sounds::noise(16000, 2, 0.6F, 8)), {Clipping, Noisy});
    row("somebody spoke", spoken(16000), {Spoken});
}

void tst_RoomCheck::tells()
{
    QFETCH(Sound, sound);
    QFETCH(QList<int>, troubles);
    QFETCH(double, hum);
    const RoomReport report = checkRoom(sound);
    QList<int> found;
    for (RoomTrouble trouble : report.troubles) found << int(trouble);
    QCOMPARE(found, troubles);
    QCOMPARE(report.humHertz, hum);
    QVERIFY(report.noiseDecibels <= 0 && report.noiseDecibels >= double(FrameLevel::quietest));
}

void tst_RoomCheck::floorIsThatOfTheRoom()
{
    for (const float amplitude : {0.0005F, 0.005F, 0.05F}) {
        const RoomReport report = checkRoom(sounds::noise(16000, 2, amplitude, 9));
        QVERIFY(report.usable());
        // White noise loses next to nothing above 100 Hz.
        QVERIFY(std::abs(report.noiseDecibels - 20 * std::log10(double(amplitude))) < 1);
        QVERIFY(report.floor.level.voice <= float(report.noiseDecibels));
        QVERIFY(report.floor.soundAbove > 0);
    }
    QVERIFY(!checkRoom(spoken(16000)).usable());
}

void tst_RoomCheck::floorFindsTheFirstWordAtOnce()
{
    WordDetector blind(16000), knowing(16000);
    knowing.assumeFloor(checkRoom(sounds::noise(16000, 2, 0.001F, 10)).floor);
    Sound sound = sounds::noise(16000, 0.02, 0.001F, 11);
    const Sound tone = sounds::sine(16000, 0.3, 300, 0.2F);
    sound.samples.insert(sound.samples.end(), tone.samples.begin(), tone.samples.end());
    QCOMPARE(knowing.push(sound.samples), WordDetector::State::Speaking);
    QVERIFY(double(knowing.word()->begin) / 16000 < 0.04);
    QVERIFY(blind.push(sound.samples) != WordDetector::State::Speaking);
}

QTEST_GUILESS_MAIN(tst_RoomCheck)
#include "tst_room_check.moc"
