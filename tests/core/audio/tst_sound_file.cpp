#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>

#include <sys/resource.h>

#include <sndfile.h>

#include "core/audio/sound_file.h"
#include "core/base/ordinary_user.h"
#include "sounds.h"

using namespace sonoglyph;

namespace fs = std::filesystem;

namespace {

using Make = std::function<void(const fs::path&)>;

/// Makes a file in which channel c holds `sound` times 1 / (c + 1).
Make encoded(int format, int channels, const Sound& sound)
{
    return [=](const fs::path& file) {
        SF_INFO info{};
        info.samplerate = sound.rate;
        info.channels = channels;
        info.format = format;
        SNDFILE* handle = sf_open(file.c_str(), SFM_WRITE, &info);
        QVERIFY2(handle, sf_strerror(nullptr));
        for (float sample : sound.samples) {
            std::vector<float> frame;
            for (int channel = 0; channel < channels; ++channel) frame.push_back(sample / float(channel + 1));
            sf_writef_float(handle, frame.data(), 1);
        }
        sf_close(handle);
    };
}

Make bytes(std::string content)
{
    return [=](const fs::path& file) { std::ofstream(file, std::ios::binary) << content; };
}

/// The bytes of a WAV file of 16 bit, 8 kHz, with `claimed` data bytes in its header and `samples` behind it.
std::string wav(std::uint32_t claimed, std::size_t samples, std::uint32_t rate = 8000)
{
    const auto little = [](std::uint32_t value, int size) {
        std::string out;
        for (int i = 0; i < size; ++i) out += char(value >> (8 * i));
        return out;
    };
    std::string data;
    for (std::size_t i = 0; i < samples; ++i) data += little(std::uint32_t(i % 1000), 2);
    return "RIFF" + little(36 + claimed, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) +
           little(rate * 2, 4) + little(2, 2) + little(16, 2) + "data" + little(claimed, 4) + data;
}

Sound withSample(Sound sound, std::size_t at, float value)
{
    sound.samples.at(at) = value;
    return sound;
}

std::size_t peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::size_t(usage.ru_maxrss) * 1024;
}

}  // namespace

Q_DECLARE_METATYPE(Make)

class tst_SoundFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void unreadableFile();
    void stopsAtMaxSeconds();
    void tenMinutesCostLittleMemory();
    void truncatedDataGivesWhatIsThere();
    void probes();
    void wavRoundTrip();
    void wavClipsAndSurvivesNan();
    void exactWavChangesNoSample();
    void wavIsReplacedWhole();

private:
    fs::path path(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

    QTemporaryDir folder_;
};

void tst_SoundFile::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("samples");
    QTest::addColumn<double>("peak");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char* title, const char* name, Make make, int rate, int samples, double peak, double tolerance) {
        QTest::newRow(title) << QString::fromUtf8(name) << std::move(make) << rate << samples << peak << tolerance;
    };
    const Sound tone = sounds::sine(8000, 0.5, 440, 0.5F);
    row("8 bit", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1, tone), 8000, 4000, 0.5, 0.02);
    row("16 bit", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, tone), 8000, 4000, 0.5, 0.001);
    row("24 bit", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1, tone), 8000, 4000, 0.5, 0.001);
    row("float", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1, tone), 8000, 4000, 0.5, 0.001);
    row("stereo is mixed", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2, tone), 8000, 4000, 0.5 * (1 + 0.5) / 2, 0.001);
    row("3 channels", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_FLOAT, 3, tone), 8000, 4000, 0.5 * (1 + 0.5 + 1 / 3.0) / 3, 0.001);
    row("96 kHz", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, sounds::sine(96000, 0.5, 440)), 96000, 48000, 0.5, 0.001);
    row("FLAC", "a.flac", encoded(SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1, tone), 8000, 4000, 0.5, 0.001);
    row("OGG", "a.ogg", encoded(SF_FORMAT_OGG | SF_FORMAT_VORBIS, 1, tone), 8000, 4000, 0.5, 0.05);
    row("AIFF", "a.aiff", encoded(SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 1, tone), 8000, 4000, 0.5, 0.001);
    row("FLAC named .wav", "a.wav", encoded(SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1, tone), 8000, 4000, 0.5, 0.001);
    row("name that is not ASCII", "f\xC3\xBCnf \xE4\xBA\x94.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, tone), 8000, 4000, 0.5,
        0.001);
    row("silence", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, sounds::silence(8000, 0.5)), 8000, 4000, 0, 0);
    row("1 sample", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, {8000, {0.25F}}), 8000, 1, 0.25, 0.001);
    row("floats as loud as 16 bit integers", "a.wav", encoded(SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1, {8000, {30000, -30000}}), 8000, 2, 30000,
        1);
}

