#include "ui/logic/own_set_draft.h"

#include <QDir>
#include <QFileInfo>

#include "ui/logic/data_catalog.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr int longestName = 40;

OwnSetDraft::Found look(const std::filesystem::path& data, OwnDataset set, bool labelsNamed)
{
    OwnSetDraft::Found found;
    if (!labelsNamed && !set.recordings.empty() && set.recordings.front().dataset.empty()) {
        auto labels = findLabels(set.recordings.front());
        if (!labels) {
            found.trouble = toText(labels.error().message);
            return found;
        }
        set.labels = std::move(*labels);
    }
    found.labels = set.labels;
    const auto listed = listOwnRecordings(data, set);
    if (!listed) {
        found.trouble = toText(listed.error().message);
        return found;
    }
    found.perLabel = listed->perLabel();
    found.recordings = int(listed->recordings.size());
    found.speakers = int(listed->speakers().size());
    found.skipped = listed->skipped;
    return found;
}

}  // namespace

OwnSetDraft::OwnSetDraft(DataCatalog& data, QObject* parent) : QObject(parent), data_(data) { worker_.setMaxThreadCount(1); }

OwnSetDraft::~OwnSetDraft() = default;

QString OwnSetDraft::nameFrom(const QString& text)
{
    QString name;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
        if (plain)
            name += c;
        else if (c.isSpace() && !name.endsWith(u'-'))
            name += u'-';
    }
    return name.left(longestName);
}

void OwnSetDraft::setFolder(const QString& folder)
{
    folder_ = folder;
    if (name_.isEmpty()) name_ = nameFrom(QDir(folder).dirName());
    read();
}

void OwnSetDraft::setPlace(Place place, const QString& table)
{
    place_ = place;
    table_ = table;
    read();
}

void OwnSetDraft::setName(const QString& name)
{
    name_ = name.trimmed();
    Q_EMIT changed();
}

void OwnSetDraft::setLabels(const QString& labels)
{
    labels_.clear();
    for (const QString& label : labels.split(u',', Qt::SkipEmptyParts))
        if (!label.trimmed().isEmpty()) labels_.push_back(label.trimmed().toStdString());
    read();
}

void OwnSetDraft::setImages(const QString& folder)
{
    images_ = folder;
    Q_EMIT changed();
}

void OwnSetDraft::setMixedWith(const QString& dataset)
{
    mixedWith_ = dataset;
    read();
}

void OwnSetDraft::setOneToOne(bool oneToOne)
{
    oneToOne_ = oneToOne;
    Q_EMIT changed();
}

bool OwnSetDraft::valid() const { return found_ && found_->trouble.isEmpty() && isOwnName(name_.toStdString()); }

OwnDataset OwnSetDraft::described(const Labels& labels, LabelsFrom from) const
{
    OwnDataset set;
    set.name = name_.toStdString();
    set.labels = labels;
    RecordingSource own;
    own.folder = folder_.toStdString();
    own.labelsFrom = from;
    if (from == LabelsFrom::Table) own.table = table_.toStdString();
    set.recordings.push_back(std::move(own));
    if (!mixedWith_.isEmpty()) set.recordings.push_back({mixedWith_.toStdString(), {}, LabelsFrom::Names, {}});
    if (!images_.isEmpty()) set.images = images_.toStdString();
    set.alignment = oneToOne_ ? Alignment::OneToOne : Alignment::ManyToOne;
    return set;
}

void OwnSetDraft::read()
{
    found_.reset();
    ++request_;
    if (folder_.isEmpty() || (place_ == Place::Table && table_.isEmpty())) {
        reading_ = false;
        return Q_EMIT changed();
    }
    reading_ = true;
    worker_.clear();
    worker_.start([this, request = request_, place = place_, folder = std::filesystem::path(folder_.toStdString()),
                   data = std::filesystem::path(data_.folder().toStdString()), labels = labels_,
                   set = described(labels_, LabelsFrom::Names), table = std::filesystem::path(table_.toStdString())]() mutable {
        const LabelsFrom from = place == Place::Guess   ? guessLabelsFrom(folder)
                                : place == Place::Names ? LabelsFrom::Names
                                : place == Place::Table ? LabelsFrom::Table
                                : place == Place::Words ? LabelsFrom::Words
                                                        : LabelsFrom::Folders;
        set.recordings.front().labelsFrom = from;
        if (from == LabelsFrom::Table) set.recordings.front().table = table;
        auto found = look(data, std::move(set), !labels.empty());
        QMetaObject::invokeMethod(
            this,
            [this, request, from, found = std::move(found)] {
                if (request != request_) return;
                reading_ = false;
                found_ = found;
                foundFrom_ = from;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void OwnSetDraft::add()
{
    if (!valid()) return;
    const auto written = writeOwnDataset(data_.folder().toStdString(), described(found_->labels, foundFrom_));
    if (!written) return Q_EMIT failed(toText(written.error().message));
    data_.refresh();
    Q_EMIT added(name_);
}

}  // namespace sonoglyph
