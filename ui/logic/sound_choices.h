// What can become a row of the alpha wall, as a list for ChoicePopup. GUI thread only.
#pragma once

#include <QAbstractListModel>

#include "ui/logic/wall_sounds.h"

namespace sonoglyph {

class SoundChoices : public QAbstractListModel {
    Q_OBJECT
public:
    /// `sounds` must outlive it.
    explicit SoundChoices(const WallSounds& sounds, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void take();

    const WallSounds& sounds_;
    std::vector<WallSoundChoice> choices_;  ///< of its own: those of `sounds_` change before the list can say so
};

}  // namespace sonoglyph
