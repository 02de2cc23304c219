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

RunTable::RunTable(RunList& list, QObject* parent) : QAbstractTableModel(parent), list_(list)
{
    worker_.setMaxThreadCount(1);
    connect(&list_, &RunList::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&list_, &RunList::modelReset, this, [this] {
        endResetModel();
        readDetails();
    });
    connect(&list_, &RunList::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        Q_EMIT dataChanged(index(first.row(), 0), index(last.row(), ColumnCount - 1));
        readDetails();
    });
    readDetails();
}

RunTable::~RunTable() { worker_.waitForDone(); }

void RunTable::readDetails()
{
    std::vector<fs::path> folders;
    for (const RunItem& run : list_.items()) folders.push_back(run.entry.folder);
    if (folders.empty()) return;
    worker_.start([this, folders = std::move(folders), request = ++request_] {
        QHash<QString, RunDetails> read;
        for (const fs::path& folder : folders) read.insert(text(folder), sonoglyph::readDetails(folder));
        QMetaObject::invokeMethod(
            this,
            [this, read, request] {
                if (request != request_) return;
                details_ = read;
                if (rowCount() > 0) Q_EMIT dataChanged(index(0, Sweep), index(rowCount() - 1, ColumnCount - 1));
            },
            Qt::QueuedConnection);
    });
}

void RunTable::setTicked(const QStringList& folders)
{
    ticked_ = QSet<QString>(folders.begin(), folders.end());
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
}

QString RunTable::folder(int row) const { return text(item(row).entry.folder); }

bool RunTable::running(int row) const { return item(row).state == RunItem::State::Running; }

RunDetails RunTable::details(int row) const { return details_.value(folder(row)); }

int RunTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : list_.rowCount(); }

int RunTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Run"),       tr("Sweep"),  tr("Model"),   tr("Alpha"),    tr("Data set"),
                             tr("Seed"),      tr("Epochs"), tr("State"),   tr("Accuracy"), tr("Best"),
                             tr("Diversity"), tr("Size"),   tr("Changed"), tr("Tags"),     tr("Note")};
    return section < ColumnCount ? names[section] : QString();
}

QVariant RunTable::display(const RunItem& run, const RunDetails& more, int column) const
{
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

QVariant RunTable::sortValue(const RunItem& run, const RunDetails& more, int column) const
{
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
        return dateOf(run.entry.changed);
    default:
        return display(run, more, column);
    }
}

QVariant RunTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const RunItem& run = item(index.row());
    const RunDetails more = details(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(run, more, index.column());
    case Qt::EditRole:
        return index.column() == Tags || index.column() == Note ? display(run, more, index.column()) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Note ? QString::fromStdString(more.notes.note) : folder(index.row());
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(ticked_.contains(folder(index.row())) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() >= Accuracy && index.column() <= Size;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (number || index.column() == Alpha ? Qt::AlignRight : Qt::AlignLeft)));
    }
    case SortRole:
        return sortValue(run, more, index.column());
    case FolderRole:
        return folder(index.row());
    case SearchRole: {
        QStringList all;
        for (const int column : {Name, Sweep, Model, Data, State, Tags, Note}) all << display(run, more, column).toString();
        return all.join(u'\n');
    }
    default:
        return {};
    }
}

bool RunTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid()) return false;
    const QString run = folder(index.row());
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
}

void RunTableView::setTyped(const QString& typed)
{
    words_ = typed.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunTableView::setGrouped(bool grouped)
{
    grouped_ = grouped;
    invalidate();
}

bool RunTableView::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString all = sourceModel()->index(row, 0, parent).data(RunTable::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool RunTableView::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (grouped_) {
        const QString a = left.siblingAtColumn(RunTable::Sweep).data().toString(),
                      b = right.siblingAtColumn(RunTable::Sweep).data().toString();
        // Whatever the direction, sweeps come in one order, and single runs behind them.
        const bool ascending = sortOrder() == Qt::AscendingOrder;
        if (a != b) return (a.isEmpty() ? false : b.isEmpty() ? true : QString::localeAwareCompare(a, b) < 0) == ascending;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace sonoglyph
