#include <QTest>

#include <algorithm>
#include <memory>
#include <thread>

#include "core/data/small_data.h"
#include "core/data/spectrogram_cache.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_SpectrogramCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void computesThenReads();
    void everyParameterIsPartOfTheKey_data();
    void everyParameterIsPartOfTheKey();
    void changedSoundIsComputedAgain();
    void movedFolderIsFoundAgain();
    void damagedCacheIsComputedAgain_data();
    void damagedCacheIsComputedAgain();
    void unusableCacheFolderIsANote();
    void badRecordingsAreLeftOut();
    void onlyBadRecordings();
    void threadsMakeNoDifference();
    void progressRunsFromZeroToOne();
    void stops();

private:
    Result<SpectrogramSet> compute(int threads = 2)
    {
        return spectrogramsOf(recordings_, params_, folder_->path() / "cache", {}, {}, threads);
    }
    fs::path cacheFile() const
    {
        return folder_->path() / "cache/spectrograms" / TemporaryFolder::names(folder_->path() / "cache/spectrograms").at(0);
    }
    std::size_t cacheFiles() const { return TemporaryFolder::names(folder_->path() / "cache/spectrograms").size(); }

    std::unique_ptr<TemporaryFolder> folder_;
    std::vector<Recording> recordings_;
    SpectrogramParams params_;
};

void tst_SpectrogramCache::init()
{
    folder_ = std::make_unique<TemporaryFolder>();
    small_data::putFsdd(*folder_, {"theo"}, 1);
    recordings_ = listRecordings("fsdd", folder_->path())->recordings;
    params_ = {};
    params_.rate = 8000;
}

void tst_SpectrogramCache::computesThenReads()
{
    const auto first = compute();
    QVERIFY(first.ok());
    QVERIFY(!first->fromCache && first->bad.empty() && first->notes.empty());
    QCOMPARE(first->table.count(), 10u);
    QCOMPARE(first->table.size(), 48);
    QCOMPARE(first->usable.size(), 10u);
    const auto second = compute();
    QVERIFY(second->fromCache);
    QCOMPARE(second->usable, first->usable);
    QVERIFY(std::equal(first->table.values().begin(), first->table.values().end(), second->table.values().begin(),
                       second->table.values().end()));
    for (std::size_t i = 0; i < 10; ++i) {
        const Spectrogram expected = networkInput(*readSoundFile(recordings_[i].file), params_);
        QVERIFY(std::equal(expected.values.begin(), expected.values.end(), second->table.at(i).begin(), second->table.at(i).end()));
    }
    QCOMPARE(cacheFiles(), 1u);
}

void tst_SpectrogramCache::everyParameterIsPartOfTheKey_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"rate", "fftSize", "hopSeconds", "bands", "maxFrequency", "floorDecibels", "timeMode", "size"})
        QTest::newRow(name) << name;
}

void tst_SpectrogramCache::everyParameterIsPartOfTheKey()
{
    QFETCH(QString, name);
    QVERIFY(compute().ok());
    if (name == u"rate") params_.rate = 4000;
    if (name == u"fftSize") params_.fftSize = 256;
    if (name == u"hopSeconds") params_.hopSeconds = 0.02;
    if (name == u"bands") params_.bands = 40;
    if (name == u"maxFrequency") params_.maxFrequency = 3000;
    if (name == u"floorDecibels") params_.floorDecibels = -60;
    if (name == u"timeMode") params_.timeMode = TimeMode::Pad;
    if (name == u"size") params_.size = 32;
    const auto other = compute();
    QVERIFY(!other->fromCache);
    QCOMPARE(other->table.size(), params_.size);
    QCOMPARE(cacheFiles(), 2u);
    QVERIFY(compute()->fromCache);
}

void tst_SpectrogramCache::changedSoundIsComputedAgain()
{
    const auto before = compute();
    const auto time = fs::last_write_time(recordings_[3].file);
    QVERIFY(writeWavFile(recordings_[3].file, small_data::tone(200)).ok());
    fs::last_write_time(recordings_[3].file, time);  // same length, same time, other sound
    const auto after = compute();
    QVERIFY(!after->fromCache);
    QVERIFY(!std::equal(before->table.at(3).begin(), before->table.at(3).end(), after->table.at(3).begin()));
    std::swap(recordings_[0], recordings_[1]);
    QVERIFY(!compute()->fromCache);
}

void tst_SpectrogramCache::movedFolderIsFoundAgain()
{
    QVERIFY(compute().ok());
    fs::rename(folder_->path() / "fsdd", folder_->path() / "moved");
    for (Recording& recording : recordings_) recording.file = folder_->path() / "moved/recordings" / recording.file.filename();
    QVERIFY(compute()->fromCache);
}

void tst_SpectrogramCache::damagedCacheIsComputedAgain_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"empty", "cut", "flipped value", "other file", "a folder"}) QTest::newRow(damage) << damage;
}

