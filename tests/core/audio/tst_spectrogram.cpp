#include <QTest>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>
#include <thread>

#include "core/audio/fourier_spectrogram.h"
#include "core/audio/mel_filter_bank.h"
#include "core/audio/sound_file.h"
#include "core/audio/spectrogram.h"
#include "sounds.h"

using namespace sonoglyph;

namespace {

std::vector<std::vector<float>> readCsv(const std::filesystem::path& file)
{
    std::vector<std::vector<float>> rows;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(std::stof(cell));
    }
    return rows;
}

int loudestBand(const Spectrogram& s, int frame)
{
    int best = 0;
    for (int band = 1; band < s.bands; ++band)
        if (s.at(band, frame) > s.at(best, frame)) best = band;
    return best;
}

bool allWithin(const Spectrogram& s, float low, float high)
{
    return std::all_of(s.values.begin(), s.values.end(), [&](float v) { return v >= low && v <= high; });
}

}  // namespace

class tst_Spectrogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void frames_data();
    void frames();
    void sineIsInItsBand_data();
    void sineIsInItsBand();
    void silenceIsAllOnes();
    void fourierBinsAreTrue_data();
    void fourierBinsAreTrue();
    void melBandsAreSumsOfFourierBins();
    void loudnessDoesNotMatter();
    void padCutsAtOneSecond();
    void resamplesToTheAskedRate();
    void resizeKeepsAConstant();
    void resizeIsHalfPixelBilinear();
    void filtersOverlapToOne();
    void threadsAgree();
    void validateNamesTheSetting_data();
    void validateNamesTheSetting();
    void networkInputTime();
};

void tst_Spectrogram::golden_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("pad");
    for (const char* name : {"0_theo_12", "3_nicolas_7", "7_jackson_0", "9_yweweler_33"}) {
        QTest::addRow("%s stretch", name) << QString::fromLatin1(name) << false;
        QTest::addRow("%s pad", name) << QString::fromLatin1(name) << true;
    }
}

void tst_Spectrogram::golden()
{
    QFETCH(QString, name);
    QFETCH(bool, pad);
    const auto golden = sounds::folder("SONOGLYPH_TEST_GOLDEN", "mel");
    if (golden.empty() || sounds::recordings().empty())
        QSKIP("The golden spectrograms or the recordings are missing; set SONOGLYPH_TEST_GOLDEN and SONOGLYPH_TEST_DATA.");

    const auto expected = readCsv(golden / (name.toStdString() + (pad ? ".pad.csv" : ".stretch.csv")));
    const auto sound = readSoundFile(sounds::recordings() / (name.toStdString() + ".wav"));
    QVERIFY2(sound.ok(), sound.ok() ? "" : english(sound.error()).c_str());
    SpectrogramParams params;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    const Spectrogram input = networkInput(*sound, params);
    QCOMPARE(input.bands, 48);
    QCOMPARE(input.frames, 48);
    QCOMPARE(expected.size(), std::size_t(48));
    float worst = 0;
    for (int band = 0; band < 48; ++band)
        for (int frame = 0; frame < 48; ++frame)
            worst = std::max(worst, std::abs(input.at(band, frame) - expected[std::size_t(band)].at(std::size_t(frame))));
    qInfo("largest difference %.2g", double(worst));
    QVERIFY2(worst <= 1e-3F, qPrintable(QStringLiteral("largest difference %1").arg(double(worst))));
}

void tst_Spectrogram::frames_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("samples");
    QTest::addColumn<bool>("pad");
    QTest::addColumn<int>("expected");
    QTest::newRow("no sample") << 8000 << 0 << false << 1;
    QTest::newRow("1 sample") << 8000 << 1 << false << 1;
    QTest::newRow("1 sample padded") << 8000 << 1 << true << 101;
    QTest::newRow("no sample padded") << 8000 << 0 << true << 101;
    QTest::newRow("one short of a hop") << 8000 << 79 << false << 1;
    QTest::newRow("a hop") << 8000 << 80 << false << 2;
    QTest::newRow("half a second") << 8000 << 4000 << false << 51;
    QTest::newRow("two seconds cut") << 8000 << 16000 << true << 101;
    QTest::newRow("16 kHz") << 16000 << 16000 << false << 101;
    QTest::newRow("96 kHz, hop longer than a frame") << 96000 << 96000 << false << 101;
    QTest::newRow("96 kHz, one frame short") << 96000 << 95999 << false << 100;
}

