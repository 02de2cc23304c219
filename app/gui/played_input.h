// A microphone that hears a recording again and again: for measuring without one. As a sound server does, it brings chunks from a thread of
// its own, at the times at which they would have been spoken, and knows when each came.
#pragma once

#include <chrono>
#include <memory>

#include "core/audio/sound.h"
#include "ui/logic/microphone.h"

namespace sonoglyph {

class PlayedInput : public AudioInput {
    Q_OBJECT
public:
    enum class Pace {
        RealTime,
        AsHeard,  ///< the next chunk as soon as the one before has been read: an hour passes in minutes
    };

    PlayedInput(Sound sound, Pace pace);
    ~PlayedInput() override;

    /// Of all chunks from the next start() on.
    void setChunk(std::chrono::milliseconds chunk) { chunk_ = chunk; }
    /// Seconds of sound that were brought since the beginning.
    double seconds() const;

    QList<Device> devices() override;
    QIODevice* start(const QByteArray& id, QAudioFormat& format) override;
    void stop() override;
    std::chrono::steady_clock::time_point arrival() const override;

private:
    class Stream;

    Sound sound_;
    Pace pace_;
    std::chrono::milliseconds chunk_{10};
    std::size_t at_ = 0;
    double secondsBefore_ = 0;
    std::unique_ptr<Stream> stream_;
};

}  // namespace sonoglyph
