// Plays a sound through the system's default output. GUI thread only; returns at once.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "core/audio/sound.h"

namespace sonoglyph {

class SoundPlayer : public QObject {
    Q_OBJECT
public:
    explicit SoundPlayer(QObject* parent = nullptr);
    ~SoundPlayer() override;

    /// Stops what is playing and plays `sound` from its start. An empty sound plays nothing. `offset` is added to what position() says, in
    /// seconds: `sound` may be a part of a longer one.
    void play(const Sound& sound, double offset = 0);
    void stop();
    bool playing() const;
    /// In seconds; negative while nothing is played.
    double position() const;

Q_SIGNALS:
    void playingChanged(bool playing);
    /// Some sixty times a second while playing, and once at the end with -1.
    void positionChanged(double seconds);
    /// No output, or it cannot be opened: what to do.
    void failed(const QString& text);

private:
    struct Output;
    std::unique_ptr<Output> output_;
    QTimer ticks_;
};

}  // namespace sonoglyph
