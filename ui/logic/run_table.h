// All runs as a table with what one compares them by: recipe, best and last values, size on disk, tags and a note. GUI thread only; files
// are read on a worker thread.
#pragma once

#include <filesystem>
#include <vector>

#include <QAbstractTableModel>
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

class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Sweep, Model, Alpha, Data, Seed, Epochs, State, Accuracy, Best, Diversity, Size, Changed, Tags, Note, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,  ///< numbers as numbers
        FolderRole,               ///< QString
        SearchRole,               ///< what a filter looks in
    };

    /// The list must outlive the table.
    explicit RunTable(RunList& list, QObject* parent = nullptr);
    ~RunTable() override;

    /// Runs whose box is ticked, by their folders: the columns of the alpha wall.
    void setTicked(const QStringList& folders);
    QString folder(int row) const;
    bool running(int row) const;

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
    const RunItem& item(int row) const { return list_.items()[std::size_t(row)]; }
    RunDetails details(int row) const;
    QVariant display(const RunItem& run, const RunDetails& details, int column) const;
    QVariant sortValue(const RunItem& run, const RunDetails& details, int column) const;
    void readDetails();

    RunList& list_;
    QHash<QString, RunDetails> details_;
    QSet<QString> ticked_;
    int request_ = 0;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

/// Rows that hold every typed word, sorted by any column, by sweep first where asked.
class RunTableView : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunTableView(RunTable& table, QObject* parent = nullptr);
    void setTyped(const QString& text);
    void setGrouped(bool grouped);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList words_;
    bool grouped_ = false;
};

}  // namespace sonoglyph