void tst_Spectrogram::frames()
{
    QFETCH(int, rate);
    QFETCH(int, samples);
    QFETCH(bool, pad);
    QFETCH(int, expected);
    SpectrogramParams params;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    const Sound sound{rate, std::vector<float>(std::size_t(samples), 0.25F)};
    const Spectrogram s = melSpectrogram(sound, params);
    QCOMPARE(s.bands, 48);
    QCOMPARE(s.frames, expected);
    QCOMPARE(s.values.size(), std::size_t(48 * expected));
    QVERIFY(allWithin(s, 0, 1));
    QVERIFY(allWithin(networkInput(sound, params), 0, 1));
}

void tst_Spectrogram::sineIsInItsBand_data()
{
    QTest::addColumn<double>("hertz");
    for (double hertz : {300.0, 1000.0, 2000.0, 3500.0}) QTest::addRow("%g Hz", hertz) << hertz;
}

void tst_Spectrogram::sineIsInItsBand()
{
    QFETCH(double, hertz);
    const Spectrogram s = melSpectrogram(sounds::sine(8000, 0.5, hertz), {});
    const int expected = int(std::lround(hertzToMel(hertz) / hertzToMel(4000) * 49)) - 1;
    QCOMPARE(loudestBand(s, s.frames / 2), expected);
}

void tst_Spectrogram::fourierBinsAreTrue_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>("maxFrequency");
    QTest::addColumn<double>("hertz");
    QTest::addColumn<int>("bins");
    QTest::addColumn<int>("bin");
    QTest::newRow("1 kHz at 8 kHz") << 8000 << 0.0 << 1000.0 << 257 << 64;
    QTest::newRow("3 kHz at 8 kHz") << 8000 << 0.0 << 3000.0 << 257 << 192;
    QTest::newRow("1 kHz at 16 kHz") << 16000 << 0.0 << 1000.0 << 257 << 32;
    QTest::newRow("up to 4 of 8 kHz") << 16000 << 4000.0 << 3000.0 << 129 << 96;
}

void tst_Spectrogram::fourierBinsAreTrue()
{
    QFETCH(int, rate);
    QFETCH(double, maxFrequency);
    QFETCH(double, hertz);
    QFETCH(int, bins);
    QFETCH(int, bin);
    SpectrogramParams params;
    params.maxFrequency = maxFrequency;
    const Spectrogram s = fourierSpectrogram(sounds::sine(rate, 0.5, hertz), params);
    QCOMPARE(s.bands, bins);
    QCOMPARE(s.frames, melSpectrogram(sounds::sine(rate, 0.5, hertz), params).frames);
    const int frame = s.frames / 2;
    QCOMPARE(loudestBand(s, frame), bin);
    QVERIFY(s.at(bin, frame) > 0.999F);
    // A Hann window gives the neighbours a quarter of the power, and the rest (next to) nothing.
    for (const int next : {bin - 1, bin + 1}) QVERIFY(std::abs(-80 * (1 - s.at(next, frame)) + 6.02F) < 0.1F);
    QVERIFY(s.at(bin + 4, frame) < 0.01F);
}

