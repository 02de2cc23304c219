#include "ui/logic/run_table.h"

#include <algorithm>
#include <chrono>

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include "core/train/run_folder.h"
#include "core/train/sweep.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path) { return QString::fromStdString(path.string()); }

std::int64_t bytesIn(const fs::path& folder)
{
    std::int64_t sum = 0;
    std::error_code failed;
    for (auto it = fs::recursive_directory_iterator(folder, failed); !failed && it != fs::recursive_directory_iterator();
         it.increment(failed)) {
        std::error_code gone;
        if (it->is_regular_file(gone))
            if (const auto size = it->file_size(gone); !gone) sum += std::int64_t(size);
    }
    return sum;
}

RunDetails readDetails(const fs::path& folder)
{
    RunDetails details;
    details.bytes = bytesIn(folder);
    if (const fs::path parent = folder.parent_path(); isSweepFolder(parent)) details.sweep = text(parent.filename());
    if (auto notes = readRunNotes(folder)) details.notes = std::move(*notes);
    const auto run = RunFolder::openForReading(folder);
    if (!run) return details;
    if (const auto best = run->best(); best)
        if (const auto progress = run->progressAt(*best); progress) details.bestAccuracy = progress->accuracy;
    return details;
}

QDateTime dateOf(fs::file_time_type time)
{
    const auto age = fs::file_time_type::clock::now() - time;
    return QDateTime::currentDateTime().addMSecs(-std::chrono::duration_cast<std::chrono::milliseconds>(age).count());
}

QString percent(double share) { return RunTable::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

QString stateText(RunItem::State state)
{
    switch (state) {
    case RunItem::State::Finished:
        return RunTable::tr("finished");
    case RunItem::State::Resumable:
        return RunTable::tr("stopped");
    case RunItem::State::Running:
        return RunTable::tr("running");
    case RunItem::State::Empty:
        return RunTable::tr("no checkpoint");
    }
    return {};
}

QString tagsText(const RunNotes& notes)
{
    QStringList tags;
    for (const std::string& tag : notes.tags) tags << QString::fromStdString(tag);
    return tags.join(QStringLiteral(", "));
}

std::vector<std::string> tagsIn(const QString& typed)
{
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    QStringList words = typed.split(between, Qt::SkipEmptyParts);
    words.removeDuplicates();
    std::vector<std::string> tags;
    for (const QString& word : words) tags.push_back(word.toStdString());
    return tags;
}

}  // namespace

RunTable::RunTable(RunList& list, QObject* parent) : QAbstractItemModel(parent), list_(list)
{
    worker_.setMaxThreadCount(1);
    connect(&list_, &RunList::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&list_, &RunList::modelReset, this, [this] {
        rows_ = grouped();
        endResetModel();
        readDetails(0, list_.items().size());
    });
    connect(&list_, &RunList::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        tellChanged(0, ColumnCount - 1);
        readDetails(std::size_t(first.row()), std::size_t(last.row()) + 1);
    });
    rows_ = grouped();
    readDetails(0, list_.items().size());
}

RunTable::~RunTable() { worker_.waitForDone(); }

void RunTable::readDetails(std::size_t first, std::size_t last)
{
    std::vector<fs::path> folders;
    for (std::size_t run = first; run < last; ++run) folders.push_back(item(run).entry.folder);
    if (folders.empty()) return;
    worker_.start([this, folders = std::move(folders)] {
        QHash<QString, RunDetails> read;
        for (const fs::path& folder : folders) read.insert(text(folder), sonoglyph::readDetails(folder));
        QMetaObject::invokeMethod(
            this,
            [this, read] {
                details_.insert(read);
                arrange();
                tellChanged(Sweep, ColumnCount - 1);
            },
            Qt::QueuedConnection);
    });
}

std::vector<RunTable::Row> RunTable::grouped() const
{
    std::vector<Row> rows;
    QHash<QString, std::size_t> headings;  // by the sweep's folder: two sweeps may have one name
    for (std::size_t run = 0; run < list_.items().size(); ++run) {
        const QString sweep = grouped_ ? details(run).sweep : QString();
        if (sweep.isEmpty()) {
            rows.push_back({run, {}, {}});
            continue;
        }
        const QString folder = text(item(run).entry.folder.parent_path());
        if (!headings.contains(folder)) {
            headings.insert(folder, rows.size());
            rows.push_back({0, sweep, {}});
        }
        rows[headings[folder]].below.push_back(run);
    }
    return rows;
}

