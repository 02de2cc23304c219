// The recordings of a data set as rows: what was found out about each, filtered and sorted. GUI thread only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/session/doubtful_labels.h"
#include "ui/logic/recording_browser.h"

namespace sonoglyph {

struct RecordingFilter {
    int label = -1;                  ///< -1: every one
    QString speaker;                 ///< empty: every one
    std::optional<Problem> problem;  ///< only with this one
    bool anyProblem = false;         ///< only with one or more
    bool doubtful = false;           ///< only those whose label a model doubts

    bool operator==(const RecordingFilter&) const = default;
};

class RecordingTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Label, Speaker, Warnings, Seconds, Peak, Level, Part, ColumnCount };

    explicit RecordingTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Null: no rows. The filter and the order stay.
    void setRecordings(std::shared_ptr<const CheckedRecordings> recordings);
    /// Labels that a model doubts stand among the warnings.
    void setDoubts(const std::vector<DoubtfulLabel>& doubts);
    void setFilter(const RecordingFilter& filter);
    const RecordingFilter& filter() const { return filter_; }
    /// Which recording a row shows, as an index into CheckedRecordings::set.
    int recordingAt(int row) const { return rows_[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(rows_.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    static QString warningsOf(Problems problems);
    /// "read as 3 (97 %)"; empty where nobody doubts.
    QString doubtText(int recording) const;
    static QString partText(SplitPart part);

private:
    bool shows(int recording) const;
    double keyOf(int recording) const;
    void arrange();

    std::shared_ptr<const CheckedRecordings> recordings_;
    std::vector<int> speakerRanks_;       ///< one a recording
    std::map<int, SoundReading> doubts_;  ///< by recording
    std::vector<int> rows_;
    RecordingFilter filter_;
    int column_ = Label;
    Qt::SortOrder order_ = Qt::AscendingOrder;
};

}  // namespace sonoglyph
