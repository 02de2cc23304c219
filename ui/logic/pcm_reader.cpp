#include "ui/logic/pcm_reader.h"

#include <QIODevice>

#include <cstring>

namespace sonoglyph {

namespace {

template <class T>
float toUnit(const char* bytes)
{
    T value;
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::is_same_v<T, float>)
        return value == value ? value : 0.0f;
    else if constexpr (std::is_same_v<T, quint8>)
        return (float(value) - 128.0f) / 128.0f;
    else
        return float(double(value) / -double(std::numeric_limits<T>::min()));
}

template <class T>
std::vector<float> averaged(const char* bytes, qsizetype frames, int channels)
{
    std::vector<float> mono(std::size_t(frames), 0.0f);
    for (float& sample : mono) {
        for (int channel = 0; channel < channels; ++channel, bytes += sizeof(T)) sample += toUnit<T>(bytes);
        sample /= float(channels);
    }
    return mono;
}

}  // namespace

std::vector<float> toMonoFloat(const QByteArray& bytes, const QAudioFormat& format)
{
    if (!format.isValid()) return {};
    const qsizetype frames = bytes.size() / format.bytesPerFrame();
    switch (format.sampleFormat()) {
    case QAudioFormat::UInt8:
        return averaged<quint8>(bytes.constData(), frames, format.channelCount());
    case QAudioFormat::Int16:
        return averaged<qint16>(bytes.constData(), frames, format.channelCount());
    case QAudioFormat::Int32:
        return averaged<qint32>(bytes.constData(), frames, format.channelCount());
    case QAudioFormat::Float:
        return averaged<float>(bytes.constData(), frames, format.channelCount());
    default:
        return {};
    }
}

PcmReader::PcmReader(QIODevice& input, const QAudioFormat& format, Sink sink, QObject* parent)
    : QObject(parent), input_(input), format_(format), sink_(std::move(sink))
{
    connect(&input, &QIODevice::readyRead, this, &PcmReader::read);
}

void PcmReader::read()
{
    rest_ += input_.readAll();
    if (!format_.isValid()) return;
    const std::vector<float> samples = toMonoFloat(rest_, format_);
    if (samples.empty()) return;
    rest_.remove(0, qsizetype(samples.size()) * format_.bytesPerFrame());
    sink_(samples);
}

}  // namespace sonoglyph
