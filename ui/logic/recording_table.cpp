#include "ui/logic/recording_table.h"

#include <algorithm>
#include <bit>

#include <QLocale>

#include "core/data/labels.h"
#include "ui/logic/label_text.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

/// Numbers to the right.
int alignmentOf(int column)
{
    const bool number = column == RecordingTable::Seconds || column == RecordingTable::Peak || column == RecordingTable::Level;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

void RecordingTable::setRecordings(std::shared_ptr<const CheckedRecordings> recordings)
{
    beginResetModel();
    recordings_ = std::move(recordings);
    speakerRanks_.clear();
    if (recordings_) {
        const auto speakers = recordings_->set.speakers();
        for (const Recording& recording : recordings_->set.recordings)
            speakerRanks_.push_back(int(std::ranges::lower_bound(speakers, recording.speaker) - speakers.begin()));
    }
    arrange();
    endResetModel();
}

void RecordingTable::setDoubts(const std::vector<DoubtfulLabel>& doubts)
{
    beginResetModel();
    doubts_.clear();
    for (const DoubtfulLabel& doubt : doubts) doubts_[int(doubt.recording)] = doubt.reading;
    arrange();
    endResetModel();
}

void RecordingTable::setFilter(const RecordingFilter& filter)
{
    if (filter == filter_) return;
    beginResetModel();
    filter_ = filter;
    arrange();
    endResetModel();
}

void RecordingTable::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    column_ = std::clamp(column, 0, ColumnCount - 1);
    order_ = order;
    arrange();
    endResetModel();
}

bool RecordingTable::shows(int recording) const
{
    const Recording& one = recordings_->set.recordings[std::size_t(recording)];
    const Problems problems = recordings_->check.facts[std::size_t(recording)].problems;
    return (filter_.label < 0 || one.label == filter_.label) &&
           (filter_.speaker.isEmpty() || filter_.speaker == QLatin1StringView(one.speaker.data(), qsizetype(one.speaker.size()))) &&
           (!filter_.problem || problems.has(*filter_.problem)) && (!filter_.anyProblem || problems.any() || doubts_.contains(recording)) &&
           (!filter_.doubtful || doubts_.contains(recording));
}

double RecordingTable::keyOf(int recording) const
{
    const auto i = std::size_t(recording);
    const RecordingFacts& facts = recordings_->check.facts[i];
    switch (column_) {
    case Speaker:
        return speakerRanks_[i];
    case Seconds:
        return double(facts.seconds);
    case Peak:
        return double(facts.peak);
    case Level:
        return double(facts.level);
    case Part:
        return double(recordings_->parts[i]);
    case Warnings:
        return (facts.problems.any() ? 256.0 * std::popcount(facts.problems.bits()) + facts.problems.bits() : 0) +
               (doubts_.contains(recording) ? 4096.0 * double(doubts_.at(recording).confidence) : 0);
    default:
        return recordings_->set.recordings[i].label;
    }
}

void RecordingTable::arrange()
{
    rows_.clear();
    if (!recordings_) return;
    std::vector<std::pair<double, int>> keyed;
    for (int i = 0; i < int(recordings_->set.recordings.size()); ++i)
        if (shows(i)) keyed.emplace_back(order_ == Qt::AscendingOrder ? keyOf(i) : -keyOf(i), i);
    std::ranges::sort(keyed);
    for (const auto& [key, recording] : keyed) rows_.push_back(recording);
}

QString RecordingTable::warningsOf(Problems problems)
{
    QStringList names;
    for (const Problem problem : allProblems)
        if (problems.has(problem)) names << toText(titleOf(problem));
    return names.join(QStringLiteral(", "));
}

QString RecordingTable::doubtText(int recording) const
{
    const auto doubt = doubts_.find(recording);
    if (doubt == doubts_.end() || !recordings_) return {};
    return tr("read as %1 (%2 %)").arg(labelText(recordings_->set.labels, doubt->second.read)).arg(int(100 * doubt->second.confidence));
}

QString RecordingTable::partText(SplitPart part)
{
    switch (part) {
    case SplitPart::Train:
        return tr("Training");
    case SplitPart::Test:
        return tr("Test");
    case SplitPart::LeftOut:
        return tr("Left out");
    case SplitPart::Unusable:
        return tr("Not used");
    }
    return {};
}

QVariant RecordingTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !recordings_) return {};
    const auto i = std::size_t(rows_[std::size_t(index.row())]);
    const Recording& recording = recordings_->set.recordings[i];
    const RecordingFacts& facts = recordings_->check.facts[i];
    QStringList said{warningsOf(facts.problems), doubtText(int(i))};
    said.removeAll(QString());
    const QString warnings = said.join(QStringLiteral(", "));
    if (role == Qt::ToolTipRole && index.column() == Warnings && !warnings.isEmpty()) return warnings;
    if (role == Qt::ToolTipRole) return QString::fromStdString(recording.file.filename().string());
    if (role == Qt::TextAlignmentRole) return alignmentOf(index.column());
    if (role != Qt::DisplayRole) return {};
    const QLocale locale;
    const bool known = !facts.problems.has(Problem::Unreadable);
    switch (index.column()) {
    case Label:
        return labelText(recordings_->set.labels, recording.label);
    case Speaker:
        return QString::fromStdString(recording.speaker);
    case Seconds:
        return known ? locale.toString(double(facts.seconds), 'f', 2) : QString();
    case Peak:
        return known ? locale.toString(double(facts.peak), 'f', 2) : QString();
    case Level:
        return known ? locale.toString(double(facts.level), 'f', 1) : QString();
    case Part:
        return partText(recordings_->parts[i]);
    default:
        return warnings;
    }
}

QVariant RecordingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Label:
        return tr("Label");
    case Speaker:
        return tr("Speaker");
    case Seconds:
        return tr("Seconds");
    case Peak:
        return tr("Peak");
    case Level:
        return tr("Level [dB]");
    case Part:
        return tr("Part");
    default:
        return tr("Warnings");
    }
}

}  // namespace sonoglyph
