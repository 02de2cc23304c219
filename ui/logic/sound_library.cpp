#include "ui/logic/sound_library.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <utility>

#include "ui/logic/sound_card_file.h"
#include "ui/logic/sound_preparation.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t firstNumber = std::uint64_t(1) << 32;  // what is loaded counts down from here, what is heard counts up
constexpr int keptInputs = 512;
constexpr int longestStem = 60;

}  // namespace

SoundLibrary::SoundLibrary(const QString& folder, const LibraryLimits& limits, QObject* parent)
    : QAbstractListModel(parent), store_(folder), limits_(limits), lastNumber_(firstNumber), firstLoaded_(firstNumber), inputs_(keptInputs)
{
    connect(&store_, &SoundStore::loaded, this, &SoundLibrary::take);
    connect(&store_, &SoundStore::allLoaded, this, [this](const QStringList& damaged) {
        makeRoom();
        if (damaged.isEmpty()) return;
        tell(tr("%n sound(s) of the history are damaged and were left out. Their files are in the folder %1.", nullptr, int(damaged.size()))
                 .arg(QString::fromStdString((store_.folder() / "damaged").string())),
             damaged.join(u'\n'));
    });
    connect(&store_, &SoundStore::saved, this, &SoundLibrary::onSaved);
    connect(&store_, &SoundStore::saveFailed, this, &SoundLibrary::onSaveFailed);
    connect(&store_, &SoundStore::fetched, this, &SoundLibrary::fetched);
    connect(&store_, &SoundStore::fetchFailed, this, &SoundLibrary::fetchFailed);
    connect(&store_, &SoundStore::copied, this, &SoundLibrary::copied);
    connect(&store_, &SoundStore::copyFailed, this, &SoundLibrary::copyFailed);
    connect(&store_, &SoundStore::inputFetched, this, [this](quint64 number, const QImage& input) {
        askedInputs_.remove(number);
        inputs_.insert(number, new QImage(input));
        if (find(number)) changed(number, false);
    });
}

SoundLibrary::~SoundLibrary() = default;

void SoundLibrary::load() { store_.load(); }

std::uint64_t SoundLibrary::newNumbers(std::uint64_t count)
{
    const std::uint64_t first = lastNumber_ + 1;
    lastNumber_ += count;
    return first;
}

std::size_t SoundLibrary::placeOf(std::uint64_t number) const
{
    const auto place = std::partition_point(entries_.begin(), entries_.end(), [number](const Entry& e) { return e.card.number > number; });
    return std::size_t(place - entries_.begin());
}

int SoundLibrary::rowOf(std::uint64_t number) const
{
    const std::size_t place = placeOf(number);
    return place < entries_.size() && entries_[place].card.number == number ? int(place) : -1;
}

const SoundCard* SoundLibrary::find(std::uint64_t number) const
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : &entries_[std::size_t(row)].card;
}

SoundLibrary::Entry* SoundLibrary::entry(std::uint64_t number)
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : &entries_[std::size_t(row)];
}

std::uint64_t SoundLibrary::undrawn(const QSet<quint64>& except) const
{
    for (const Entry& entry : entries_)
        if (!entry.card.drawing && !except.contains(entry.card.number)) return entry.card.number;
    return 0;
}

void SoundLibrary::take(const std::vector<SoundCard>& cards)
{
    std::vector<Entry> entries;
    // What was heard since the start, and written before all was read, is here already.
    const auto loaded = entries_.begin() + std::ptrdiff_t(placeOf(firstNumber));
    const auto known = [&](const SoundCard& card) {
        return std::any_of(entries_.begin(), loaded, [&](const Entry& entry) { return entry.card.id == card.id; });
    };
    for (const SoundCard& card : cards) {
        if (known(card)) continue;
        entries.push_back({card, nullptr});
        entries.back().card.number = firstLoaded_--;
    }
    std::reverse(entries.begin(), entries.end());
    insert(entries);
}

