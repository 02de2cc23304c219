// Runs that wait for their turn: one after another in this process, as soon as nothing trains, or several side by side, the others in
// processes of their own. They lie in the folder of runs as queue.json, so that closing the program loses none; what comes from there waits
// until a person lets it go on. GUI thread only; files are read and written on a worker thread.
//
// A run leaves the queue when it starts. One that fails lets the next one start; one that a person stops holds the queue. Side by side they
// divide the processor's cores: a run that starts then gets that many threads, for good, since its last bits depend on them.
#pragma once

#include <filesystem>
#include <vector>

#include <QAbstractListModel>
#include <QThreadPool>

#include "core/train/run_config.h"
#include "ui/logic/side_runs.h"

namespace sonoglyph {

class TrainingController;

struct QueuedRun {
    QString name;  ///< of its folder in the folder of runs
    RunConfig config;

    bool operator==(const QueuedRun&) const = default;
};

class RunQueue : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole };

    /// The controller must outlive the queue. `cores`: of the processor; `program`: as SideRuns.
    explicit RunQueue(TrainingController& training, int cores = int(std::thread::hardware_concurrency()),
                      const std::filesystem::path& program = {}, QObject* parent = nullptr);
    ~RunQueue() override;

    /// The folder of runs. Another one has a queue of its own.
    void setFolder(const QString& runsFolder);
    bool loaded() const { return loaded_; }

    const std::vector<QueuedRun>& runs() const { return runs_; }
    QStringList names() const;
    /// At the end. The first one starts at once where nothing trains and the queue is not held.
    void add(const std::vector<QueuedRun>& runs);
    void remove(int row);
    /// To another place: `to` is the row that it has afterwards.
    void move(int from, int to);

    /// Held: nothing starts by itself.
    bool held() const { return held_; }
    void setHeld(bool held);

    /// So many at a time, 1 to cores(). Fewer than train now: those go on.
    int sideBySide() const { return sideBySide_; }
    void setSideBySide(int runs);
    int cores() const { return cores_; }
    /// Those that train in processes of their own.
    const SideRuns& beside() const { return beside_; }
    /// Ends one of them with a checkpoint, and holds the queue.
    void stopBeside(const std::filesystem::path& run);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the name; DetailRole: model, data set, alpha and seed in one line.
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;
    /// Dragged within the queue.
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    /// Comes back when everything is on the disk; tests use it.
    void waitForDisk() { worker_.waitForDone(); }

Q_SIGNALS:
    /// In this process.
    void started(const QString& name);
    /// In a process of its own.
    void startedBeside(const QString& name);
    void sideBySideChanged(int runs);
    void heldChanged(bool held);
    /// The queue could not be read or written: a sentence, translated.
    void failed(const QString& text);

private:
    void takeLoaded(const Result<std::vector<QueuedRun>>& loaded, int request);
    void runEnded();
    void startNext();
    QueuedRun takeFirst();
    std::filesystem::path folderOf(const QueuedRun& run) const;
    void save();

    TrainingController& training_;
    SideRuns beside_;
    int cores_ = 1, sideBySide_ = 1;
    QString folder_;
    std::vector<QueuedRun> runs_;
    bool held_ = false;
    bool loaded_ = false;
    int request_ = 0;
    QThreadPool worker_;  ///< one thread
};

}  // namespace sonoglyph
