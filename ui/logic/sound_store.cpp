#include "ui/logic/sound_store.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "ui/logic/sound_card_file.h"
#include "ui/logic/sound_preparation.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t batchSize = 64;
constexpr const char* deletedFolder = "deleted";
constexpr const char* damagedFolder = "damaged";
enum Priority { InputPriority, SoundPriority };

QString fromPath(const fs::path& path) { return QString::fromStdString(path.string()); }

/// The stems of all files that a sound may have here, newest first.
std::vector<QString> idsIn(const fs::path& folder)
{
    std::set<QString, std::greater<>> ids;
    std::error_code ignored;
    for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
        const fs::path& file = it->path();
        const std::string extension = file.extension().string();
        if (!file.filename().string().starts_with('.') && (extension == ".json" || extension == ".wav" || extension == ".png"))
            ids.insert(fromPath(file.stem()));
    }
    return {ids.begin(), ids.end()};
}

void moveFiles(const CardFiles& from, const CardFiles& to, bool cardFirst)
{
    std::error_code missing;
    if (cardFirst) fs::rename(from.card, to.card, missing);
    fs::rename(from.sound, to.sound, missing);
    fs::rename(from.image, to.image, missing);
    if (!cardFirst) fs::rename(from.card, to.card, missing);
}

Result<HeardSoundPtr> readHeard(const fs::path& folder, const SoundCard& card, const SpectrogramParams& params)
{
    auto sound = readCardSound({folder, card.id}, card);
    if (!sound) return sound.error();
    const auto heard = namedSound(card.number, card.longTitle(), card.title());
    heard->file = card.file;
    heard->heardAt = card.heardAt;
    return HeardSoundPtr(transformed(heard, std::move(*sound), {card.word, card.wordFound}, params));
}

Result<void> copyOne(const fs::path& store, const SoundCard& card, const HeardSoundPtr& sound, const CardFiles& to)
{
    const auto samples = sound ? Result<Sound>(sound->sound) : readCardSound({store, card.id}, card);
    if (!samples) return samples.error();
    if (auto written = writeWavFile(to.sound, *samples, WavSamples::Exact); !written) return written;
    const auto written = writeCard(to, card);
    return written ? Result<void>() : written.error();
}

}  // namespace

QImage toImage(const Spectrogram& input)
{
    QImage image(input.frames, input.bands, QImage::Format_Grayscale8);
    for (int y = 0; y < input.bands; ++y) {
        uchar* row = image.scanLine(y);
        for (int x = 0; x < input.frames; ++x) row[x] = uchar(std::lround(255 * std::clamp(input.at(input.bands - 1 - y, x), 0.0F, 1.0F)));
    }
    return image;
}

SoundStore::SoundStore(const QString& folder, QObject* parent) : QObject(parent), folder_(folder.toStdString())
{
    readers_.setMaxThreadCount(2);
    writer_.setMaxThreadCount(1);
}

SoundStore::~SoundStore()
{
    ends_ = true;
    writer_.waitForDone();
    readers_.clear();
    readers_.waitForDone();
    std::error_code ignored;
    if (lock_) fs::remove_all(folder_ / deletedFolder, ignored);
}

template <class F>
void SoundStore::post(F f)
{
    QMetaObject::invokeMethod(this, std::move(f), Qt::QueuedConnection);
}

void SoundStore::load()
{
    if (!keeps()) return Q_EMIT allLoaded({});
    // What is there is listed before anything is written, so that nothing half-written is seen.
    writer_.start([this] {
        const auto lock = std::make_shared<std::optional<FileLock>>();
        if (makeFolder(folder_))
            if (auto acquired = FileLock::acquire(folder_ / ".lock")) *lock = std::move(*acquired);
        std::error_code ignored;
        if (*lock) {
            fs::remove_all(folder_ / deletedFolder, ignored);
            removeStaleTemporaries(folder_);
        }
        readers_.start([this, lock, ids = idsIn(folder_)] { read(ids, std::move(*lock)); });
    });
}

void SoundStore::read(const std::vector<QString>& ids, std::optional<FileLock> lock)
{
    std::vector<SoundCard> batch;
    QStringList damaged;
    const auto hand = [&] {
        if (!batch.empty()) post([this, cards = std::exchange(batch, {})] { Q_EMIT loaded(cards); });
    };
    for (const QString& id : ids) {
        if (ends_) return;
        const CardFiles files(folder_, id);
        auto card = readCard(files);
        if (card) {
            card->id = id;
            batch.push_back(std::move(*card));
            if (batch.size() >= batchSize) hand();
            continue;
        }
        damaged << toText(card.error());
        if (!lock || card.error().code == Errc::NewerFormat || !makeFolder(folder_ / damagedFolder)) continue;
        moveFiles(files, {folder_ / damagedFolder, id}, true);
    }
    hand();
    post([this, damaged, shared = std::make_shared<std::optional<FileLock>>(std::move(lock))] {
        lock_ = std::move(*shared);
        Q_EMIT allLoaded(damaged);
    });
}

