#include "ui/logic/sound_player.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QElapsedTimer>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>

#include "core/audio/resample.h"

namespace sonoglyph {

namespace {

constexpr int tickMilliseconds = 16;

/// Every channel the same.
QByteArray toPcm(const Sound& sound, const QAudioFormat& format)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(sound.samples.size()) * format.bytesPerFrame());
    const auto append = [&bytes, channels = format.channelCount()](auto value) {
        for (int channel = 0; channel < channels; ++channel) bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    for (const float raw : sound.samples) {
        const float sample = std::clamp(raw, -1.0f, 1.0f);
        switch (format.sampleFormat()) {
        case QAudioFormat::UInt8:
            append(quint8(std::lround(sample * 127.0f) + 128));
            break;
        case QAudioFormat::Int16:
            append(qint16(std::lround(sample * 32767.0f)));
            break;
        case QAudioFormat::Int32:
            append(qint32(std::llround(double(sample) * 2147483647.0)));
            break;
        default:
            append(sample);
        }
    }
    return bytes;
}

}  // namespace

struct SoundPlayer::Output {
    double offset = 0, seconds = 0;
    QElapsedTimer since;  ///< the first sample was heard; the sink's own count moves in steps of its buffer
    QByteArray bytes;
    QBuffer buffer;
    std::unique_ptr<QAudioSink> sink;
};

SoundPlayer::SoundPlayer(QObject* parent) : QObject(parent)
{
    ticks_.setInterval(tickMilliseconds);
    ticks_.setTimerType(Qt::PreciseTimer);
    connect(&ticks_, &QTimer::timeout, this, [this] { Q_EMIT positionChanged(position()); });
}

SoundPlayer::~SoundPlayer() = default;

bool SoundPlayer::playing() const { return bool(output_); }

double SoundPlayer::position() const
{
    if (!output_) return -1;
    const double played = output_->since.isValid() ? double(output_->since.nsecsElapsed()) / 1e9 : 0;
    return output_->offset + std::min(played, output_->seconds);
}

void SoundPlayer::play(const Sound& sound, double offset)
{
    stop();
    if (sound.samples.empty() || sound.rate <= 0) return;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        Q_EMIT failed(tr("There is nothing to play through: no loudspeaker or headphones were found."));
        return;
    }
    QAudioFormat format;
    format.setSampleRate(sound.rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (!device.isFormatSupported(format)) format = device.preferredFormat();

    output_ = std::make_unique<Output>();
    output_->offset = offset;
    output_->seconds = sound.seconds();
    output_->bytes = toPcm(resampled(sound, format.sampleRate()), format);
    output_->buffer.setBuffer(&output_->bytes);
    output_->buffer.open(QIODevice::ReadOnly);
    output_->sink = std::make_unique<QAudioSink>(device, format);
    output_->sink->start(&output_->buffer);
    output_->since.start();
    if (output_->sink->error() == QAudio::OpenError) {
        output_.reset();
        Q_EMIT failed(tr("The sound could not be played: the system's output could not be opened."));
        return;
    }
    connect(
        output_->sink.get(), &QAudioSink::stateChanged, this,
        [this](QAudio::State state) {
            if (state == QAudio::IdleState || state == QAudio::StoppedState) stop();
        },
        Qt::QueuedConnection);
    ticks_.start();
    Q_EMIT playingChanged(true);
    Q_EMIT positionChanged(position());
}

void SoundPlayer::stop()
{
    if (!output_) return;
    output_->sink->disconnect(this);
    output_->sink->stop();
    output_.reset();
    ticks_.stop();
    Q_EMIT playingChanged(false);
    Q_EMIT positionChanged(-1);
}

}  // namespace sonoglyph
