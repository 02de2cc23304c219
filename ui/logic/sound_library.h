// The sounds that were heard, newest first, as a list model. GUI thread only.
#pragma once

#include <QAbstractListModel>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

struct KeptSound {
    std::shared_ptr<const HeardSound> sound;
    std::optional<Drawing> drawing;  ///< by the present model
};

class SoundLibrary : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr std::size_t limit = 12;

    using QAbstractListModel::QAbstractListModel;

    /// For a sound that is going to be heard: later ones have larger numbers.
    std::uint64_t newNumber() { return ++lastNumber_; }

    const std::deque<KeptSound>& sounds() const { return sounds_; }
    /// Null where it is not kept (any more).
    const KeptSound* find(std::uint64_t number) const;
    /// -1 where it is not kept.
    int rowOf(std::uint64_t number) const;

    /// Keeps a sound by its number; one of the same number gives way to it, its drawing stays.
    void keep(std::shared_ptr<const HeardSound> sound);
    void setDrawing(std::uint64_t number, const Drawing& drawing);
    /// Another model is used from now on.
    void forgetDrawings();

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the short name; ToolTipRole: name and reading.
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::deque<KeptSound> sounds_;
    std::uint64_t lastNumber_ = 0;
};

}  // namespace sonoglyph
