#include "ui/logic/run_list.h"

#include <algorithm>

#include <QLocale>
#include <QMetaObject>

#include "core/train/metrics_csv.h"

namespace sonoglyph {

namespace {

RunItem readItem(RunEntry entry)
{
    RunItem item;
    item.entry = std::move(entry);
    if (const auto metrics = readMetricsCsv(item.entry.folder / "metrics.csv")) {
        if (!metrics->steps.empty()) item.step = metrics->steps.back().step;
        if (!metrics->epochs.empty()) item.epoch = metrics->epochs.back();
    }
    const RunConfig& config = item.entry.config;
    const bool complete = item.entry.lastEpoch >= config.epochs || (config.maxSteps > 0 && item.step >= config.maxSteps);
    if (item.entry.running)
        item.state = RunItem::State::Running;
    else if (item.entry.resumable)
        item.state = complete ? RunItem::State::Finished : RunItem::State::Resumable;
    return item;
}

}  // namespace

RunList::RunList(QObject* parent) : QAbstractListModel(parent) { worker_.setMaxThreadCount(1); }

RunList::~RunList() { worker_.waitForDone(); }

void RunList::refresh(const QString& runsFolder)
{
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
    beginResetModel();
    items_ = std::move(items);
    endResetModel();
    loaded_ = true;
    Q_EMIT refreshed();
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