QString SoundLibrary::newId(const HeardSound& sound) const
{
    return QStringLiteral("%1-%2-%3")
        .arg(sound.heardAt.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")))
        .arg(sound.number - firstNumber, 8, 16, QLatin1Char('0'))
        .arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

void SoundLibrary::keep(const HeardSoundPtr& sound)
{
    inputs_.insert(sound->number, new QImage(toImage(sound->input)));
    if (Entry* known = entry(sound->number)) {
        if (known->card.params == sound->params) return;
        known->card.params = sound->params;
        return changed(sound->number);
    }
    Entry added{cardOf(*sound, newId(*sound)), sound};
    store_.save(added.card, sound);
    insert({std::move(added)});
    makeRoom();
}

/// `entries`: by number, smallest first.
void SoundLibrary::insert(const std::vector<Entry>& entries)
{
    for (std::size_t i = 0; i < entries.size();) {
        // Those that come to one place come at once.
        const std::size_t place = placeOf(entries[i].card.number), from = i;
        while (i < entries.size() && placeOf(entries[i].card.number) == place) bytes_ += entries[i++].card.bytes;
        beginInsertRows({}, int(place), int(place + i - from) - 1);
        entries_.insert(entries_.begin() + std::ptrdiff_t(place), entries.rend() - std::ptrdiff_t(i),
                        entries.rend() - std::ptrdiff_t(from));
        endInsertRows();
    }
    Q_EMIT summaryChanged();
}

void SoundLibrary::changed(std::uint64_t number, bool save)
{
    const int row = rowOf(number);
    const Entry& entry = entries_[std::size_t(row)];
    if (save) store_.save(entry.card, entry.sound);
    Q_EMIT dataChanged(index(row), index(row));
}

void SoundLibrary::setDrawing(std::uint64_t number, const Drawing& drawing, const ModelStamp& model)
{
    Entry* known = entry(number);
    if (!known) return;
    known->card.drawing = drawing;
    known->card.model = model;
    changed(number);
}

void SoundLibrary::rename(std::uint64_t number, const QString& label)
{
    Entry* known = entry(number);
    const QString tidy = label.simplified().left(longestLabel);
    if (!known || tidy == known->card.label || (known->card.label.isEmpty() && tidy == known->card.title())) return;
    known->card.label = tidy;
    changed(number);
}

void SoundLibrary::setStarred(std::uint64_t number, bool starred)
{
    Entry* known = entry(number);
    if (!known || known->card.starred == starred) return;
    known->card.starred = starred;
    changed(number);
}

void SoundLibrary::onSaved(std::uint64_t number, std::int64_t bytes)
{
    Entry* known = entry(number);
    if (!known) return;
    bytes_ += bytes - known->card.bytes;
    known->card.bytes = bytes;
    known->sound.reset();
    Q_EMIT summaryChanged();
    makeRoom();
    if (!std::exchange(refused_, false)) return;
    for (const Entry& entry : entries_)
        if (entry.sound) store_.save(entry.card, entry.sound);
}

void SoundLibrary::onSaveFailed(std::uint64_t, const QString& text, const QString& details)
{
    if (std::exchange(refused_, true)) return;
    tell(tr("The history cannot be kept on disk: what is heard now is lost when the program ends. %1").arg(text), details);
}

void SoundLibrary::tell(const QString& text, const QString& details)
{
    trouble_ = {text, details};
    Q_EMIT trouble();
}

int SoundLibrary::victim() const
{
    for (const bool recorded : {false, true})
        for (int row = int(entries_.size()) - 1; row > 0; --row)
            if (const SoundCard& oldest = card(row); !oldest.starred && oldest.file.isEmpty() == recorded) return row;
    return -1;
}

void SoundLibrary::makeRoom()
{
    while (entries_.size() > limits_.sounds || bytes_ > limits_.bytes) {
        const int row = victim();
        if (row < 0) return;
        store_.erase(card(row));
        takeOut(row, row);
    }
}

void SoundLibrary::takeOut(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) bytes_ -= card(row).bytes;
    entries_.erase(entries_.begin() + first, entries_.begin() + last + 1);
    endRemoveRows();
    Q_EMIT summaryChanged();
}

void SoundLibrary::remove(const QList<quint64>& numbers)
{
    std::vector<int> rows;
    for (const quint64 number : numbers)
        if (const int row = rowOf(number); row >= 0) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), std::greater());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<Entry> removed;
    for (std::size_t i = 0; i < rows.size();) {
        // A run of neighbours goes at once.
        const int last = rows[i];
        int first = last;
        for (++i; i < rows.size() && rows[i] == first - 1; ++i) --first;
        for (int row = last; row >= first; --row) {
            store_.remove(card(row));
            removed.push_back(entries_[std::size_t(row)]);
        }
        takeOut(first, last);
    }
    if (!removed.empty()) removed_.push_back(std::move(removed));
}

void SoundLibrary::undoRemove()
{
    if (removed_.empty()) return;
    const std::vector<Entry> back = std::move(removed_.back());
    removed_.pop_back();
    for (const Entry& entry : back) {
        store_.restore(entry.card);
        store_.save(entry.card, entry.sound);
    }
    insert(back);
}

HeardSoundPtr SoundLibrary::unsaved(std::uint64_t number) const
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : entries_[std::size_t(row)].sound;
}

void SoundLibrary::fetch(std::uint64_t number, const SpectrogramParams& params)
{
    const SoundCard* known = find(number);
    if (!known) return;
    if (const HeardSoundPtr sound = unsaved(number); sound && sound->params == params) {
        QTimer::singleShot(0, this, [this, sound] { Q_EMIT fetched(sound); });
        return;
    }
    store_.fetch(*known, unsaved(number), params);
}