void tst_SpectrogramCache::damagedCacheIsComputedAgain()
{
    QFETCH(QString, damage);
    const auto before = compute();
    const fs::path file = cacheFile();
    std::string content = TemporaryFolder::content(file);
    if (damage == u"empty") content.clear();
    if (damage == u"cut") content.resize(content.size() / 2);
    if (damage == u"flipped value") content[content.size() / 2] = char(content[content.size() / 2] ^ 1);
    if (damage == u"other file") content = "hello";
    fs::remove(file);
    if (damage == u"a folder")
        fs::create_directory(file);
    else
        std::ofstream(file, std::ios::binary) << content;
    const auto after = compute();
    QVERIFY(after.ok());
    QVERIFY(!after->fromCache);
    QVERIFY(std::equal(before->table.values().begin(), before->table.values().end(), after->table.values().begin()));
    if (damage == u"a folder") {
        QCOMPARE(after->notes.size(), 1u);
    } else {
        QVERIFY(after->notes.empty());
        QVERIFY(compute()->fromCache);
    }
}

void tst_SpectrogramCache::unusableCacheFolderIsANote()
{
    const fs::path blocked = folder_->put("file") / "cache";  // below a file no folder can be made
    for (int round = 0; round < 2; ++round) {
        const auto set = spectrogramsOf(recordings_, params_, blocked, {}, {}, 2);
        QVERIFY(set.ok());
        QCOMPARE(set->table.count(), 10u);
        QVERIFY(!set->fromCache);
        QCOMPARE(set->notes.size(), 1u);
        QVERIFY(english(set->notes[0]).find(blocked.string()) != std::string::npos);
    }
}

void tst_SpectrogramCache::badRecordingsAreLeftOut()
{
    folder_->put("fsdd/recordings/2_theo_0.wav", "no sound");
    folder_->put("fsdd/recordings/9_theo_0.wav");
    fs::remove(recordings_[0].file);
    const auto first = compute();
    QVERIFY(first.ok());
    QCOMPARE(first->bad.size(), 3u);
    QCOMPARE(first->usable, (std::vector<std::uint32_t>{1, 3, 4, 5, 6, 7, 8}));
    QCOMPARE(first->table.count(), 7u);
    QCOMPARE(first->bad[1].file, recordings_[2].file);
    QVERIFY(english(first->bad[1].reason).find(recordings_[2].file.string()) != std::string::npos);
    const Spectrogram expected = networkInput(*readSoundFile(recordings_[3].file), params_);
    QVERIFY(std::equal(expected.values.begin(), expected.values.end(), first->table.at(1).begin()));

    const auto second = compute();
    QVERIFY(second->fromCache);
    QCOMPARE(second->usable, first->usable);
    QCOMPARE(second->bad.size(), 3u);
    QVERIFY(second->bad[2].reason == first->bad[2].reason);

    small_data::putSound(*folder_, "fsdd/recordings/0_theo_0.wav", 1);  // back again
    const auto third = compute();
    QVERIFY(!third->fromCache);
    QCOMPARE(third->usable.size(), 8u);
}

void tst_SpectrogramCache::onlyBadRecordings()
{
    for (const Recording& recording : recordings_) fs::remove(recording.file);
    const auto set = compute();
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, Errc::Corrupt);
    QVERIFY(english(set.error()).find(recordings_[0].file.string()) != std::string::npos);
    QVERIFY(!spectrogramsOf({}, params_, folder_->path() / "cache", {}, {}, 1).ok());
}

void tst_SpectrogramCache::threadsMakeNoDifference()
{
    const auto one = spectrogramsOf(recordings_, params_, folder_->path() / "a", {}, {}, 1);
    const auto many = spectrogramsOf(recordings_, params_, folder_->path() / "b", {}, {}, 5);
    QVERIFY(!one->fromCache && !many->fromCache);
    QVERIFY(std::equal(one->table.values().begin(), one->table.values().end(), many->table.values().begin()));
}

void tst_SpectrogramCache::progressRunsFromZeroToOne()
{
    for (int round = 0; round < 2; ++round) {
        std::vector<double> fractions;
        const auto caller = std::this_thread::get_id();
        bool sameThread = true;
        const auto progress = [&](const Message& phase, double fraction) {
            sameThread = sameThread && std::this_thread::get_id() == caller && !phase.text.empty();
            fractions.push_back(fraction);
        };
        QVERIFY(spectrogramsOf(recordings_, params_, folder_->path() / "cache", progress, {}, 1).ok());
        QVERIFY(sameThread);
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
        QCOMPARE(fractions.front(), 0.0);
        QCOMPARE(fractions.back(), 1.0);
    }
}

void tst_SpectrogramCache::stops()
{
    std::stop_source stop;
    const auto progress = [&](const Message&, double fraction) {
        if (fraction > 0.3) stop.request_stop();
    };
    const auto set = spectrogramsOf(recordings_, params_, folder_->path() / "cache", progress, stop.get_token(), 1);
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, Errc::Cancelled);
    QVERIFY(!fs::exists(folder_->path() / "cache"));
    QCOMPARE(spectrogramsOf(recordings_, params_, folder_->path() / "cache", {}, stop.get_token(), 2).error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(tst_SpectrogramCache)
#include "tst_spectrogram_cache.moc"
