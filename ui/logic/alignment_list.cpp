#include "ui/logic/alignment_list.h"

#include <algorithm>

#include <QLocale>

#include "core/data/labels.h"
#include "ui/logic/label_text.h"
#include "ui/logic/text.h"

namespace sonoglyph {

void AlignmentList::show(std::shared_ptr<const PairedDataset> dataset, PairBrowser::Part part, int label)
{
    if (dataset == dataset_ && part == part_ && label == label_) return;
    beginResetModel();
    dataset_ = std::move(dataset);
    part_ = part;
    label_ = label;
    rows_.clear();
    sentence_.clear();
    if (dataset_) {
        const bool train = part == PairBrowser::Part::Train;
        const auto& recordings = dataset_->recordings.recordings;
        const auto shown = [&](std::uint32_t i) { return label < 0 || recordings[i].label == label; };
        std::vector<Row> all(recordings.size());
        int position = 0;
        for (const Pair& pair : train ? dataset_->trainPairs : dataset_->testPairs) {
            if (!shown(pair.recording)) continue;
            all[pair.recording].pairs.push_back(pair.image);
            all[pair.recording].positions.push_back(position++);
        }
        int withoutImage = 0;
        for (const std::uint32_t i : train ? dataset_->split.train : dataset_->split.test) {
            if (!shown(i)) continue;
            all[i].recording = i;
            withoutImage += all[i].pairs.empty();
            rows_.push_back(std::move(all[i]));
        }
        describe(withoutImage);
    }
    endResetModel();
}

void AlignmentList::describe(int withoutImage)
{
    if (rows_.empty()) return;
    const bool train = part_ == PairBrowser::Part::Train;
    const DigitImages& images = train ? dataset_->trainImages : dataset_->testImages;
    int there = 0, paired = 0;
    std::size_t least = rows_[0].pairs.size(), most = 0;
    for (int i = 0; i < images.count(); ++i) there += label_ < 0 || images.label(i) == label_;
    for (const Row& row : rows_) {
        paired += int(row.pairs.size());
        least = std::min(least, row.pairs.size());
        most = std::max(most, row.pairs.size());
    }
    const QLocale locale;
    if (dataset_->alignment == Alignment::ManyToOne)
        sentence_ = tr("Many-to-one: %1 images share %2 recordings. Every image has one recording, a recording has %3 to %4 images.")
                        .arg(locale.toString(paired), locale.toString(qlonglong(rows_.size())), locale.toString(qlonglong(least)),
                             locale.toString(qlonglong(most)));
    else
        sentence_ = tr("One-to-one: %1 images and as many recordings, each used once; %2 images and %3 recordings have no partner.")
                        .arg(locale.toString(paired), locale.toString(there - paired), locale.toString(withoutImage));
}

QImage AlignmentList::imageAt(int row, int i) const
{
    const DigitImages& images = part_ == PairBrowser::Part::Train ? dataset_->trainImages : dataset_->testImages;
    return toQImage(images.image(int(rows_[std::size_t(row)].pairs[std::size_t(i)])));
}

QString AlignmentList::nameOf(int row) const
{
    const Recording& recording = dataset_->recordings.recordings[rows_[std::size_t(row)].recording];
    return tr("%1, %2 no. %3")
        .arg(labelText(dataset_->recordings.labels, recording.label), QString::fromStdString(recording.speaker))
        .arg(recording.take);
}

QVariant AlignmentList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return nameOf(index.row());
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return tr("%1: %Ln image(s)", nullptr, imageCount(index.row())).arg(nameOf(index.row()));
    return {};
}

}  // namespace sonoglyph