void SoundStore::save(const SoundCard& card, HeardSoundPtr sound)
{
    if (!keeps()) return;
    std::lock_guard guard(mutex_);
    const auto [known, added] = waiting_.try_emplace(card.number);
    known->second.card = card;
    if (sound) known->second.sound = std::move(sound);
    if (!added) return;
    ++unwritten_;
    writer_.start([this, number = card.number] { write(number); });
}

void SoundStore::write(std::uint64_t number)
{
    Unwritten unwritten;
    {
        std::lock_guard guard(mutex_);
        unwritten = std::move(waiting_.extract(number).mapped());
    }
    const CardFiles files(folder_, unwritten.card.id);
    Result<void> written = makeFolder(folder_);
    if (written && unwritten.sound) written = writeWavFile(files.sound, unwritten.sound->sound, WavSamples::Exact);
    auto bytes = written ? writeCard(files, unwritten.card) : Result<std::int64_t>(written.error());
    post([this, number, bytes] {
        --unwritten_;
        if (bytes)
            Q_EMIT saved(number, *bytes);
        else
            Q_EMIT saveFailed(number, toText(bytes.error()), QString::fromStdString(bytes.error().details));
    });
}

void SoundStore::remove(const SoundCard& card)
{
    if (!keeps()) return;
    writer_.start([this, id = card.id] {
        if (makeFolder(folder_ / deletedFolder)) moveFiles({folder_, id}, {folder_ / deletedFolder, id}, true);
    });
}

void SoundStore::restore(const SoundCard& card)
{
    if (!keeps()) return;
    ++restoring_;
    writer_.start([this, id = card.id] {
        moveFiles({folder_ / deletedFolder, id}, {folder_, id}, false);
        post([this] { --restoring_; });
    });
}

/// Behind what the writer brings back, so that it is there.
void SoundStore::startReading(std::function<void()> job, int priority)
{
    if (restoring_ > 0)
        writer_.start(std::move(job));
    else
        readers_.start(std::move(job), priority);
}

void SoundStore::erase(const SoundCard& card)
{
    if (!keeps()) return;
    writer_.start([this, id = card.id] {
        const CardFiles files(folder_, id);
        std::error_code ignored;
        for (const fs::path& file : {files.card, files.sound, files.image}) fs::remove(file, ignored);
    });
}

void SoundStore::fetch(const SoundCard& card, const HeardSoundPtr& sound, const SpectrogramParams& params)
{
    startReading(
        [this, card, sound, params] {
            const auto heard = sound ? Result<HeardSoundPtr>(transformedFor(sound, params)) : readHeard(folder_, card, params);
            post([this, heard, number = card.number] {
                if (heard)
                    Q_EMIT fetched(*heard);
                else
                    Q_EMIT fetchFailed(number, toText(heard.error()), QString::fromStdString(heard.error().details));
            });
        },
        SoundPriority);
}

void SoundStore::fetchInput(const SoundCard& card)
{
    if (!keeps()) return;
    startReading(
        [this, card] {
            const auto sound = readCardSound({folder_, card.id}, card);
            const QImage input = sound ? toImage(networkInput(cut(*sound, card.word), card.params)) : QImage();
            post([this, input, number = card.number] { Q_EMIT inputFetched(number, input); });
        },
        InputPriority);
}

void SoundStore::copyTo(const fs::path& folder, const std::vector<SoundCard>& cards, const std::vector<QString>& stems,
                        const std::vector<HeardSoundPtr>& sounds)
{
    startReading(
        [=, this] {
            QStringList files;
            for (std::size_t i = 0; i < cards.size(); ++i) {
                const CardFiles to(folder, stems[i]);
                if (auto copied = copyOne(folder_, cards[i], sounds[i], to); !copied) {
                    post([this, error = copied.error()] { Q_EMIT copyFailed(toText(error), QString::fromStdString(error.details)); });
                    return;
                }
                files << fromPath(to.sound) << fromPath(to.image) << fromPath(to.card);
            }
            post([this, files] { Q_EMIT copied(files); });
        },
        SoundPriority);
}

}  // namespace sonoglyph
