#include "ui/logic/run_queue.h"

#include <algorithm>

#include <QDir>
#include <QLocale>
#include <QMimeData>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "ui/logic/text.h"
#include "ui/logic/training_controller.h"

namespace sonoglyph {

using nlohmann::json;

namespace {

constexpr int format = 1;
const auto rowType = QStringLiteral("application/x-sonoglyph-queued-run");

std::filesystem::path fileIn(const QString& folder) { return std::filesystem::path(folder.toStdString()) / "queue.json"; }

Error damaged(const std::filesystem::path& file, const std::string& why)
{
    return {Errc::Corrupt, {SONOGLYPH_TEXT("core", "The queue %1 is damaged and is left out. Delete the file."), {file.string()}}, why};
}

/// No file: an empty queue.
Result<std::vector<QueuedRun>> read(const std::filesystem::path& file)
{
    std::vector<QueuedRun> runs;
    const auto text = readTextFile(file, 64 << 20);
    if (!text && text.error().code == Errc::NotFound) return runs;
    if (!text) return text.error();
    try {
        const json object = json::parse(*text);
        if (object.at("format").get<int>() > format) return damaged(file, "a newer format");
        for (const json& run : object.at("runs")) {
            auto config = runConfigFromJson(run.at("config"));
            if (!config) return damaged(file, english(config.error()));
            runs.push_back({QString::fromStdString(run.at("name").get<std::string>()), std::move(*config)});
        }
        return runs;
    } catch (const json::exception& fault) {
        return damaged(file, fault.what());
    }
}

/// An empty queue needs no file.
Result<void> write(const std::filesystem::path& file, const std::vector<QueuedRun>& runs)
{
    std::error_code ignored;
    if (runs.empty()) {
        std::filesystem::remove(file, ignored);
        return {};
    }
    json list = json::array();
    for (const QueuedRun& run : runs) list.push_back({{"name", run.name.toStdString()}, {"config", toJson(run.config)}});
    if (auto made = makeFolder(file.parent_path()); !made) return made;
    return replaceFile(file, json{{"format", format}, {"runs", std::move(list)}}.dump(2) + "\n");
}

}  // namespace

RunQueue::RunQueue(TrainingController& training, int cores, const std::filesystem::path& program, QObject* parent)
    : QAbstractListModel(parent), training_(training), beside_(program), cores_(std::max(1, cores))
{
    connect(&beside_, &SideRuns::ended, this, &RunQueue::startNext);
    worker_.setMaxThreadCount(1);
    connect(&training_, &TrainingController::stateChanged, this, &RunQueue::runEnded);
}

RunQueue::~RunQueue() { worker_.waitForDone(); }

void RunQueue::setFolder(const QString& runsFolder)
{
    if (runsFolder == folder_) return;
    folder_ = runsFolder;
    loaded_ = false;
    beginResetModel();
    runs_.clear();
    endResetModel();
    worker_.start([this, file = fileIn(folder_), request = ++request_] {
        const auto loaded = read(file);
        QMetaObject::invokeMethod(
            this, [this, loaded, request] { takeLoaded(loaded, request); }, Qt::QueuedConnection);
    });
}

void RunQueue::takeLoaded(const Result<std::vector<QueuedRun>>& loaded, int request)
{
    if (request != request_) return;
    loaded_ = true;
    if (!loaded) Q_EMIT failed(toText(loaded.error()));
    if (loaded && !loaded->empty()) {
        setHeld(true);
        beginInsertRows({}, 0, int(loaded->size()) - 1);
        runs_.insert(runs_.begin(), loaded->begin(), loaded->end());
        endInsertRows();
    }
    if (!runs_.empty() && (!loaded || runs_.size() != loaded->size())) save();  // some were added meanwhile
    startNext();
}

QStringList RunQueue::names() const
{
    QStringList names;
    for (const QueuedRun& run : runs_) names << run.name;
    return names;
}

void RunQueue::add(const std::vector<QueuedRun>& runs)
{
    if (runs.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + int(runs.size()) - 1);
    runs_.insert(runs_.end(), runs.begin(), runs.end());
    endInsertRows();
    save();
    startNext();
}

void RunQueue::remove(int row)
{
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    runs_.erase(runs_.begin() + row);
    endRemoveRows();
    if (runs_.empty()) setHeld(false);
    save();
}

void RunQueue::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= rowCount() || to >= rowCount()) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto begin = runs_.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
    save();
}

