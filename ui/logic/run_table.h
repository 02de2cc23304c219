// All runs as a table with what one compares them by: recipe, best and last values, size on disk, tags and a note. Grouped, the runs of a
// sweep stand below a heading of theirs. GUI thread only; files are read on a worker thread.
#pragma once

#include <filesystem>
#include <vector>

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QThreadPool>

#include "core/train/run_notes.h"
#include "ui/logic/run_list.h"

namespace sonoglyph {

/// What a run's folder tells beside RunItem.
struct RunDetails {
    QString sweep;            ///< that it belongs to; empty: none
    double bestAccuracy = 0;  ///< 0: not measured
    std::int64_t bytes = 0;   ///< on disk
    RunNotes notes;
};

class RunTable : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Sweep, Model, Alpha, Data, Seed, Epochs, State, Accuracy, Best, Diversity, Size, Changed, Tags, Note, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,  ///< numbers as numbers; of a heading the largest of its runs
        FolderRole,               ///< QString; empty for a heading
        SearchRole,               ///< what a filter looks in
    };

    /// The list must outlive the table.
    explicit RunTable(RunList& list, QObject* parent = nullptr);
    ~RunTable() override;

    /// Runs whose box is ticked, by their folders: the columns of the alpha wall.
    void setTicked(const QStringList& folders);
    /// Headings above the runs of each sweep; runs without one stand beside the headings.
    void setGrouped(bool grouped);
    /// Empty for a heading.
    QString folder(const QModelIndex& index) const;
    bool running(const QModelIndex& index) const;
    int runCount() const { return list_.rowCount(); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Tags (separated by commas or spaces), the note, and the tick.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Comes back when everything is on the disk; tests use it.
    void waitForDisk() { worker_.waitForDone(); }

Q_SIGNALS:
    void tickWanted(const QString& folder, bool ticked);
    /// Notes could not be written: a sentence, translated.
    void failed(const QString& text);

private:
    /// A row of the outer level: a run, or a sweep with its runs. Runs are places in the list.
    struct Row {
        std::size_t run = 0;
        QString sweep;                   ///< of a heading
        std::vector<std::size_t> below;  ///< of a heading
    };
    const RunItem& item(std::size_t run) const { return list_.items()[run]; }
    const RunDetails& details(std::size_t run) const;
    /// Null for a run.
    const Row* heading(const QModelIndex& index) const;
    std::size_t runAt(const QModelIndex& index) const;
    QVariant display(std::size_t run, int column) const;
    QVariant sortValue(std::size_t run, int column) const;
    QVariant headingDisplay(const Row& heading, int column) const;
    QVariant headingData(const Row& heading, int column, int role) const;
    std::vector<Row> grouped() const;
    void arrange();
    void tellChanged(int firstColumn, int lastColumn, const QList<int>& roles = {});
    void readDetails(std::size_t first, std::size_t last);

    RunList& list_;
    QHash<QString, RunDetails> details_;
    QSet<QString> ticked_;
    bool grouped_ = false;
    std::vector<Row> rows_;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

/// Rows that hold every typed word, with the headings above them, sorted by any column.
class RunTableView : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunTableView(RunTable& table, QObject* parent = nullptr);
    void setTyped(const QString& text);
    /// Without headings.
    int runCount() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
};

}  // namespace sonoglyph
