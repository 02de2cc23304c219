// Plays a sound through the system's default output. GUI thread only; returns at once.
#pragma once

#include <QObject>

#include <memory>

#include "core/audio/sound.h"

namespace sonoglyph {

class SoundPlayer : public QObject {
    Q_OBJECT
public:
    explicit SoundPlayer(QObject* parent = nullptr);
    ~SoundPlayer() override;

    /// Stops what is playing and plays `sound` from its start. An empty sound plays nothing.
    void play(const Sound& sound);
    void stop();
    bool playing() const;

Q_SIGNALS:
    void playingChanged(bool playing);
    /// No output, or it cannot be opened: what to do.
    void failed(const QString& text);

private:
    struct Output;
    std::unique_ptr<Output> output_;
};

}  // namespace sonoglyph