void RunQueue::setHeld(bool held)
{
    if (held == held_) return;
    held_ = held;
    Q_EMIT heldChanged(held_);
    startNext();
}

void RunQueue::runEnded()
{
    if (training_.active() || training_.state() == TrainingController::State::Idle) return;
    const auto& summary = training_.summary();
    if (summary && summary->stopped && !runs_.empty()) setHeld(true);
    // Whoever else hears of the end hears of it first.
    QMetaObject::invokeMethod(this, &RunQueue::startNext, Qt::QueuedConnection);
}

void RunQueue::setSideBySide(int runs)
{
    runs = std::clamp(runs, 1, cores_);
    if (std::exchange(sideBySide_, runs) == runs) return;
    Q_EMIT sideBySideChanged(runs);
    startNext();
}

void RunQueue::stopBeside(const std::filesystem::path& run)
{
    if (!runs_.empty()) setHeld(true);
    beside_.stop(run);
}

QueuedRun RunQueue::takeFirst()
{
    QueuedRun run = runs_.front();
    if (sideBySide_ > 1) run.config.threads = std::max(1, cores_ / sideBySide_);
    remove(0);
    return run;
}

std::filesystem::path RunQueue::folderOf(const QueuedRun& run) const { return fileIn(folder_).parent_path() / run.name.toStdString(); }

void RunQueue::startNext()
{
    const auto waits = [this] { return !held_ && loaded_ && !runs_.empty(); };
    if (waits() && !training_.active()) {
        const QueuedRun run = takeFirst();
        training_.start(run.config, folderOf(run));
        Q_EMIT started(run.name);
    }
    while (waits() && training_.active() && beside_.count() + 1 < sideBySide_) {
        const QueuedRun run = takeFirst();
        beside_.start(run.config, folderOf(run));
        Q_EMIT startedBeside(run.name);
    }
}

void RunQueue::save()
{
    if (folder_.isEmpty() || !loaded_) return;
    worker_.start([this, file = fileIn(folder_), runs = runs_] {
        if (const auto written = write(file, runs); !written)
            QMetaObject::invokeMethod(
                this, [this, error = written.error()] { Q_EMIT failed(toText(error)); }, Qt::QueuedConnection);
    });
}

int RunQueue::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(runs_.size()); }

QVariant RunQueue::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const QueuedRun& run = runs_[std::size_t(index.row())];
    const RunConfig& config = run.config;
    const auto detail = [&] {
        return tr("%1, %2, alpha %3, seed %4")
            .arg(QString::fromStdString(nameOf(config.model)).toUpper(), QString::fromStdString(config.data.name),
                 QLocale().toString(config.alpha), QString::number(config.seed));
    };
    switch (role) {
    case Qt::DisplayRole:
        return run.name;
    case DetailRole:
        return detail();
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(run.name, detail());
    case Qt::ToolTipRole:
        return tr("Waits for its turn. Minimised: %1").arg(QString::fromStdString(objectiveOf(config)));
    default:
        return {};
    }
}

Qt::ItemFlags RunQueue::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::ItemIsDropEnabled;  // between rows, not onto them
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList RunQueue::mimeTypes() const { return {rowType}; }

QMimeData* RunQueue::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    data->setData(rowType, QByteArray::number(indexes.isEmpty() ? -1 : indexes.front().row()));
    return data;
}

bool RunQueue::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(rowType) || parent.isValid()) return false;
    const int from = data->data(rowType).toInt(), before = row < 0 ? rowCount() : row;
    move(from, before > from ? before - 1 : before);
    return false;  // moved here: the view has nothing to remove
}

}  // namespace sonoglyph
