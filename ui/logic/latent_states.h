// The saved states of the features as a list, newest first: kept on disk, a file each. GUI thread only; files are written and read on a
// worker thread.
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QThreadPool>

#include "ui/logic/latent_state.h"

namespace sonoglyph {

class LatentStates : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ImageRole = Qt::UserRole,  ///< QImage, null where none was drawn
        ReadRole,                  ///< int, -1: nobody read
        DetailRole,                ///< QString: the sound and the model
    };
    static constexpr int thumbnail = 64;                 ///< pixels a side of what DecorationRole gives
    static constexpr const char* suffix = ".sonoglyph";  ///< of the files

    /// An empty `folder`: the states live as long as the list.
    explicit LatentStates(const QString& folder = {}, QObject* parent = nullptr);
    ~LatentStates() override;

    void load();
    const LatentState& state(int row) const { return entries_[std::size_t(row)].state; }
    /// Becomes the first row. A name that is empty becomes "State N".
    void add(LatentState state);
    void rename(int row, const QString& name);
    /// Can be undone until the program ends.
    void remove(const QList<int>& rows);
    bool canUndoRemove() const { return !removed_.empty(); }
    void undoRemove();
    /// Copies of the files, for another machine.
    void saveInto(const QList<int>& rows, const QString& folder);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Comes back when everything is on the disk; tests use it.
    void waitForDisk() { worker_.waitForDone(); }

Q_SIGNALS:
    void copied(const QStringList& files);
    /// A file could not be read or written: a sentence, translated.
    void failed(const QString& text);

private:
    struct Entry {
        QString stem;  ///< of its file
        LatentState state;
    };
    void insert(std::vector<Entry> entries);
    void save(const Entry& entry);
    QString fileOf(const QString& stem) const;

    QString folder_;
    std::vector<Entry> entries_;
    std::vector<std::vector<Entry>> removed_;
    int count_ = 0;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

}  // namespace sonoglyph
