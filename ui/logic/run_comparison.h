// Which runs on disk are laid beside the one that is watched: a list with ticks and a filter, and the numbers of those that are ticked.
//
// GUI thread only; files are read on a worker thread. Runs that are still growing are read again while the list is active.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include <QAbstractListModel>
#include <QThreadPool>
#include <QTimer>

#include "ui/logic/metric_store.h"
#include "ui/logic/run_list.h"

namespace sonoglyph {

/// A run as curves need it.
struct ChartedRun {
    std::filesystem::path folder;
    QString name;
    RunConfig config;
    std::shared_ptr<const MetricStore> metrics;
    int dash = 0;  ///< which of seriesDash() it is drawn with; 0, solid: the one that is watched
};

class RunComparison : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, AlphaRole, DashRole };  ///< DashRole: -1 where it is not drawn

    explicit RunComparison(QObject* parent = nullptr);
    ~RunComparison() override;

    /// Ticks stay with their runs. The watched one is not in the list.
    void setRuns(const std::vector<RunItem>& runs, const std::filesystem::path& watched);
    /// Only runs are listed, and drawn, that have all of its words in their name or their facts.
    void setFilter(const QString& filter);
    /// Ticks all that are listed, or none of them.
    void tickListed(bool on);
    /// Those that are ticked, whether listed or not.
    std::vector<std::filesystem::path> ticked() const;
    /// Ticks these of the runs that are there, and no other.
    void tick(const std::vector<std::filesystem::path>& runs);
    /// Growing runs are read again every second.
    void setActive(bool active);

    /// Those that are ticked, listed and read, in the order of the list.
    std::vector<ChartedRun> chosen() const;
    Qt::CheckState listedState() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Reads what has grown; the timer calls it, tests may.
    void refresh();

Q_SIGNALS:
    void chosenChanged();

private:
    struct Entry {
        RunItem run;
        bool ticked = false;
        std::shared_ptr<const MetricStore> metrics;  // null: not read yet
        std::uintmax_t size = 0;                     // of the file that was read
        bool reading = false;
    };

    static QString detail(const RunItem& run);
    bool matches(const Entry& entry) const;
    void list();
    void read(Entry& entry);
    void announce();

    std::map<std::filesystem::path, Entry> entries_;
    std::vector<std::filesystem::path> order_, listed_;
    std::filesystem::path watched_;
    QString filter_;
    QTimer timer_;
    QThreadPool worker_;
};

}  // namespace sonoglyph