/// Headings come and go with what is read of the runs.
void RunTable::arrange()
{
    std::vector<Row> rows = grouped();
    const auto same = [](const Row& a, const Row& b) { return a.run == b.run && a.sweep == b.sweep && a.below == b.below; };
    if (std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), same)) return;
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void RunTable::setGrouped(bool grouped)
{
    grouped_ = grouped;
    arrange();
}

void RunTable::tellChanged(int firstColumn, int lastColumn, const QList<int>& roles)
{
    if (rows_.empty()) return;
    Q_EMIT dataChanged(index(0, firstColumn), index(int(rows_.size()) - 1, lastColumn), roles);
    for (int row = 0; row < int(rows_.size()); ++row)
        if (const QModelIndex heading = index(row, 0); rowCount(heading) > 0)
            Q_EMIT dataChanged(index(0, firstColumn, heading), index(rowCount(heading) - 1, lastColumn, heading), roles);
}

void RunTable::setTicked(const QStringList& folders)
{
    ticked_ = QSet<QString>(folders.begin(), folders.end());
    tellChanged(Name, Name, {Qt::CheckStateRole});
}

const RunTable::Row* RunTable::heading(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() != 0) return nullptr;
    const Row& row = rows_[std::size_t(index.row())];
    return row.below.empty() ? nullptr : &row;
}

std::size_t RunTable::runAt(const QModelIndex& index) const
{
    if (index.internalId() == 0) return rows_[std::size_t(index.row())].run;
    return rows_[index.internalId() - 1].below[std::size_t(index.row())];
}

QString RunTable::folder(const QModelIndex& index) const { return heading(index) ? QString() : text(item(runAt(index)).entry.folder); }

bool RunTable::running(const QModelIndex& index) const { return !heading(index) && item(runAt(index)).state == RunItem::State::Running; }

const RunDetails& RunTable::details(std::size_t run) const
{
    static const RunDetails none;
    const auto known = details_.constFind(text(item(run).entry.folder));
    return known == details_.constEnd() ? none : *known;
}

/// The id of an inner row is its heading's row and one; of an outer row 0.
QModelIndex RunTable::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0) : QModelIndex();
}

QModelIndex RunTable::parent(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(int(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int RunTable::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) return int(rows_.size());
    const Row* row = parent.column() == 0 ? heading(parent) : nullptr;
    return row ? int(row->below.size()) : 0;
}

int RunTable::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Run"),       tr("Sweep"),  tr("Model"),   tr("Alpha"),    tr("Data set"),
                             tr("Seed"),      tr("Epochs"), tr("State"),   tr("Accuracy"), tr("Best"),
                             tr("Diversity"), tr("Size"),   tr("Changed"), tr("Tags"),     tr("Note")};
    return section < ColumnCount ? names[section] : QString();
}

QVariant RunTable::display(std::size_t at, int column) const
{
    const RunItem& run = item(at);
    const RunDetails& more = details(at);
    const QLocale locale;
    const RunConfig& config = run.entry.config;
    switch (column) {
    case Name:
        return run.name();
    case Sweep:
        return more.sweep;
    case Model:
        return QString::fromStdString(nameOf(config.model));
    case Alpha:
        return locale.toString(config.alpha, 'g', 4);
    case Data:
        return QString::fromStdString(config.data.name);
    case Seed:
        return QString::number(config.seed);
    case Epochs:
        return tr("%1 of %2").arg(run.entry.lastEpoch).arg(config.epochs);
    case State:
        return stateText(run.state);
    case Accuracy:
        return run.epoch ? percent(run.epoch->accuracy) : QString();
    case Best:
        return more.bestAccuracy > 0 ? percent(more.bestAccuracy) : QString();
    case Diversity:
        return run.epoch && run.epoch->diversity ? locale.toString(*run.epoch->diversity, 'f', 4) : QString();
    case Size:
        return more.bytes > 0 ? locale.formattedDataSize(more.bytes, 1, QLocale::DataSizeSIFormat) : QString();
    case Changed:
        return locale.toString(dateOf(run.entry.changed), QLocale::ShortFormat);
    case Tags:
        return tagsText(more.notes);
    case Note:
        return QString::fromStdString(more.notes.note);
    default:
        return {};
    }
}

