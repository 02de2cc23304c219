#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <numbers>

#include "core/data/recording_check.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

namespace {

constexpr int rate = 8000;

/// Quiet noise with a word of `seconds` that begins at `begin`, fading in and out where `faded`.
Sound spoken(double begin, double seconds, float loudness, bool faded = true, double total = 1.0)
{
    Sound sound{rate, std::vector<float>(std::size_t(total * rate))};
    std::uint32_t noise = 1;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        noise = noise * 1664525U + 1013904223U;
        sound.samples[i] = (float(noise >> 16) / 65536.0F - 0.5F) * 0.002F * loudness;
        const double inside = (double(i) / rate - begin) / seconds;
        if (inside < 0 || inside >= 1) continue;
        const double shape = faded ? std::sin(std::numbers::pi * inside) : 1;
        sound.samples[i] += loudness * float(shape * std::sin(2 * std::numbers::pi * 300 * double(i) / rate));
    }
    return sound;
}

Sound withTop(int run)
{
    Sound sound = spoken(0.3, 0.4, 0.5F);
    for (int i = 0; i < run; ++i) sound.samples[4000 + std::size_t(i)] = i < 40 ? 32767.0F / 32768.0F : -1.0F;
    return sound;
}

}  // namespace

class tst_RecordingCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<TemporaryFolder>();
        small_data::putFsdd(*folder_, {"theo"}, 2);
        recordings_ = listRecordings("fsdd", folder_->path())->recordings;
    }

    void problemsOfASound_data()
    {
        QTest::addColumn<Sound>("sound");
        QTest::addColumn<QList<int>>("expected");
        const auto only = [](Problem problem) { return QList<int>{int(problem)}; };
        const QList<int> none;
        QTest::newRow("ordinary") << spoken(0.3, 0.4, 0.5F) << none;
        QTest::newRow("as quiet as theo") << spoken(0.3, 0.4, 0.03F) << none;
        QTest::newRow("touches full scale") << withTop(2) << none;
        QTest::newRow("flat top") << withTop(3) << only(Problem::Clipped);
        QTest::newRow("flat bottom") << withTop(60) << only(Problem::Clipped);
        QTest::newRow("quieter than anybody") << spoken(0.3, 0.4, 0.003F) << only(Problem::Silent);
        QTest::newRow("digital silence") << Sound{rate, std::vector<float>(rate)} << only(Problem::Silent);
        QTest::newRow("too short") << spoken(0, 0.08, 0.5F, true, 0.08) << only(Problem::TooShort);
        QTest::newRow("begins in the word") << spoken(-0.2, 0.4, 0.5F) << only(Problem::CutOff);
        QTest::newRow("ends in the word") << spoken(0.8, 0.4, 0.5F) << only(Problem::CutOff);
        QTest::newRow("trimmed, faded") << spoken(0, 0.4, 0.5F, true, 0.4) << none;
        Sound noise = spoken(5, 1, 0);
        for (std::size_t i = 0; i < noise.samples.size(); ++i) noise.samples[i] = float(int(i * 7919 % 2001) - 1000) / 4000;
        QTest::newRow("steady noise") << noise << only(Problem::NoWord);
    }
    void problemsOfASound()
    {
        QFETCH(Sound, sound);
        QFETCH(QList<int>, expected);
        const RecordingFacts facts = factsOf(sound);
        QList<int> found;
        for (const Problem problem : allProblems)
            if (facts.problems.has(problem)) found << int(problem);
        QCOMPARE(found, expected);
    }

    void measures()
    {
        Sound sound{16000, std::vector<float>(8000)};
        for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = 0.5F * (i % 2 == 0 ? 1.0F : -1.0F);
        const RecordingFacts facts = factsOf(sound);
        QCOMPARE(facts.seconds, 0.5F);
        QCOMPARE(facts.rate, 16000);
        QCOMPARE(facts.peak, 0.5F);
        QVERIFY(std::abs(facts.level + 6.0206F) < 1e-3F);
        const RecordingFacts word = factsOf(spoken(0.3, 0.4, 0.5F));
        QVERIFY(std::abs(word.wordBegin - 0.3F) < 0.05F && std::abs(word.wordEnd - 0.7F) < 0.05F);
        QCOMPARE(factsOf(Sound{rate, std::vector<float>(rate)}).level, -120.0F);
        QCOMPARE(factsOf(withTop(5)).longestFullScale, 5);
        QCOMPARE(factsOf(Sound{rate, {}}).seconds, 0.0F);
    }

    void contentTellsSoundsApart()
    {
        const Sound sound = spoken(0.3, 0.4, 0.5F);
        Sound other = sound, faster = sound;
        other.samples[17] += 0.001F;
        faster.rate *= 2;
        QCOMPARE(factsOf(sound).content, factsOf(Sound(sound)).content);
        QVERIFY(factsOf(sound).content != factsOf(other).content);
        QVERIFY(factsOf(sound).content != factsOf(faster).content);
    }

    void findsDuplicatesWhateverTheirNames()
    {
        QCOMPARE(check()->count(Problem::Duplicate), 0);
        small_data::putSound(*folder_, "fsdd/recordings/7_jackson_9.wav", 2 * 31 + 1);  // as 2_theo_1
        recordings_ = listRecordings("fsdd", folder_->path())->recordings;
        const auto found = check();
        QCOMPARE(found->count(Problem::Duplicate), 2);
        const auto copy = std::ranges::find_if(found->facts, [](const auto& facts) { return facts.sameAs >= 0; });
        QVERIFY(copy != found->facts.end());
        QCOMPARE(recordings_[std::size_t(copy - found->facts.begin())].label, 7);
        QCOMPARE(recordings_[std::size_t(copy->sameAs)].label, 2);
    }

    void badRecordingsAreFacts()
    {
        folder_->put("fsdd/recordings/3_theo_1.wav", "no sound");
        for (const bool cached : {false, true}) {
            const auto found = check();
            QVERIFY(found.ok());
            QCOMPARE(found->fromCache, cached);
            QCOMPARE(found->count(Problem::Unreadable), 1);
            QCOMPARE(found->bad.size(), std::size_t(1));
            QCOMPARE(found->bad[0].file.filename().string(), std::string("3_theo_1.wav"));
            QVERIFY(english(found->bad[0].reason).find("3_theo_1.wav") != std::string::npos);
        }
    }

    void computesThenReads()
    {
        const auto first = check();
        QVERIFY(first.ok() && !first->fromCache);
        QCOMPARE(first->facts.size(), recordings_.size());
        const auto again = check();
        QVERIFY(again->fromCache);
        QVERIFY(again->facts == first->facts);
        QVERIFY(check(1)->facts == first->facts);
    }

    void changedSoundIsLookedAtAgain()
    {
        QVERIFY(check().ok());
        small_data::putSound(*folder_, "fsdd/recordings/0_theo_0.wav", 999);
        fs::last_write_time(recordings_[0].file, fs::file_time_type::clock::now() + std::chrono::seconds(2));
        QVERIFY(!check()->fromCache);
    }

    void damagedCacheIsComputedAgain()
    {
        const auto first = check();
        const fs::path folder = folder_->path() / "cache/facts";
        const std::string name = TemporaryFolder::names(folder).at(0);
        std::string bytes = TemporaryFolder::content(folder / name);
        bytes[bytes.size() - 20] = char(bytes[bytes.size() - 20] ^ 1);
        folder_->put("cache/facts/" + name, bytes);
        const auto again = check();
        QVERIFY(!again->fromCache);
        QVERIFY(again->facts == first->facts);
        QVERIFY(check()->fromCache);
    }

    void unusableCacheFolderIsANote()
    {
        folder_->put("cache", "a file");
        const auto found = check();
        QVERIFY(found.ok());
        QCOMPARE(found->notes.size(), std::size_t(1));
    }

    void stopsAndTellsHowFarItIs()
    {
        std::stop_source stop;
        double last = -1;
        int told = 0;
        const auto progress = [&](const Message&, double fraction) {
            QVERIFY(fraction >= last);
            last = fraction;
            if (++told == 3) stop.request_stop();
        };
        const auto stopped = checkRecordings(recordings_, folder_->path() / "cache", progress, stop.get_token(), 1);
        QVERIFY(!stopped && stopped.error().code == Errc::Cancelled);
        QVERIFY(!fs::exists(folder_->path() / "cache"));
    }

    void nothingToLookAt() { QVERIFY(checkRecordings({}, folder_->path() / "cache", {}, {}, 1).ok()); }

private:
    Result<RecordingCheck> check(int threads = 2) { return checkRecordings(recordings_, folder_->path() / "cache", {}, {}, threads); }

    std::unique_ptr<TemporaryFolder> folder_;
    std::vector<Recording> recordings_;
};

QTEST_GUILESS_MAIN(tst_RecordingCheck)
#include "tst_recording_check.moc"