void tst_Spectrogram::melBandsAreSumsOfFourierBins()
{
    SpectrogramParams params;
    params.floorDecibels = -200;
    const Sound sound = sounds::noise(8000, 0.3, 0.2F, 5);
    const Spectrogram mel = melSpectrogram(sound, params), bins = fourierSpectrogram(sound, params);
    const auto power = [](float value) { return float(std::pow(10.0, (double(value) - 1) * 20)); };
    const MelFilterBank filters(8000, 512, 48, 4000);
    std::vector<float> column(257), sums(48);
    std::vector<float> all;
    float most = 0;
    for (int frame = 0; frame < mel.frames; ++frame) {
        for (int bin = 0; bin < 257; ++bin) column[std::size_t(bin)] = power(bins.at(bin, frame));
        filters.apply(column, sums);
        all.insert(all.end(), sums.begin(), sums.end());
        most = std::max(most, *std::max_element(sums.begin(), sums.end()));
    }
    for (int frame = 0; frame < mel.frames; ++frame)
        for (int band = 0; band < 48; ++band) {
            const float sum = all[std::size_t(frame * 48 + band)] / most;
            if (sum > 0) QVERIFY(std::abs(10 * std::log10(sum / power(mel.at(band, frame)))) < 0.05F);
        }
}

void tst_Spectrogram::silenceIsAllOnes() { QVERIFY(allWithin(networkInput(sounds::silence(8000, 0.3), {}), 1, 1)); }

void tst_Spectrogram::loudnessDoesNotMatter()
{
    const Spectrogram loud = melSpectrogram(sounds::sine(8000, 0.4, 700, 0.9F), {});
    const Spectrogram quiet = melSpectrogram(sounds::sine(8000, 0.4, 700, 0.09F), {});
    for (std::size_t i = 0; i < loud.values.size(); ++i) QVERIFY(std::abs(loud.values[i] - quiet.values[i]) < 1e-3F);
}

void tst_Spectrogram::padCutsAtOneSecond()
{
    Sound longer = sounds::noise(8000, 1.0, 0.1F, 1);
    const Sound second = longer;
    longer.samples.insert(longer.samples.end(), 4000, 0.9F);
    SpectrogramParams params;
    params.timeMode = TimeMode::Pad;
    QCOMPARE(melSpectrogram(longer, params).values, melSpectrogram(second, params).values);
    params.timeMode = TimeMode::Stretch;
    QCOMPARE(melSpectrogram(longer, params).frames, 151);
}

void tst_Spectrogram::resamplesToTheAskedRate()
{
    SpectrogramParams params;
    params.rate = 8000;
    const Spectrogram direct = networkInput(sounds::sine(8000, 0.5, 900), params);
    const Spectrogram converted = networkInput(sounds::sine(48000, 0.5, 900), params);
    QCOMPARE(loudestBand(converted, 24), loudestBand(direct, 24));
    QVERIFY(std::abs(converted.at(loudestBand(direct, 24), 24) - direct.at(loudestBand(direct, 24), 24)) < 0.01F);
}

void tst_Spectrogram::resizeKeepsAConstant()
{
    const Spectrogram flat{3, 5, std::vector<float>(15, 0.25F)};
    for (int size : {1, 2, 3, 48}) QVERIFY(allWithin(resized(flat, size, size), 0.25F, 0.25F));
}

void tst_Spectrogram::resizeIsHalfPixelBilinear()
{
    // torch.nn.functional.interpolate(tensor([[[0., 1.], [2., 3.]]]), size=(2, 4), mode='bilinear', align_corners=False)
    const Spectrogram wide = resized({2, 2, {0, 1, 2, 3}}, 2, 4);
    QCOMPARE(wide.values, (std::vector<float>{0, 0.25F, 0.75F, 1, 2, 2.25F, 2.75F, 3}));
    // ... tensor([[[0., 1., 2., 3., 4.]]]), size=(1, 2): positions 0.75 and 3.25
    QCOMPARE(resized({1, 5, {0, 1, 2, 3, 4}}, 1, 2).values, (std::vector<float>{0.75F, 3.25F}));
}