QVariant RunTable::sortValue(std::size_t at, int column) const
{
    const RunItem& run = item(at);
    const RunDetails& more = details(at);
    switch (column) {
    case Alpha:
        return run.entry.config.alpha;
    case Seed:
        return qulonglong(run.entry.config.seed);
    case Epochs:
        return run.entry.lastEpoch;
    case Accuracy:
        return run.epoch ? run.epoch->accuracy : -1.0;
    case Best:
        return more.bestAccuracy;
    case Diversity:
        return run.epoch && run.epoch->diversity ? *run.epoch->diversity : -1.0;
    case Size:
        return qlonglong(more.bytes);
    case Changed:
        return qlonglong(run.entry.changed.time_since_epoch().count());
    default:
        return display(at, column);
    }
}

QVariant RunTable::headingDisplay(const Row& heading, int column) const
{
    const auto sum = [&](auto value) {
        std::int64_t all = 0;
        for (const std::size_t run : heading.below) all += value(run);
        return all;
    };
    switch (column) {
    case Name:
        return heading.sweep;
    case Sweep:
        return tr("%n run(s)", nullptr, int(heading.below.size()));
    case Best: {
        const double best = headingData(heading, Best, SortRole).toDouble();
        return best > 0 ? percent(best) : QString();
    }
    case Size:
        return QLocale().formattedDataSize(sum([this](std::size_t run) { return details(run).bytes; }), 1, QLocale::DataSizeSIFormat);
    case State: {
        const auto running = sum([this](std::size_t run) { return item(run).state == RunItem::State::Running ? 1 : 0; });
        return running > 0 ? tr("%n running", nullptr, int(running)) : QString();
    }
    default:
        return {};
    }
}

QVariant RunTable::headingData(const Row& heading, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return headingDisplay(heading, column);
    case Qt::ToolTipRole:
        return text(item(heading.below.front()).entry.folder.parent_path());
    case SortRole: {
        if (column == Name || column == Sweep) return heading.sweep;
        QVariant largest;
        for (const std::size_t run : heading.below) {
            const QVariant value = sortValue(run, column);
            if (!largest.isValid() || QVariant::compare(largest, value) == QPartialOrdering::Less) largest = value;
        }
        return largest;
    }
    default:
        return {};
    }
}

QVariant RunTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        const bool number = (column >= Accuracy && column <= Size) || column == Alpha;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (const Row* row = heading(index)) return headingData(*row, column, role);
    const std::size_t run = runAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(run, column);
    case Qt::EditRole:
        return column == Tags || column == Note ? display(run, column) : QVariant();
    case Qt::ToolTipRole:
        return column == Note ? QString::fromStdString(details(run).notes.note) : folder(index);
    case Qt::CheckStateRole:
        return column == Name ? QVariant(ticked_.contains(folder(index)) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case SortRole:
        return sortValue(run, column);
    case FolderRole:
        return folder(index);
    case SearchRole: {
        QStringList all;
        for (const int searched : {Name, Sweep, Model, Data, State, Tags, Note}) all << display(run, searched).toString();
        return all.join(u'\n');
    }
    default:
        return {};
    }
}

bool RunTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || heading(index)) return false;
    const QString run = folder(index);
    if (role == Qt::CheckStateRole && index.column() == Name) {
        Q_EMIT tickWanted(run, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || (index.column() != Tags && index.column() != Note)) return false;
    RunNotes& notes = details_[run].notes;
    const RunNotes before = notes;
    if (index.column() == Tags)
        notes.tags = tagsIn(value.toString());
    else
        notes.note = value.toString().trimmed().toStdString();
    if (notes == before) return true;
    Q_EMIT dataChanged(index, index);
    worker_.start([this, run, notes] {
        if (const auto written = writeRunNotes(run.toStdString(), notes); !written)
            QMetaObject::invokeMethod(
                this, [this, error = toText(written.error())] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    });
    return true;
}

Qt::ItemFlags RunTable::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    if (heading(index)) return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name) flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Tags || index.column() == Note) flags |= Qt::ItemIsEditable;
    return flags;
}

RunTableView::RunTableView(RunTable& table, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RunTable::SortRole);
    setSourceModel(&table);
    setDynamicSortFilter(true);
    setRecursiveFilteringEnabled(true);  // headings have nothing to be found by: they stay above what is
}

void RunTableView::setTyped(const QString& typed)
{
    words_ = typed.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

int RunTableView::runCount() const
{
    int runs = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const int below = rowCount(index(row, 0));
        runs += below > 0 ? below : 1;
    }
    return runs;
}

bool RunTableView::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (words_.isEmpty()) return true;
    const QString all = sourceModel()->index(row, 0, parent).data(RunTable::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace sonoglyph
