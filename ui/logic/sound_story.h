// The current sound and what became of it, shared by Listen and Latent: sound, word, network input, code, image. GUI thread only.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

#include "core/audio/sound.h"
#include "core/audio/spectrogram.h"
#include "core/audio/word_detector.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// A sound as the networks got it.
struct HeardSound {
    std::uint64_t number = 0;  ///< tells two sounds of one name apart; the same where only the transformation is new
    QString name;              ///< file name, or "Recording" and when
    QString shortName;         ///< for a list: file name, or when it was recorded
    QString file;              ///< name of the file it was opened from; empty: it was recorded
    QDateTime heardAt;
    Sound sound;               ///< at its own rate; a recording has a little silence around the word
    WordBounds word;           ///< the part that was used, in samples of `sound`
    bool wordFound = true;     ///< false: nothing stood out, so all of it was used
    Spectrogram spectrogram;   ///< of all of `sound`, for looking at
    Spectrogram input;         ///< size x size, of the word
    SpectrogramParams params;  ///< that `input` was made with

    bool whole() const { return word.begin == 0 && word.end >= sound.samples.size(); }
};

class SoundStory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Null where there is none yet.
    const std::shared_ptr<const HeardSound>& sound() const { return sound_; }
    /// The image of the sound's posterior mean; empty until the model has answered.
    const std::optional<Drawing>& drawing() const { return drawing_; }

    /// Takes the drawing away: it belonged to another sound.
    void setSound(std::shared_ptr<const HeardSound> sound);
    void setDrawing(const Drawing& drawing);

Q_SIGNALS:
    void soundChanged();
    void drawingChanged();

private:
    std::shared_ptr<const HeardSound> sound_;
    std::optional<Drawing> drawing_;
};

}  // namespace sonoglyph