void tst_SoundFile::reads()
{
    QFETCH(QString, name);
    QFETCH(Make, make);
    QFETCH(int, rate);
    QFETCH(int, samples);
    QFETCH(double, peak);
    QFETCH(double, tolerance);
    const fs::path file = path(name.toUtf8().constData());
    make(file);
    const auto sound = readSoundFile(file);
    QVERIFY2(sound.ok(), sound.ok() ? "" : english(sound.error()).c_str());
    QCOMPARE(sound->rate, rate);
    QCOMPARE(int(sound->samples.size()), samples);
    float most = 0;
    for (float sample : sound->samples) most = std::max(most, std::abs(sample));
    QVERIFY2(std::abs(double(most) - peak) <= tolerance, qPrintable(QString::number(double(most))));
}

void tst_SoundFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Make>("make");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* title, const char* name, Make make, Errc code, const char* says) {
        QTest::newRow(title) << QString::fromUtf8(name) << std::move(make) << code << QString::fromUtf8(says);
    };
    const Sound tone = sounds::sine(8000, 0.5, 440);
    const int floatWav = SF_FORMAT_WAV | SF_FORMAT_FLOAT;
    row(
        "missing", "b.wav", [](const fs::path&) {}, Errc::NotFound, "");
    row(
        "folder", "b.wav", [](const fs::path& file) { fs::create_directory(file); }, Errc::Unreadable, "is a folder");
    row("empty file", "b.wav", bytes(""), Errc::Corrupt, "is empty");
    row("text", "b.wav", bytes("Dear reader,\nthis is no sound at all.\n"), Errc::Corrupt, "is not a sound file");
    row("truncated header", "b.wav", bytes(wav(200, 100).substr(0, 30)), Errc::Corrupt, "");
    row("header without samples", "b.wav", bytes(wav(0, 0)), Errc::Corrupt, "contains no sound");
    row("NaN", "b.wav", encoded(floatWav, 1, withSample(tone, 2000, std::nanf(""))), Errc::Corrupt, "not numbers (at 0.250 s)");
    row("infinity", "b.wav", encoded(floatWav, 1, withSample(tone, 3999, INFINITY)), Errc::Corrupt, "not numbers");
    row("NaN in one channel", "b.wav", encoded(floatWav, 2, withSample(tone, 1, std::nanf(""))), Errc::Corrupt, "not numbers");
    row("as good as infinite", "b.wav", encoded(floatWav, 1, withSample(tone, 1, 1e30F)), Errc::Corrupt, "not numbers");
    row("7 samples a second", "b.wav", bytes(wav(200, 100, 7)), Errc::Corrupt, "7 samples a second");
    row("2 GHz", "b.wav", bytes(wav(200, 100, 2000000000)), Errc::Corrupt, "2000000000 samples a second");
}

void tst_SoundFile::refuses()
{
    QFETCH(QString, name);
    QFETCH(Make, make);
    QFETCH(Errc, code);
    QFETCH(QString, says);
    const fs::path file = path(name.toUtf8().constData());
    fs::remove_all(file);
    make(file);
    const auto sound = readSoundFile(file);
    fs::remove_all(file);
    QVERIFY(!sound.ok());
    const QString sentence = QString::fromStdString(english(sound.error()));
    qInfo("%s", qPrintable(sentence));
    QCOMPARE(sound.error().code, code);
    QVERIFY(sentence.contains(QString::fromStdString(file.string())));
    QVERIFY(sentence.contains(says));
    QVERIFY(!sentence.contains(QLatin1Char('%')));
}

void tst_SoundFile::unreadableFile()
{
    const fs::path file = path("secret.wav");
    bytes(wav(200, 100))(file);
    fs::permissions(file, fs::perms::none);
    const OrdinaryUser notRoot;
    const auto sound = readSoundFile(file);
    QVERIFY(!sound.ok());
    QCOMPARE(sound.error().code, Errc::Unreadable);
}

void tst_SoundFile::stopsAtMaxSeconds()
{
    const fs::path file = path("long.wav");
    bytes(wav(160000, 80000))(file);
    const auto start = readSoundFile(file, 2.5);
    QVERIFY(start.ok());
    QCOMPARE(start->samples.size(), std::size_t(20000));
    QCOMPARE(start->samples.back(), float(19999 % 1000) / 32768);
    const auto all = readSoundFile(file, 100);
    QVERIFY(all.ok());
    QCOMPARE(all->samples.size(), std::size_t(80000));
}

