#include "ui/logic/latent_states.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QImage>

#include "core/base/atomic_file.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

/// Newer states have larger ones.
QString stemOf(const LatentState& state) { return state.made.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")); }

/// A file name that every system takes.
QString fileName(QString name)
{
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && !QStringLiteral("-_ .").contains(c)) c = u'_';
    return name.left(80).trimmed();
}

}  // namespace

LatentStates::LatentStates(const QString& folder, QObject* parent) : QAbstractListModel(parent), folder_(folder)
{
    worker_.setMaxThreadCount(1);
}

LatentStates::~LatentStates() { worker_.waitForDone(); }

QString LatentStates::fileOf(const QString& stem) const { return folder_ + u'/' + stem + QLatin1String(suffix); }

void LatentStates::load()
{
    if (folder_.isEmpty()) return;
    worker_.start([this] {
        std::vector<Entry> read;
        QStringList troubles;
        const auto names = QDir(folder_).entryList({u'*' + QLatin1String(suffix)}, QDir::Files, QDir::Name | QDir::Reversed);
        for (const QString& name : names) {
            auto state = readLatentState((folder_ + u'/' + name).toStdString());
            if (state)
                read.push_back({name.chopped(qsizetype(qstrlen(suffix))), std::move(*state)});
            else
                troubles << toText(state.error());
        }
        QMetaObject::invokeMethod(
            this,
            [this, read, troubles] {
                insert(read);
                for (const QString& text : troubles) Q_EMIT failed(text);
            },
            Qt::QueuedConnection);
    });
}

void LatentStates::insert(std::vector<Entry> entries)
{
    std::erase_if(entries, [this](const Entry& e) {
        return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& kept) { return kept.stem == e.stem; });
    });
    for (Entry& entry : entries) {
        const auto place = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& kept) { return kept.stem < entry.stem; });
        const int row = int(place - entries_.begin());
        beginInsertRows({}, row, row);
        entries_.insert(place, std::move(entry));
        endInsertRows();
    }
    count_ = std::max(count_, int(entries_.size()));
}

void LatentStates::add(LatentState state)
{
    ++count_;
    state.name = state.name.trimmed();
    if (state.name.isEmpty()) state.name = tr("State %1").arg(count_);
    Entry entry{stemOf(state), std::move(state)};
    while (std::any_of(entries_.begin(), entries_.end(), [&](const Entry& kept) { return kept.stem == entry.stem; })) entry.stem += u'a';
    save(entry);
    insert({std::move(entry)});
}

void LatentStates::save(const Entry& entry)
{
    if (folder_.isEmpty()) return;
    worker_.start([this, entry, file = fileOf(entry.stem).toStdString()] {
        auto written = makeFolder(folder_.toStdString());
        if (written) written = writeLatentState(file, entry.state);
        if (written) return;
        QMetaObject::invokeMethod(
            this, [this, text = toText(written.error())] { Q_EMIT failed(text); }, Qt::QueuedConnection);
    });
}

void LatentStates::rename(int row, const QString& name)
{
    Entry& entry = entries_[std::size_t(row)];
    const QString clean = name.trimmed().left(80);
    if (clean.isEmpty() || clean == entry.state.name) return;
    entry.state.name = clean;
    save(entry);
    Q_EMIT dataChanged(index(row), index(row));
}

void LatentStates::remove(const QList<int>& rows)
{
    QList<int> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    std::vector<Entry> gone;
    for (const int row : sorted) {
        beginRemoveRows({}, row, row);
        gone.push_back(std::move(entries_[std::size_t(row)]));
        entries_.erase(entries_.begin() + row);
        endRemoveRows();
        if (!folder_.isEmpty()) worker_.start([file = fileOf(gone.back().stem)] { QFile::remove(file); });
    }
    if (!gone.empty()) removed_.push_back(std::move(gone));
}

void LatentStates::undoRemove()
{
    if (removed_.empty()) return;
    for (const Entry& entry : removed_.back()) save(entry);
    insert(std::move(removed_.back()));
    removed_.pop_back();
}

void LatentStates::saveInto(const QList<int>& rows, const QString& folder)
{
    std::vector<LatentState> states;
    for (const int row : rows) states.push_back(state(row));
    worker_.start([this, states = std::move(states), folder] {
        QStringList files;
        for (const LatentState& state : states) {
            const QString stem = folder + u'/' + fileName(state.name);
            QString file = stem + QLatin1String(suffix);
            for (int n = 2; QFile::exists(file); ++n) file = QStringLiteral("%1 %2%3").arg(stem).arg(n).arg(QLatin1String(suffix));
            if (const auto written = writeLatentState(file.toStdString(), state); !written) {
                QMetaObject::invokeMethod(
                    this, [this, text = toText(written.error())] { Q_EMIT failed(text); }, Qt::QueuedConnection);
                return;
            }
            files << file;
        }
        QMetaObject::invokeMethod(
            this, [this, files] { Q_EMIT copied(files); }, Qt::QueuedConnection);
    });
}

int LatentStates::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(entries_.size()); }

QVariant LatentStates::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const LatentState& at = state(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return at.name;
    case DetailRole:
    case Qt::ToolTipRole:
        return tr("%1, drawn by %2").arg(at.placement.sound, QString::fromStdString(at.model.name));
    case ImageRole:
        return at.image.empty() ? QImage() : toQImage(at.image);
    case Qt::DecorationRole:
        return at.image.empty() ? QVariant() : toQImage(at.image).scaled(thumbnail, thumbnail);
    case ReadRole:
        return at.read;
    default:
        return {};
    }
}

bool LatentStates::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole) return false;
    rename(index.row(), value.toString());
    return true;
}

Qt::ItemFlags LatentStates::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

}  // namespace sonoglyph
