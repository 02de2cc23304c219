// Recordings in memory, and what augmentation makes of them.
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

#include "core/data/augmentation.h"
#include "core/data/small_data.h"
#include "core/data/sound_effects.h"

using namespace sonoglyph;

using Change = std::function<void(AugmentationParams&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr int rate = 8000;

/// Silence with a tone in it.
Sound wordIn(std::size_t samples, std::size_t begin, std::size_t end)
{
    Sound sound{rate, std::vector<float>(samples)};
    for (std::size_t i = begin; i < end; ++i) sound.samples[i] = 0.3F * std::sin(0.3F * float(i));
    return sound;
}

/// From the first to one past the last sample that is louder than `than`.
std::pair<std::size_t, std::size_t> loudPart(const std::vector<float>& samples, float than)
{
    const auto loud = [than](float sample) { return std::abs(sample) > than; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud);
    return {std::size_t(first - samples.begin()), std::size_t(last.base() - samples.begin())};
}

}  // namespace

class tst_Augmentation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void waveformsKeepTheSound();
    void waveformsReadOnlyWhatIsAsked();
    void waveformErrors();
    void offChangesNothing();
    void shareIsChanged();
    void stepRowAndRecordingDecide();
    void everyChangeIsHeard_data();
    void everyChangeIsHeard();
    void theWordStaysInsideTheSecond();
    void trimmedToTheWord();
    void signalOverNoise();
    void levels();
    void hiddenParts();
    void presetIsValid();

private:
    Augmenter augmenter(const AugmentationParams& params, std::uint64_t seed = 1)
    {
        return Augmenter(*data_, Waveforms(waveforms_), params, seed);
    }
    std::vector<float> input(const Augmenter& augmenter, std::int64_t step, std::size_t row, std::uint32_t recording)
    {
        std::vector<float> out(48 * 48);
        augmenter.input(step, row, recording, out);
        return out;
    }

    TemporaryFolder folder_;
    std::shared_ptr<PairedDataset> data_ = std::make_shared<PairedDataset>();
    std::vector<Waveform> waveforms_;
    std::vector<Sound> sounds_;
};

void tst_Augmentation::initTestCase()
{
    // 0: cut to the word; 1: a word in the middle of a second; 2: longer than a second; 3: other voices, for the babble.
    sounds_ = {wordIn(4000, 0, 4000), wordIn(8000, 2400, 5600), wordIn(11000, 1000, 6000), small_data::tone(5)};
    const WordBounds words[] = {{0, 4000}, {2400, 5600}, {1000, 6000}, {0, 1600}};
    SpectrogramParams params;
    params.rate = rate;
    params.timeMode = TimeMode::Pad;
    data_->config.spectrogram = params;
    std::vector<float> table;
    for (std::size_t i = 0; i < sounds_.size(); ++i) {
        const auto file = folder_.path() / (std::to_string(i) + ".wav");
        QVERIFY(writeWavFile(file, sounds_[i]).ok());
        data_->recordings.recordings.push_back({file, int(i), "a", 0, "fsdd"});
        data_->split.train.push_back(std::uint32_t(i));
        const Spectrogram own = networkInput(sounds_[i], params);
        table.insert(table.end(), own.values.begin(), own.values.end());
    }
    data_->spectrograms = SpectrogramTable(48, std::move(table));
    const auto read = readWaveforms(data_->recordings.recordings, data_->split.train, rate, {}, {}, 2);
    QVERIFY(read.ok());
    for (std::uint32_t i = 0; i < sounds_.size(); ++i) {
        waveforms_.push_back(read->at(i));
        waveforms_.back().word = words[i];
    }
}

void tst_Augmentation::waveformsKeepTheSound()
{
    for (std::size_t i = 0; i < sounds_.size(); ++i) {
        const auto back = waveforms_[i].sound();
        QCOMPARE(back.size(), sounds_[i].samples.size());
        // Twice rounded to 16 bits: in the file and in memory.
        for (std::size_t j = 0; j < back.size(); ++j) QVERIFY(std::abs(back[j] - sounds_[i].samples[j]) < 2.0F / 32768);
    }
    const auto read = readWaveforms(data_->recordings.recordings, data_->split.train, rate, {}, {}, 1);
    QCOMPARE(read->at(0).word.begin, std::size_t(0));
    QCOMPARE(read->at(0).word.end, std::size_t(4000));
    QVERIFY(read->at(1).word.begin > 1800 && read->at(1).word.begin <= 2400);
    QVERIFY(read->at(1).word.end >= 5600 && read->at(1).word.end < 6200);
    QVERIFY(read->bytes() > 2 * 24600 && read->bytes() < 2 * 24600 + 1000);
}

void tst_Augmentation::waveformsReadOnlyWhatIsAsked()
{
    const std::vector<std::uint32_t> which{2};
    const auto read = readWaveforms(data_->recordings.recordings, which, 16000, {}, {}, 0);
    QCOMPARE(read->at(2).rate, 16000);
    QCOMPARE(read->at(2).samples.size(), std::size_t(22000));
    QVERIFY(read->at(0).samples.empty());
    const auto own = readWaveforms(data_->recordings.recordings, which, 0, {}, {}, 0);
    QCOMPARE(own->at(2).rate, rate);
}

