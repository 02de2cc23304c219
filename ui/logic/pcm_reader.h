// From the bytes of an audio device to mono floats. GUI thread (the thread of the device).
#pragma once

#include <QAudioFormat>
#include <QByteArray>
#include <QObject>

#include <functional>
#include <span>
#include <vector>

class QIODevice;

namespace sonoglyph {

/// The average of the channels, -1 to 1, of the whole frames in `bytes`; a rest of less than a frame is left out. Empty where the format
/// is not a valid one.
std::vector<float> toMonoFloat(const QByteArray& bytes, const QAudioFormat& format);

/// Reads whatever `input` has whenever it says that there is something. Chunks may end inside a frame: the rest waits for the next one.
class PcmReader : public QObject {
    Q_OBJECT
public:
    using Sink = std::function<void(std::span<const float>)>;

    /// `input` must be open for reading and outlive the reader. `sink` is never called with an empty span.
    PcmReader(QIODevice& input, const QAudioFormat& format, Sink sink, QObject* parent = nullptr);

private:
    void read();

    QIODevice& input_;
    QAudioFormat format_;
    Sink sink_;
    QByteArray rest_;
};

}  // namespace sonoglyph
