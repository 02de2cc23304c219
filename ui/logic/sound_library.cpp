#include "ui/logic/sound_library.h"

#include <algorithm>
#include <utility>

namespace sonoglyph {

int SoundLibrary::rowOf(std::uint64_t number) const
{
    const auto found =
        std::find_if(sounds_.begin(), sounds_.end(), [number](const KeptSound& kept) { return kept.sound->number == number; });
    return found == sounds_.end() ? -1 : int(found - sounds_.begin());
}

const KeptSound* SoundLibrary::find(std::uint64_t number) const
{
    const int row = rowOf(number);
    return row < 0 ? nullptr : &sounds_[std::size_t(row)];
}

void SoundLibrary::keep(std::shared_ptr<const HeardSound> sound)
{
    if (const int known = rowOf(sound->number); known >= 0) {
        sounds_[std::size_t(known)].sound = std::move(sound);
        Q_EMIT dataChanged(index(known), index(known));
        return;
    }
    const auto older =
        std::find_if(sounds_.begin(), sounds_.end(), [&](const KeptSound& kept) { return kept.sound->number < sound->number; });
    const int row = int(older - sounds_.begin());
    beginInsertRows({}, row, row);
    sounds_.insert(older, {std::move(sound), std::nullopt});
    endInsertRows();
    if (sounds_.size() <= limit) return;
    beginRemoveRows({}, int(limit), int(limit));
    sounds_.pop_back();
    endRemoveRows();
}

void SoundLibrary::setDrawing(std::uint64_t number, const Drawing& drawing)
{
    const int row = rowOf(number);
    if (row < 0) return;
    sounds_[std::size_t(row)].drawing = drawing;
    Q_EMIT dataChanged(index(row), index(row));
}

void SoundLibrary::forgetDrawings()
{
    if (sounds_.empty()) return;
    for (KeptSound& kept : sounds_) kept.drawing.reset();
    Q_EMIT dataChanged(index(0), index(int(sounds_.size()) - 1));
}

int SoundLibrary::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(sounds_.size()); }

QVariant SoundLibrary::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const KeptSound& kept = sounds_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return kept.sound->shortName;
    case Qt::ToolTipRole:
        return kept.drawing ? tr("%1: LeNet-5 reads %2").arg(kept.sound->name).arg(kept.drawing->reading.digit()) : kept.sound->name;
    default:
        return {};
    }
}

}  // namespace sonoglyph
