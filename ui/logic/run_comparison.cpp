#include "ui/logic/run_comparison.h"

#include <algorithm>
#include <system_error>

#include <QLocale>
#include <QMetaObject>

namespace sonoglyph {

namespace {

constexpr int lookEvery = 1000;  // milliseconds

}  // namespace

RunComparison::RunComparison(QObject* parent) : QAbstractListModel(parent)
{
    worker_.setMaxThreadCount(1);
    timer_.setInterval(lookEvery);
    connect(&timer_, &QTimer::timeout, this, &RunComparison::refresh);
}

RunComparison::~RunComparison()
{
    worker_.clear();
    worker_.waitForDone();
}

QString RunComparison::detail(const RunItem& run)
{
    const RunConfig& config = run.entry.config;
    return tr("alpha %1, seed %2, %3, %4")
        .arg(QLocale().toString(config.alpha), QString::number(config.seed), QString::fromStdString(nameOf(config.model)),
             QString::fromStdString(config.data.name));
}

void RunComparison::setRuns(const std::vector<RunItem>& runs, const std::filesystem::path& watched)
{
    watched_ = watched;
    order_.clear();
    std::map<std::filesystem::path, Entry> entries;
    for (const RunItem& run : runs) {
        const auto& folder = run.entry.folder;
        order_.push_back(folder);
        const auto known = entries_.find(folder);
        if (known != entries_.end()) entries[folder] = std::move(known->second);
        entries[folder].run = run;
    }
    entries_ = std::move(entries);
    list();
}

void RunComparison::setFilter(const QString& filter)
{
    if (filter == filter_) return;
    filter_ = filter;
    list();
}

bool RunComparison::matches(const Entry& entry) const
{
    const QString text = entry.run.name() + u' ' + detail(entry.run);
    const QStringList words = filter_.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void RunComparison::list()
{
    std::vector<std::filesystem::path> listed;
    for (const auto& folder : order_) {
        if (folder != watched_ && matches(entries_.at(folder))) listed.push_back(folder);
    }
    if (listed == listed_) {
        if (!listed.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    } else {
        beginResetModel();
        listed_ = std::move(listed);
        endResetModel();
    }
    announce();
}

void RunComparison::announce()
{
    for (const auto& folder : listed_) {
        Entry& entry = entries_.at(folder);
        if (entry.ticked && !entry.metrics) read(entry);
    }
    Q_EMIT chosenChanged();
}

void RunComparison::tickListed(bool on)
{
    for (const auto& folder : listed_) entries_.at(folder).ticked = on;
    if (!listed_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    announce();
}

std::vector<std::filesystem::path> RunComparison::ticked() const
{
    std::vector<std::filesystem::path> runs;
    for (const auto& folder : order_)
        if (entries_.at(folder).ticked) runs.push_back(folder);
    return runs;
}

void RunComparison::tick(const std::vector<std::filesystem::path>& runs)
{
    for (auto& [folder, entry] : entries_) entry.ticked = std::find(runs.begin(), runs.end(), folder) != runs.end();
    if (!listed_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    announce();
}

void RunComparison::setActive(bool active)
{
    if (!active) return timer_.stop();
    timer_.start();
    refresh();
}

void RunComparison::refresh()
{
    for (const auto& folder : listed_) {
        Entry& entry = entries_.at(folder);
        if (entry.ticked) read(entry);
    }
}

void RunComparison::read(Entry& entry)
{
    if (entry.reading) return;
    entry.reading = true;
    worker_.start([this, folder = entry.run.entry.folder, known = entry.metrics ? entry.size : std::uintmax_t(0)] {
        std::error_code ignored;
        const auto found = std::filesystem::file_size(folder / "metrics.csv", ignored);
        const std::uintmax_t size = ignored ? 0 : found;
        std::shared_ptr<const MetricStore> metrics;
        // What cannot be read has no curves; the run list says what is wrong with it.
        if (size != known || known == 0) {
            const auto store = MetricStore::read(folder);
            metrics = std::make_shared<MetricStore>(store ? *store : MetricStore());
        }
        QMetaObject::invokeMethod(
            this,
            [this, folder, metrics, size] {
                const auto entry = entries_.find(folder);
                if (entry == entries_.end()) return;
                entry->second.reading = false;
                if (!metrics) return;
                const bool grown = !entry->second.metrics || size != entry->second.size;
                entry->second.metrics = metrics;
                entry->second.size = size;
                if (grown) Q_EMIT chosenChanged();
            },
            Qt::QueuedConnection);
    });
}

std::vector<ChartedRun> RunComparison::chosen() const
{
    std::vector<ChartedRun> runs;
    int dash = 0;
    for (const auto& folder : listed_) {
        const Entry& entry = entries_.at(folder);
        if (!entry.ticked) continue;
        ++dash;
        if (entry.metrics) runs.push_back({folder, entry.run.name(), entry.run.entry.config, entry.metrics, dash});
    }
    return runs;
}

Qt::CheckState RunComparison::listedState() const
{
    const auto ticked = std::count_if(listed_.begin(), listed_.end(), [&](const auto& folder) { return entries_.at(folder).ticked; });
    return ticked == 0 ? Qt::Unchecked : std::size_t(ticked) == listed_.size() ? Qt::Checked : Qt::PartiallyChecked;
}

int RunComparison::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(listed_.size()); }

QVariant RunComparison::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Entry& entry = entries_.at(listed_[std::size_t(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return entry.run.name();
    case DetailRole:
        return detail(entry.run);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(entry.run.name(), detail(entry.run));
    case Qt::CheckStateRole:
        return entry.ticked ? Qt::Checked : Qt::Unchecked;
    case AlphaRole:
        return entry.run.entry.config.alpha;
    case DashRole: {
        if (!entry.ticked) return -1;
        int dash = 0;
        for (int row = 0; row <= index.row(); ++row) dash += entries_.at(listed_[std::size_t(row)]).ticked;
        return dash;
    }
    default:
        return {};
    }
}

bool RunComparison::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.row() >= rowCount()) return false;
    entries_.at(listed_[std::size_t(index.row())]).ticked = value.toInt() == Qt::Checked;
    // The dashes of those behind it move up or down.
    Q_EMIT dataChanged(this->index(index.row()), this->index(rowCount() - 1));
    announce();
    return true;
}

Qt::ItemFlags RunComparison::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

}  // namespace sonoglyph