void tst_Augmentation::waveformErrors()
{
    auto recordings = data_->recordings.recordings;
    recordings[1].file = folder_.path() / "gone.wav";
    const auto read = readWaveforms(recordings, data_->split.train, rate, {}, {}, 2);
    QCOMPARE(read.error().code, Errc::NotFound);
    QVERIFY(english(read.error()).find("gone.wav") != std::string::npos);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(readWaveforms(recordings, data_->split.train, rate, {}, stop.get_token(), 2).error().code, Errc::Cancelled);
}

void tst_Augmentation::offChangesNothing()
{
    const Augmenter off = augmenter({});
    for (std::uint32_t i = 0; i < sounds_.size(); ++i) {
        const auto own = data_->spectrograms.at(i);
        QVERIFY(std::ranges::equal(input(off, 1, i, i), own));
        // With every amount at 0 a changed recording is itself again, but for its level and 16 bits.
        Random random = seededRandom(1, i);
        const Spectrogram same = networkInput(off.changed(i, random), data_->config.spectrogram);
        for (std::size_t j = 0; j < same.values.size(); ++j) QVERIFY(std::abs(same.values[j] - own[j]) < 0.1F);
    }
}

void tst_Augmentation::shareIsChanged()
{
    AugmentationParams params = microphoneAugmentation();
    params.share = 0.3;
    const Augmenter some = augmenter(params);
    int changed = 0;
    for (std::size_t row = 0; row < 1000; ++row) changed += !std::ranges::equal(input(some, 4, row, 1), data_->spectrograms.at(1));
    QVERIFY2(std::abs(changed - 300) < 75, std::to_string(changed).c_str());  // five standard deviations
}

void tst_Augmentation::stepRowAndRecordingDecide()
{
    AugmentationParams params = microphoneAugmentation();
    params.share = 1;
    const Augmenter one = augmenter(params), other = augmenter(params), seed2 = augmenter(params, 2);
    std::set<std::vector<float>> seen;
    for (const std::int64_t step : {1, 2, 1000000}) {
        for (const std::size_t row : {0, 1, 127}) {
            for (const std::uint32_t recording : {0u, 1u, 2u}) {
                const auto first = input(one, step, row, recording);
                QVERIFY(first == input(one, step, row, recording));
                QVERIFY(first == input(other, step, row, recording));
                QVERIFY(first != input(seed2, step, row, recording));
                QVERIFY(std::all_of(first.begin(), first.end(), [](float v) { return v >= 0 && v <= 1; }));
                seen.insert(first);
            }
        }
    }
    QCOMPARE(seen.size(), 27u);
}

void tst_Augmentation::everyChangeIsHeard_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("trim", [](auto& p) { p.trimShare = 1; });
    row("shift", [](auto& p) { p.shiftSeconds = 0.2; });
    row("speed", [](auto& p) { p.speedPercent = 15; });
    row("room", [](auto& p) { p.roomShare = 1; });
    row("tilt", [](auto& p) { p.tiltDecibels = 20; });
    row("noise", [](auto& p) { p.noiseShare = 1; });
    row("level", [](auto& p) { p.levelLowest = p.levelHighest = 20; });
    row("hidden bands", [](auto& p) { p.hiddenBands = 40; });
    row("hidden columns", [](auto& p) { p.hiddenColumns = 40; });
}

/// Each alone, and the same way every time it is drawn alike.
void tst_Augmentation::everyChangeIsHeard()
{
    QFETCH(Change, change);
    AugmentationParams params;
    params.share = 1;
    const auto plain = input(augmenter(params), 3, 5, 1);
    change(params);
    const auto changed = input(augmenter(params), 3, 5, 1);
    double difference = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) difference += double(std::abs(changed[i] - plain[i]));
    QVERIFY2(difference / double(plain.size()) > 0.005, std::to_string(difference / double(plain.size())).c_str());
}

void tst_Augmentation::theWordStaysInsideTheSecond()
{
    AugmentationParams params;
    params.share = 1;
    params.shiftSeconds = 1;
    const Augmenter shifting = augmenter(params);
    std::size_t earliest = rate, latest = 0;
    Random random = seededRandom(1, 1);
    for (int i = 0; i < 200; ++i) {
        const Sound moved = shifting.changed(1, random);
        QVERIFY(moved.samples.size() <= std::size_t(rate));
        const auto [begin, end] = loudPart(moved.samples, 0.1F);
        QVERIFY(std::abs(int(end - begin) - 3200) < 20);  // nothing of the word is lost
        earliest = std::min(earliest, begin);
        latest = std::max(latest, end);
    }
    QVERIFY(earliest < 200 && latest > std::size_t(rate) - 200);

    // The time mode that stretches knows no second.
    data_->config.spectrogram.timeMode = TimeMode::Stretch;
    const Sound whole = augmenter(params).changed(2, random);
    data_->config.spectrogram.timeMode = TimeMode::Pad;
    QCOMPARE(whole.samples.size(), std::size_t(11000));
}