void tst_SoundFile::tenMinutesCostLittleMemory()
{
    // 10 minutes of 8 channels at 48 kHz are 460 MB of samples and 922 MB as floats; the file is one hole.
    const fs::path file = path("ten minutes.wav");
    constexpr std::uint32_t data = 600u * 48000u * 8u * 2u;
    std::string header = wav(data, 0, 48000);
    header[22] = 8;
    header[32] = 16;
    bytes(header)(file);
    fs::resize_file(file, header.size() + data);

    const auto info = probeSoundFile(file);
    QVERIFY(info.ok());
    QCOMPARE(info->seconds(), 600.0);
    const std::size_t before = peakMemory();
    const auto start = readSoundFile(file);
    QVERIFY(start.ok());
    QCOMPARE(start->seconds(), 60.0);
    QVERIFY2(peakMemory() - before < 60 << 20, qPrintable(QString::number((peakMemory() - before) >> 20)));
    const auto all = readSoundFile(file, 1e6);
    QVERIFY(all.ok());
    QCOMPARE(all->seconds(), 600.0);
    QVERIFY2(peakMemory() - before < 400 << 20, qPrintable(QString::number((peakMemory() - before) >> 20)));
}

void tst_SoundFile::truncatedDataGivesWhatIsThere()
{
    const fs::path file = path("cut.wav");
    bytes(wav(2'000'000'000, 1234))(file);
    const auto sound = readSoundFile(file);
    QVERIFY(sound.ok());
    QCOMPARE(sound->samples.size(), std::size_t(1234));
}

void tst_SoundFile::probes()
{
    const fs::path file = path("probe.flac");
    encoded(SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 2, sounds::sine(44100, 0.25, 440))(file);
    const auto info = probeSoundFile(file);
    QVERIFY(info.ok());
    QCOMPARE(info->rate, 44100);
    QCOMPARE(info->channels, 2);
    QCOMPARE(info->frames, std::int64_t(11025));
    QCOMPARE(info->format, std::string("FLAC, signed 24 bit PCM"));
    QVERIFY(!probeSoundFile(path("none.wav")).ok());
}

void tst_SoundFile::wavRoundTrip()
{
    const fs::path file = path("round.wav");
    const Sound original = sounds::noise(8000, 0.5, 0.2F, 1);
    QVERIFY(writeWavFile(file, original).ok());
    const auto first = readSoundFile(file);
    QVERIFY(first.ok());
    QCOMPARE(first->rate, 8000);
    QCOMPARE(first->samples.size(), original.samples.size());
    for (std::size_t i = 0; i < original.samples.size(); ++i) QVERIFY(std::abs(first->samples[i] - original.samples[i]) <= 0.5F / 32768);
    QVERIFY(writeWavFile(file, *first).ok());
    QCOMPARE(readSoundFile(file)->samples, first->samples);
    QCOMPARE(probeSoundFile(file)->format, std::string("WAV, signed 16 bit PCM"));
}

void tst_SoundFile::wavClipsAndSurvivesNan()
{
    const fs::path file = path("clip.wav");
    QVERIFY(writeWavFile(file, {8000, {2, -2, 1, -1, std::nanf(""), INFINITY, -INFINITY}}).ok());
    const float most = 32767.0F / 32768;
    QCOMPARE(readSoundFile(file)->samples, (std::vector<float>{most, -1, most, -1, 0, most, -1}));
}

void tst_SoundFile::exactWavChangesNoSample()
{
    const fs::path file = path("exact.wav");
    const Sound onGrid{8000, {0.5F, -1, 3 / 32768.0F, 0}}, between{8000, {0.5F + 1e-6F, -1, 0}}, loud{8000, {1.5F, -3, 0}};
    for (const Sound& sound : {onGrid, between, loud}) {
        QVERIFY(writeWavFile(file, sound, WavSamples::Exact).ok());
        QCOMPARE(readSoundFile(file)->samples, sound.samples);
        const bool integers = sound.samples == onGrid.samples;
        QVERIFY2(probeSoundFile(file)->format.find(integers ? "16 bit" : "32 bit float") != std::string::npos,
                 probeSoundFile(file)->format.c_str());
    }
}

void tst_SoundFile::wavIsReplacedWhole()
{
    const fs::path below = path("folder");
    fs::create_directory(below);
    const fs::path file = below / "word.wav";
    QVERIFY(writeWavFile(file, sounds::noise(8000, 1.0, 0.2F, 1)).ok());
    QVERIFY(writeWavFile(file, sounds::noise(16000, 0.1, 0.2F, 2)).ok());
    QCOMPARE(readSoundFile(file)->samples.size(), std::size_t(1600));
    QCOMPARE(std::distance(fs::directory_iterator(below), fs::directory_iterator()), 1);

    const auto missing = writeWavFile(below / "none" / "word.wav", sounds::silence(8000, 0.1));
    QVERIFY(!missing.ok());
    QVERIFY(QString::fromStdString(english(missing.error())).contains(QStringLiteral("none")));
}

QTEST_GUILESS_MAIN(tst_SoundFile)
#include "tst_sound_file.moc"
