// The history: every sound that was heard, newest first, as a list model; kept on disk, so that it survives a restart. GUI thread only.
//
// Cards are all in memory, samples are not: fetch() reads them. Where the disk refuses, sounds live until the program ends, and trouble()
// says so. When there are too many, the oldest give way: first those that came from files, then recordings, never what is starred.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "ui/logic/sound_store.h"

namespace sonoglyph {

struct LibraryLimits {
    std::size_t sounds = 5000;
    std::int64_t bytes = std::int64_t(1) << 30;  ///< on disk
};

class SoundLibrary : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole,  ///< quint64
        StarredRole,                ///< bool
        ImageRole,                  ///< QImage, null without drawing
        InputRole,                  ///< QImage of the network input, 8 bits, low frequencies below; null until it was read
        ReadRole,                   ///< what LeNet-5 read, a QString; empty without drawing
    };
    static constexpr int longestLabel = 80;

    /// Where the sounds are kept; an empty `folder`: nowhere, they live as long as the library.
    explicit SoundLibrary(const QString& folder = {}, const LibraryLimits& limits = {}, QObject* parent = nullptr);
    ~SoundLibrary() override;

    /// Reads what is kept on disk; rows come in several parts.
    void load();

    /// For `count` sounds that are going to be heard: the first of their numbers. Later ones have larger numbers.
    std::uint64_t newNumbers(std::uint64_t count = 1);

    /// Empty where nothing is kept on disk.
    QString folder() const { return QString::fromStdString(store_.folder().string()); }
    const LibraryLimits& limits() const { return limits_; }
    /// On disk, of all sounds.
    std::int64_t bytes() const { return bytes_; }
    const SoundCard& card(int row) const { return entries_[std::size_t(row)].card; }
    /// Null where it is not kept (any more).
    const SoundCard* find(std::uint64_t number) const;
    /// -1 where it is not kept.
    int rowOf(std::uint64_t number) const;
    /// The newest sound that no model has heard, but none that `except` holds; 0: there is none.
    std::uint64_t undrawn(const QSet<quint64>& except) const;
    /// Sounds whose samples are in memory because they are not on disk yet.
    int unwritten() const { return store_.unwritten(); }

    /// Keeps a sound by its number; one of the same number gives way to it, its drawing stays.
    void keep(const HeardSoundPtr& sound);
    void setDrawing(std::uint64_t number, const Drawing& drawing, const ModelStamp& model);
    /// Spaces at the ends and what is too long are cut off; an empty label is none.
    void rename(std::uint64_t number, const QString& label);
    void setStarred(std::uint64_t number, bool starred);

    /// Can be undone until the program ends.
    void remove(const QList<quint64>& numbers);
    bool canUndoRemove() const { return !removed_.empty(); }
    void undoRemove();

    /// The sound, transformed for `params`. Answered by fetched() or fetchFailed().
    void fetch(std::uint64_t number, const SpectrogramParams& params);

    /// Writes WAV, PNG and JSON: of one sound by `stem`, of several by names of their own, none of which is there yet. Answered by copied()
    /// or copyFailed().
    void saveAs(std::uint64_t number, const QString& folder, const QString& stem);
    void saveInto(const QList<quint64>& numbers, const QString& folder);
    /// A name for the files of a card, good on every file system.
    static QString stemOf(const SoundCard& card);

    /// Something that a person should know, once: what happened and what to do; empty where there is nothing.
    struct Trouble {
        QString text, details;
    };
    Trouble takeTrouble() { return std::exchange(trouble_, {}); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    /// Copies of the sound and the image files, named as the cards are; they live as long as the library.
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// How many there are, or their size.
    void summaryChanged();
    void fetched(const sonoglyph::HeardSoundPtr& sound);
    void fetchFailed(quint64 number, const QString& text, const QString& details);
    void copied(const QStringList& files);
    void copyFailed(const QString& text, const QString& details);
    /// takeTrouble() has something new.
    void trouble();

private:
    struct Entry {
        SoundCard card;
        HeardSoundPtr sound;  ///< only until it is on disk
    };
    Entry* entry(std::uint64_t number);
    std::size_t placeOf(std::uint64_t number) const;
    void take(const std::vector<SoundCard>& cards);
    void onSaved(std::uint64_t number, std::int64_t bytes);
    void onSaveFailed(std::uint64_t number, const QString& text, const QString& details);
    void insert(const std::vector<Entry>& entries);
    void changed(std::uint64_t number, bool save = true);
    void makeRoom();
    void tell(const QString& text, const QString& details);
    int victim() const;
    void takeOut(int first, int last);
    QString newId(const HeardSound& sound) const;
    HeardSoundPtr unsaved(std::uint64_t number) const;
    std::vector<QString> freeStems(const std::vector<SoundCard>& cards, const QString& folder) const;
    QString toolTip(const SoundCard& card) const;

    mutable SoundStore store_;  ///< data() asks it for network inputs
    LibraryLimits limits_;
    std::deque<Entry> entries_;  ///< by number, largest first
    std::vector<std::vector<Entry>> removed_;
    std::uint64_t lastNumber_, firstLoaded_;
    std::int64_t bytes_ = 0;
    bool refused_ = false;  ///< by the disk
    Trouble trouble_;
    mutable QCache<quint64, QImage> inputs_;
    mutable QSet<quint64> askedInputs_;
    mutable std::unique_ptr<QTemporaryDir> dragged_;
};

}  // namespace sonoglyph