QString SoundLibrary::stemOf(const SoundCard& card)
{
    QString stem = card.label;
    if (stem.isEmpty()) stem = QFileInfo(card.file).completeBaseName();
    if (stem.isEmpty()) stem = tr("Recording %1").arg(card.heardAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    for (QChar& character : stem)
        if (!character.isLetterOrNumber() && !QStringLiteral(" -_,()+").contains(character)) character = u'-';
    stem = stem.left(longestStem).trimmed();
    return stem.isEmpty() ? card.id : stem;
}

std::vector<QString> SoundLibrary::freeStems(const std::vector<SoundCard>& cards, const QString& folder) const
{
    QSet<QString> taken;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) taken << file.completeBaseName().toCaseFolded();
    std::vector<QString> stems;
    for (const SoundCard& card : cards) {
        const QString wanted = stemOf(card);
        QString stem = wanted;
        for (int n = 2; taken.contains(stem.toCaseFolded()); ++n) stem = QStringLiteral("%1 %2").arg(wanted).arg(n);
        taken << stem.toCaseFolded();
        stems.push_back(stem);
    }
    return stems;
}

void SoundLibrary::saveAs(std::uint64_t number, const QString& folder, const QString& stem)
{
    if (const SoundCard* known = find(number)) store_.copyTo(folder.toStdString(), {*known}, {stem}, {unsaved(number)});
}

void SoundLibrary::saveInto(const QList<quint64>& numbers, const QString& folder)
{
    std::vector<SoundCard> cards;
    std::vector<HeardSoundPtr> sounds;
    for (const quint64 number : numbers) {
        const SoundCard* known = find(number);
        if (!known) continue;
        cards.push_back(*known);
        sounds.push_back(unsaved(number));
    }
    if (!cards.empty()) store_.copyTo(folder.toStdString(), cards, freeStems(cards, folder), sounds);
}

int SoundLibrary::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(entries_.size()); }

QString SoundLibrary::toolTip(const SoundCard& card) const
{
    QStringList lines{card.longTitle()};
    if (!card.label.isEmpty() && !card.file.isEmpty()) lines << card.file;
    lines << tr("%1, %2 s at %3 kHz")
                 .arg(QLocale().toString(card.heardAt.toLocalTime(), QLocale::ShortFormat), QLocale().toString(card.seconds(), 'f', 2),
                      QLocale().toString(card.rate / 1000.0));
    if (card.drawing && card.drawing->reading.label() >= 0)
        lines << tr("LeNet-5 reads %1 in the image of %2")
                     .arg(QString::fromStdString(card.drawing->reading.name()), QString::fromStdString(card.model.name));
    return lines.join(u'\n');
}

QVariant SoundLibrary::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SoundCard& card = this->card(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return card.title();
    case Qt::ToolTipRole:
        return toolTip(card);
    case Qt::AccessibleTextRole:
        return toolTip(card).replace(u'\n', QStringLiteral(", ")) + (card.starred ? QStringLiteral(", ") + tr("starred") : QString());
    case NumberRole:
        return QVariant::fromValue<quint64>(card.number);
    case StarredRole:
        return card.starred;
    case ReadRole:
        return card.drawing ? QString::fromStdString(card.drawing->reading.name()) : QString();
    case ImageRole:
        return card.drawing ? toQImage(card.drawing->image) : QImage();
    case InputRole:
        if (const QImage* input = inputs_.object(card.number)) return *input;
        if (!askedInputs_.contains(card.number)) {
            askedInputs_.insert(card.number);
            store_.fetchInput(card);
        }
        return QImage();
    default:
        return {};
    }
}

bool SoundLibrary::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const std::uint64_t number = card(index.row()).number;
    if (role == Qt::EditRole)
        rename(number, value.toString());
    else if (role == StarredRole)
        setStarred(number, value.toBool());
    else
        return false;
    return true;
}

Qt::ItemFlags SoundLibrary::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    if (store_.keeps() && !entries_[std::size_t(index.row())].sound) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList SoundLibrary::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* SoundLibrary::mimeData(const QModelIndexList& indexes) const
{
    if (!dragged_) dragged_ = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/sonoglyph-drag-XXXXXX"));
    std::vector<SoundCard> cards;
    for (const QModelIndex& index : indexes) cards.push_back(card(index.row()));
    const std::vector<QString> stems = freeStems(cards, dragged_->path());
    QList<QUrl> urls;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const CardFiles from(store_.folder(), cards[i].id), to(dragged_->path().toStdString(), stems[i]);
        for (const auto& [source, target] : {std::pair(from.sound, to.sound), std::pair(from.image, to.image)}) {
            const QString copy = QString::fromStdString(target.string());
            if (QFile::copy(QString::fromStdString(source.string()), copy)) urls << QUrl::fromLocalFile(copy);
        }
    }
    auto* data = new QMimeData;
    data->setUrls(urls);
    if (cards.size() == 1 && cards[0].drawing) data->setImageData(toQImage(cards[0].drawing->image));
    return data;
}

}  // namespace sonoglyph