void tst_Augmentation::trimmedToTheWord()
{
    AugmentationParams params;
    params.share = params.trimShare = 1;
    const Augmenter trimming = augmenter(params);
    Random random = seededRandom(1, 1);
    for (int i = 0; i < 100; ++i) {
        const std::size_t samples = trimming.changed(1, random).samples.size();
        QVERIFY(samples > 3200 - 600 && samples < 3200 + 600);
        QVERIFY(trimming.changed(0, random).samples.size() <= 4000);
    }
}

void tst_Augmentation::signalOverNoise()
{
    AugmentationParams params;
    params.share = params.noiseShare = 1;
    params.snrLowest = params.snrHighest = 20;
    const Augmenter noisy = augmenter(params);
    Random random = seededRandom(1, 1);
    int open = 0;
    for (int i = 0; i < 100; ++i) {
        const Sound sound = noisy.changed(0, random);
        open += sound.samples.size() == std::size_t(rate);
        QVERIFY(sound.samples.size() == std::size_t(rate) || sound.samples.size() == 4000);
        if (sound.samples.size() == 4000) continue;
        const double word = meanPower(std::span(sound.samples).first(4000));
        const double rest = meanPower(std::span(sound.samples).subspan(4000));
        // Babble rises and falls.
        QVERIFY2(std::abs(10 * std::log10(word / rest) - 20) < 5, std::to_string(word / rest).c_str());
    }
    QVERIFY(open > 25 && open < 75);
}

void tst_Augmentation::levels()
{
    AugmentationParams params;
    params.share = 1;
    params.levelLowest = -50;
    params.levelHighest = -20;
    const Augmenter soft = augmenter(params);
    Random random = seededRandom(1, 1);
    float least = 1, most = 0;
    for (int i = 0; i < 300; ++i) {
        const Sound sound = soft.changed(1, random);
        const float peak = std::abs(*std::ranges::max_element(sound.samples, {}, [](float s) { return std::abs(s); }));
        least = std::min(least, peak);
        most = std::max(most, peak);
    }
    QVERIFY(least > 0.003F && least < 0.004F);
    QVERIFY(most > 0.09F && most < 0.101F);
}

/// Only whole bands and columns become silent, as many as allowed and as none, anywhere; all else stays.
void tst_Augmentation::hiddenParts()
{
    AugmentationParams params;
    params.share = 1;
    // Noise for a second: no cell is silent by itself.
    auto waveforms = waveforms_;
    Random random = seededRandom(1, 1);
    for (auto& sample : waveforms[1].samples) sample = std::int16_t(drawBetween(random, -32000, 32000));
    const auto plain = input(Augmenter(*data_, Waveforms(waveforms), params, 1), 1, 0, 1);
    QVERIFY(std::ranges::count(plain, 0.0F) == 0);
    params.hiddenBands = 6;
    params.hiddenColumns = 9;
    const Augmenter hiding(*data_, Waveforms(waveforms), params, 1);
    std::set<int> bandCounts, columnCounts, firstBands;
    for (std::size_t row = 0; row < 1000; ++row) {
        const auto hidden = input(hiding, 1, row, 1);
        std::set<int> bands, columns;
        for (int i = 0; i < 48; ++i) {
            int bandGone = 0, columnGone = 0;
            for (int j = 0; j < 48; ++j) {
                bandGone += hidden[std::size_t(i * 48 + j)] == 0;
                columnGone += hidden[std::size_t(j * 48 + i)] == 0;
            }
            if (bandGone == 48) bands.insert(i);
            if (columnGone == 48) columns.insert(i);
        }
        for (int i = 0; i < 48; ++i)
            for (int j = 0; j < 48; ++j)
                if (!bands.contains(i) && !columns.contains(j))
                    QVERIFY(std::abs(hidden[std::size_t(i * 48 + j)] - plain[std::size_t(i * 48 + j)]) < 1e-6F);
        bandCounts.insert(int(bands.size()));
        columnCounts.insert(int(columns.size()));
        if (!bands.empty()) {
            firstBands.insert(*bands.begin());
            QCOMPARE(*bands.rbegin() - *bands.begin() + 1, int(bands.size()));
        }
    }
    QCOMPARE(bandCounts.size(), 7u);
    QCOMPARE(*bandCounts.rbegin(), 6);
    QCOMPARE(*columnCounts.rbegin(), 9);
    QVERIFY(firstBands.size() >= 43);
}

void tst_Augmentation::presetIsValid()
{
    const AugmentationParams params = microphoneAugmentation();
    QVERIFY(params.on());
    QVERIFY(!AugmentationParams().on());
    QVERIFY(params.snrLowest < 20 && params.snrHighest > 20);
    QVERIFY(params.levelLowest < -30);
}

QTEST_GUILESS_MAIN(tst_Augmentation)
#include "tst_augmentation.moc"
