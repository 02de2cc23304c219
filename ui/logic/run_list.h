// The runs on disk, newest first, as a list model. Reads the runs folder on a worker thread; GUI thread only otherwise.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QDateTime>
#include <QThreadPool>

#include "core/train/run_config.h"

namespace sonoglyph {

struct RunEntry {
    enum class State {
        Finished,   ///< reached its configured end
        Resumable,  ///< stopped before its end, has a checkpoint
        Unstarted,  ///< no checkpoint was written
        Broken,     ///< config.json cannot be read: trouble
    };
    QString name;  ///< of the folder
    std::filesystem::path folder;
    State state = State::Unstarted;
    RunConfig config;
    int epoch = 0;             ///< of the last row of metrics.csv
    std::int64_t step = 0;
    double accuracy = 0;       ///< of the last evaluated epoch; meaningless where epochs is 0
    int epochs = 0;            ///< evaluated
    bool hasModel = false;     ///< a checkpoint that can be heard with
    QDateTime changed;
    QString trouble;
};

class RunList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FolderRole = Qt::UserRole, StateRole, DetailRole };

    explicit RunList(QObject* parent = nullptr);
    ~RunList() override;

    /// Reads the folder anew; the list changes when that is done. Of several calls the last one counts.
    void refresh(const QString& runsFolder);
    /// refresh() has been answered at least once.
    bool loaded() const { return loaded_; }

    const std::vector<RunEntry>& entries() const { return entries_; }
    const RunEntry* entry(const QModelIndex& index) const;
    QModelIndex indexOf(const std::filesystem::path& folder) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the name; DetailRole: one line ("AIVAE, fsdd, alpha 1: epoch 12 of 100, 96.1 %"); ToolTipRole: the folder or the trouble.
    QVariant data(const QModelIndex& index, int role) const override;

    /// One run, or absent where `folder` is no run. Reads files: call it on a worker thread.
    static std::optional<RunEntry> read(const std::filesystem::path& folder);

Q_SIGNALS:
    void refreshed();

private:
    void take(std::vector<RunEntry> entries, int request);

    std::vector<RunEntry> entries_;
    bool loaded_ = false;
    int request_ = 0;
    QThreadPool worker_;
};

}  // namespace sonoglyph
