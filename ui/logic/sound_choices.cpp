#include "ui/logic/sound_choices.h"

#include <algorithm>

#include "ui/logic/choice_role.h"

namespace sonoglyph {

SoundChoices::SoundChoices(const WallSounds& sounds, QObject* parent) : QAbstractListModel(parent), sounds_(sounds)
{
    connect(&sounds, &WallSounds::changed, this, &SoundChoices::take);
    take();
}

void SoundChoices::take()
{
    if (sounds_.reading()) return;  // the old ones stay until the new ones are known
    const auto same = [](const WallSoundChoice& a, const WallSoundChoice& b) { return a.id == b.id && a.title == b.title; };
    const auto& now = sounds_.choices();
    if (std::equal(now.begin(), now.end(), choices_.begin(), choices_.end(), same)) return;
    beginResetModel();
    choices_ = now;
    endResetModel();
}

int SoundChoices::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(choices_.size()); }

QVariant SoundChoices::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const WallSoundChoice& choice = choices_[std::size_t(index.row())];
    const QString& said = choice.said;
    switch (role) {
    case Qt::DisplayRole:
    case ChoiceRole::Search:
        return QStringLiteral("%1 %2").arg(said, choice.title).trimmed();
    case ChoiceRole::Key:
        return choice.id;
    case ChoiceRole::Group:
        return said;
    case ChoiceRole::Label:
        return choice.title;
    default:
        return {};
    }
}

}  // namespace sonoglyph
