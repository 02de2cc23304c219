// The runs on disk, newest first, as a list model. Reads the runs folder on a worker thread; GUI thread only otherwise.
//
// While it watches, runs that other programs begin, write and end show by themselves. The order stays as long as the runs do.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QFileSystemWatcher>
#include <QThreadPool>
#include <QTimer>

#include "core/train/metrics.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

/// A run and how far it came.
struct RunItem {
    enum class State {
        Finished,   ///< reached its configured end
        Resumable,  ///< stopped before it, or diverged
        Running,    ///< a program is writing it at this moment
        Empty,      ///< ended before its first checkpoint
    };
    RunEntry entry;
    State state = State::Empty;
    std::int64_t step = 0;              ///< last row of metrics.csv
    std::optional<EpochMetrics> epoch;  ///< the last evaluated one
    QString diverged;                   ///< why it ended early, technical, untranslated; empty: it did not, or it cannot go on
    double learningRate = 0;            ///< of a run that has diverged: what it would go on with

    QString name() const { return QString::fromStdString(entry.folder.filename().string()); }
    bool operator==(const RunItem& other) const;
};

class RunList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole };

    explicit RunList(QObject* parent = nullptr);
    ~RunList() override;

    /// Reads the folder anew; the list changes when that is done. Of several calls the last one counts.
    void refresh(const QString& runsFolder);
    /// Whether to look at the folder of the last refresh() again when something appears in it, and every two seconds.
    void watch(bool on);
    /// refresh() has been answered at least once.
    bool loaded() const { return loaded_; }

    const std::vector<RunItem>& items() const { return items_; }
    /// Null for an index that is not in the list.
    const RunItem* item(const QModelIndex& index) const;
    QModelIndex indexOf(const std::filesystem::path& folder) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the name; DetailRole: one line ("stopped at epoch 12 of 100, 96.1 %"); ToolTipRole: the folder.
    QVariant data(const QModelIndex& index, int role) const override;

    /// What refresh() does on its thread.
    static std::vector<RunItem> read(const std::filesystem::path& runsFolder);

Q_SIGNALS:
    void refreshed();

private:
    void look();
    void take(std::vector<RunItem> items, int request);
    /// False where the runs are not the same ones as before.
    bool update(const std::vector<RunItem>& items);

    QString folder_;
    QFileSystemWatcher watcher_;
    QTimer timer_;
    bool watching_ = false;
    bool looking_ = false;  ///< the worker is at it
    std::vector<RunItem> items_;
    bool loaded_ = false;
    int request_ = 0;
    QThreadPool worker_;
};

}  // namespace sonoglyph
