#include "ui/logic/run_list.h"

#include <algorithm>

#include <QFileInfo>
#include <QLocale>
#include <QMetaObject>

#include "core/train/metrics_tail.h"
#include "core/train/rate_change.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::seconds lookEvery{2};

RunItem readItem(RunEntry entry)
{
    RunItem item;
    item.entry = std::move(entry);
    LastMetrics last = readLastMetrics(item.entry.folder / "metrics.csv");
    if (last.step) item.step = last.step->step;
    item.epoch = std::move(last.epoch);
    const RunConfig& config = item.entry.config;
    const bool complete = item.entry.lastEpoch >= config.epochs || (config.maxSteps > 0 && item.step >= config.maxSteps);
    if (item.entry.running)
        item.state = RunItem::State::Running;
    else if (item.entry.resumable)
        item.state = complete ? RunItem::State::Finished : RunItem::State::Resumable;
    if (item.state == RunItem::State::Resumable) {
        const auto run = RunFolder::openForReading(item.entry.folder);
        const auto why = run ? run->diverged() : std::nullopt;
        const auto rate = why ? learningRateOf(item.entry.folder) : Result<double>(0.0);
        if (why && rate) {
            item.diverged = QString::fromStdString(*why);
            item.learningRate = *rate;
        }
    }
    return item;
}

}  // namespace

bool RunItem::operator==(const RunItem& other) const
{
    const auto epochOf = [](const RunItem& item) { return item.epoch ? item.epoch->step : 0; };
    return entry.folder == other.entry.folder && entry.config == other.entry.config && entry.resumable == other.entry.resumable &&
           state == other.state && diverged == other.diverged && learningRate == other.learningRate && step == other.step &&
           epochOf(*this) == epochOf(other);
}

RunList::RunList(QObject* parent) : QAbstractListModel(parent)
{
    worker_.setMaxThreadCount(1);
    timer_.setInterval(lookEvery);
    connect(&timer_, &QTimer::timeout, this, &RunList::look);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &RunList::look);
}

RunList::~RunList() { worker_.waitForDone(); }

void RunList::watch(bool on)
{
    if (on == watching_) return;
    watching_ = on;
    on ? timer_.start() : timer_.stop();
    if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
    look();
}

void RunList::look()
{
    if (watching_ && !looking_ && !folder_.isEmpty()) refresh(folder_);
}

void RunList::refresh(const QString& runsFolder)
{
    if (runsFolder != folder_ && !watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
    folder_ = runsFolder;
    // A folder that is not there yet is found by the timer.
    if (watching_ && watcher_.directories().isEmpty() && QFileInfo::exists(folder_)) watcher_.addPath(folder_);
    looking_ = true;
    worker_.clear();
    worker_.start([this, folder = std::filesystem::path(runsFolder.toStdString()), request = ++request_] {
        auto items = read(folder);
        QMetaObject::invokeMethod(
            this, [this, items = std::move(items), request] { take(items, request); }, Qt::QueuedConnection);
    });
}

std::vector<RunItem> RunList::read(const std::filesystem::path& runsFolder)
{
    std::vector<RunItem> items;
    for (RunEntry& entry : findRuns(runsFolder)) items.push_back(readItem(std::move(entry)));
    return items;
}

void RunList::take(std::vector<RunItem> items, int request)
{
    if (request != request_) return;
    looking_ = false;
    if (!update(items)) {
        beginResetModel();
        items_ = std::move(items);
        endResetModel();
    }
    loaded_ = true;
    Q_EMIT refreshed();
}

bool RunList::update(const std::vector<RunItem>& items)
{
    if (items.size() != items_.size()) return false;
    std::vector<int> rows;
    for (const RunItem& item : items) {
        const QModelIndex known = indexOf(item.entry.folder);
        if (!known.isValid()) return false;
        rows.push_back(known.row());
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        RunItem& known = items_[std::size_t(rows[i])];
        const bool same = known == items[i];
        known = items[i];
        if (!same) Q_EMIT dataChanged(index(rows[i]), index(rows[i]));
    }
    return true;
}

const RunItem* RunList::item(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &items_[std::size_t(index.row())] : nullptr;
}

QModelIndex RunList::indexOf(const std::filesystem::path& folder) const
{
    const auto found = std::ranges::find_if(items_, [&](const RunItem& item) { return item.entry.folder == folder; });
    return found == items_.end() ? QModelIndex() : index(int(found - items_.begin()));
}

int RunList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(items_.size()); }

QVariant RunList::data(const QModelIndex& index, int role) const
{
    const RunItem* run = item(index);
    if (!run) return {};
    switch (role) {
    case Qt::DisplayRole:
        return run->name();
    case Qt::ToolTipRole:
        return QString::fromStdString(run->entry.folder.string());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(run->name(), data(index, DetailRole).toString());
    case DetailRole:
        break;
    default:
        return {};
    }
    const QLocale locale;
    QString text;
    switch (run->state) {
    case RunItem::State::Finished:
        text = tr("finished, %n step(s)", nullptr, int(run->step));
        break;
    case RunItem::State::Resumable:
        text = tr("stopped at step %1").arg(locale.toString(qlonglong(run->step)));
        break;
    case RunItem::State::Running:
        text = tr("running");
        break;
    case RunItem::State::Empty:
        text = tr("no checkpoint");
        break;
    }
    if (run->epoch) text = tr("%1, accuracy %2 %").arg(text, locale.toString(run->epoch->accuracy * 100, 'f', 1));
    return text;
}

}  // namespace sonoglyph
