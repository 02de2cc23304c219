// What is known of a sound that was heard before its samples are read: enough to show its card and to hear it again. Any thread.
#pragma once

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

/// Which model made a drawing.
struct ModelStamp {
    std::string name, kind, dataset, objective;
    std::int64_t steps = 0;

    bool operator==(const ModelStamp&) const = default;
};
ModelStamp stampOf(const ModelInfo& model);

struct SoundCard {
    std::uint64_t number = 0;  ///< in this session; as HeardSound::number
    QString id;                ///< on disk, for good; later sounds have larger ones
    QString label;             ///< that a person gave; empty: none
    QString file;              ///< name of the file that it was opened from; empty: it was recorded
    QDateTime heardAt;
    bool starred = false;
    int rate = 0;              ///< Hz
    std::int64_t samples = 0;  ///< of the whole sound
    WordBounds word;
    bool wordFound = true;
    SpectrogramParams params;  ///< that its network input was made with
    std::optional<Drawing> drawing;
    ModelStamp model;        ///< that made the drawing
    std::int64_t bytes = 0;  ///< on disk

    double seconds() const { return rate > 0 ? double(samples) / rate : 0.0; }
    /// A few characters for the card: the label, or the file's name, or when it was recorded.
    QString title() const;
    /// The same for a caption: "Recording 12:03:44" where title() is a time.
    QString longTitle() const;
};

/// A card without drawing.
SoundCard cardOf(const HeardSound& sound, const QString& id);

}  // namespace sonoglyph
