#include "ui/logic/sound_player.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>

#include "core/audio/resample.h"

namespace sonoglyph {

namespace {

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
    QByteArray bytes;
    QBuffer buffer;
    std::unique_ptr<QAudioSink> sink;
};

SoundPlayer::SoundPlayer(QObject* parent) : QObject(parent) {}

SoundPlayer::~SoundPlayer() = default;

bool SoundPlayer::playing() const { return bool(output_); }

void SoundPlayer::play(const Sound& sound)
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
    output_->bytes = toPcm(resampled(sound, format.sampleRate()), format);
    output_->buffer.setBuffer(&output_->bytes);
    output_->buffer.open(QIODevice::ReadOnly);
    output_->sink = std::make_unique<QAudioSink>(device, format);
    output_->sink->start(&output_->buffer);
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
    Q_EMIT playingChanged(true);
}

void SoundPlayer::stop()
{
    if (!output_) return;
    output_->sink->disconnect(this);
    output_->sink->stop();
    output_.reset();
    Q_EMIT playingChanged(false);
}

}  // namespace sonoglyph