void tst_Spectrogram::filtersOverlapToOne()
{
    // Between the first and the last peak, neighbouring triangles on equal edges are not complementary in hertz, but each peak is 1 and
    // nothing is negative: a unit impulse in one bin touches at most two filters.
    const MelFilterBank bank(16000, 512, 48, 8000);
    for (std::size_t bin = 0; bin <= 256; ++bin) {
        std::vector<float> power(257);
        std::vector<float> mel(48);
        power[bin] = 1;
        bank.apply(power, mel);
        QVERIFY(std::count_if(mel.begin(), mel.end(), [](float v) { return v > 0; }) <= 2);
        for (float v : mel) QVERIFY(v >= 0 && v <= 1);
        const float sum = mel[0] + std::accumulate(mel.begin() + 1, mel.end(), 0.0F);
        if (bin * 31.25 > melToHertz(hertzToMel(8000) / 49) && bin * 31.25 < melToHertz(hertzToMel(8000) * 48 / 49))
            QVERIFY(std::abs(sum - 1) < 1e-5F);
    }
}

void tst_Spectrogram::threadsAgree()
{
    const Sound sound = sounds::noise(8000, 0.5, 0.2F, 3);
    const Spectrogram expected = networkInput(sound, {});
    std::vector<int> wrong(4);
    std::vector<std::jthread> threads;
    for (int& count : wrong)
        threads.emplace_back([&] {
            SpectrogramParams other;
            for (int i = 0; i < 50; ++i) {
                other.bands = 20 + i % 7;  // more settings than a thread keeps
                (void)networkInput(sound, other);
                if (networkInput(sound, {}).values != expected.values) ++count;
            }
        });
    threads.clear();
    QCOMPARE(wrong, std::vector<int>(4));
}

void tst_Spectrogram::validateNamesTheSetting_data()
{
    QTest::addColumn<SpectrogramParams>("params");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, auto change, const char* named) {
        SpectrogramParams params;
        change(params);
        QTest::newRow(name) << params << QString::fromLatin1(named);
    };
    row(
        "default", [](SpectrogramParams&) {}, "");
    row(
        "telephone", [](SpectrogramParams& p) { p.rate = 8000; }, "");
    row(
        "rate 1", [](SpectrogramParams& p) { p.rate = 1; }, "rate");
    row(
        "negative rate", [](SpectrogramParams& p) { p.rate = -8000; }, "rate");
    row(
        "odd fft", [](SpectrogramParams& p) { p.fftSize = 511; }, "fftSize");
    row(
        "no fft", [](SpectrogramParams& p) { p.fftSize = 0; }, "fftSize");
    row(
        "no hop", [](SpectrogramParams& p) { p.hopSeconds = 0; }, "hopSeconds");
    row(
        "hop not a number", [](SpectrogramParams& p) { p.hopSeconds = std::nan(""); }, "hopSeconds");
    row(
        "no bands", [](SpectrogramParams& p) { p.bands = 0; }, "bands");
    row(
        "infinite frequency", [](SpectrogramParams& p) { p.maxFrequency = INFINITY; }, "maxFrequency");
    row(
        "floor above the maximum", [](SpectrogramParams& p) { p.floorDecibels = 3; }, "floorDecibels");
    row(
        "huge", [](SpectrogramParams& p) { p.size = 1 << 20; }, "size");
}

void tst_Spectrogram::validateNamesTheSetting()
{
    QFETCH(SpectrogramParams, params);
    QFETCH(QString, named);
    const auto result = validate(params);
    QCOMPARE(result.ok(), named.isEmpty());
    if (!result.ok()) {
        QCOMPARE(result.error().code, Errc::BadOption);
        QVERIFY(QString::fromStdString(english(result.error())).contains(named));
    }
}

void tst_Spectrogram::networkInputTime()
{
    const Sound sound = sounds::noise(8000, 0.43, 0.1F, 9);  // as long as the median FSDD recording
    QBENCHMARK { (void)networkInput(sound, {}); }
}

QTEST_GUILESS_MAIN(tst_Spectrogram)
#include "tst_spectrogram.moc"
