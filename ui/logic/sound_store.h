// The folder of the history: every sound as the three files of sound_card_file.h, read and written on worker threads. GUI thread only
// otherwise; all answers are signals.
//
// The folder is its own index, so that nothing can disagree with it: a card that is damaged or incomplete is left out and its files are
// moved to damaged/. What is deleted lies in deleted/ until the program ends, so that it can be undone. Only the program that holds the
// lock (the first that opened the folder) clears these two folders. Sounds are never sent anywhere.
#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/base/file_lock.h"
#include "ui/logic/sound_card.h"

namespace sonoglyph {

using HeardSoundPtr = std::shared_ptr<const HeardSound>;

class SoundStore : public QObject {
    Q_OBJECT
public:
    /// An empty `folder` keeps nothing: save() and the like do nothing, load() finds nothing.
    explicit SoundStore(const QString& folder, QObject* parent = nullptr);
    /// Waits until everything is written, and removes what was deleted for good.
    ~SoundStore() override;

    bool keeps() const { return !folder_.empty(); }
    const std::filesystem::path& folder() const { return folder_; }

    /// Reads all cards, newest first: loaded() some times, then allLoaded().
    void load();
    /// Writes the card, and the sound where there is one. Of several cards of one sound that wait only the last is written.
    void save(const SoundCard& card, HeardSoundPtr sound = {});
    /// Cards that save() was called for and that are not written yet.
    int unwritten() const { return unwritten_; }

    void remove(const SoundCard& card);  ///< can be restored
    void restore(const SoundCard& card);
    void erase(const SoundCard& card);  ///< for good

    /// Reads a sound (unless it is given: it is not on disk yet) and transforms it for `params`.
    void fetch(const SoundCard& card, const HeardSoundPtr& sound, const SpectrogramParams& params);
    /// Reads a sound and makes the network input of its card, as a picture of 8 bits with low frequencies below.
    void fetchInput(const SoundCard& card);
    /// Writes the three files of each card into `folder`, by `stems`, with `sounds` where they are not on disk yet.
    void copyTo(const std::filesystem::path& folder, const std::vector<SoundCard>& cards, const std::vector<QString>& stems,
                const std::vector<HeardSoundPtr>& sounds);

Q_SIGNALS:
    void loaded(const std::vector<sonoglyph::SoundCard>& cards);
    /// `damaged`: what was left out, a line each.
    void allLoaded(const QStringList& damaged);
    void saved(quint64 number, qint64 bytes);
    void saveFailed(quint64 number, const QString& text, const QString& details);
    void fetched(const sonoglyph::HeardSoundPtr& sound);
    void fetchFailed(quint64 number, const QString& text, const QString& details);
    void inputFetched(quint64 number, const QImage& input);
    void copied(const QStringList& files);
    void copyFailed(const QString& text, const QString& details);

private:
    struct Unwritten {
        SoundCard card;
        HeardSoundPtr sound;
    };
    void read(const std::vector<QString>& ids, std::optional<FileLock> lock);
    void write(std::uint64_t number);
    void startReading(std::function<void()> job, int priority);
    template <class F>
    void post(F f);

    std::filesystem::path folder_;
    std::optional<FileLock> lock_;  ///< of the reader until allLoaded()
    std::mutex mutex_;
    std::map<std::uint64_t, Unwritten> waiting_;  ///< guarded by mutex_
    int unwritten_ = 0;
    int restoring_ = 0;  ///< sounds whose files are not back yet
    std::atomic<bool> ends_ = false;
    QThreadPool readers_, writer_;  ///< last members: their jobs end first
};

/// The network input as a picture of 8 bits, low frequencies below.
QImage toImage(const Spectrogram& input);

}  // namespace sonoglyph
