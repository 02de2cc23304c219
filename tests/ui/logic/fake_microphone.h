// A microphone for tests: what it hears is pushed in by hand.
#pragma once

#include <QIODevice>

#include <cmath>
#include <cstring>
#include <numbers>
#include <span>
#include <vector>

#include "core/audio/sound.h"
#include "ui/logic/microphone.h"

namespace sonoglyph {

/// A device that bytes can be pushed into, as an audio source's.
class FakeDevice : public QIODevice {
public:
    FakeDevice() { open(QIODevice::ReadOnly); }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return bytes_.size() + QIODevice::bytesAvailable(); }

    void push(const QByteArray& bytes)
    {
        bytes_ += bytes;
        Q_EMIT readyRead();
    }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 count = std::min<qint64>(size, bytes_.size());
        std::memcpy(data, bytes_.constData(), std::size_t(count));
        bytes_.remove(0, count);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray bytes_;
};

class FakeAudioInput : public AudioInput {
public:
    QList<Device> devices() override { return present; }
    QIODevice* start(const QByteArray& id, QAudioFormat& format) override
    {
        if (refuses || present.isEmpty()) return nullptr;
        format.setSampleRate(rate);
        format.setChannelCount(channels);
        format.setSampleFormat(sampleFormat);
        device = std::make_unique<FakeDevice>();
        started = id;
        ++starts;
        return device.get();
    }
    void stop() override
    {
        if (device) device.release()->deleteLater();
    }

    /// In chunks of 48 ms, as the real one, or others.
    void hear(const Sound& sound, int chunkMilliseconds = 48)
    {
        const std::size_t chunk = std::size_t(sound.rate) * std::size_t(chunkMilliseconds) / 1000;
        for (std::size_t from = 0; from < sound.samples.size() && device; from += chunk) {
            const auto part = std::span(sound.samples).subspan(from, std::min(chunk, sound.samples.size() - from));
            device->push(bytesOf(part));
        }
    }
    void plug(bool in) { plug(in ? QList<Device>{{"fake", QStringLiteral("Fake")}} : QList<Device>{}); }
    void plug(const QList<Device>& devices)
    {
        present = devices;
        Q_EMIT devicesChanged();
    }

    QList<Device> present{{"fake", QStringLiteral("Fake")}};
    std::unique_ptr<FakeDevice> device;
    int rate = 8000;
    int channels = 1;
    QAudioFormat::SampleFormat sampleFormat = QAudioFormat::Float;
    bool refuses = false;
    int starts = 0;
    QByteArray started;  ///< the device that was asked for last

private:
    template <class T>
    void add(QByteArray& bytes, T value) const
    {
        for (int channel = 0; channel < channels; ++channel) bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    QByteArray bytesOf(std::span<const float> samples) const
    {
        QByteArray bytes;
        for (const float sample : samples) {
            switch (sampleFormat) {
            case QAudioFormat::UInt8:
                add(bytes, quint8(std::lround(128 + 127 * sample)));
                break;
            case QAudioFormat::Int16:
                add(bytes, qint16(std::lround(32767 * sample)));
                break;
            case QAudioFormat::Int32:
                add(bytes, qint32(std::lround(2147483647.0 * double(sample))));
                break;
            default:
                add(bytes, sample);
            }
        }
        return bytes;
    }
};

/// Faint steady noise (about -66 dBFS), the same every time.
inline Sound quiet(double seconds, int rate = 8000)
{
    Sound sound{rate, {}};
    std::uint32_t state = 1;
    for (int i = 0; i < int(seconds * rate); ++i) {
        state = state * 1664525u + 1013904223u;
        sound.samples.push_back((float(state >> 8) / float(1 << 24) - 0.5f) * 0.0017f);
    }
    return sound;
}

/// Something like a vowel: harmonics of 140 Hz that rise and fall.
inline Sound vowel(double seconds, int rate = 8000)
{
    Sound sound{rate, {}};
    const int count = int(seconds * rate);
    for (int i = 0; i < count; ++i) {
        double value = 0;
        for (int harmonic = 1; harmonic <= 8; ++harmonic) value += std::sin(2 * std::numbers::pi * 140 * harmonic * i / rate) / harmonic;
        sound.samples.push_back(float(0.25 * value * std::sin(std::numbers::pi * (i + 0.5) / count)));
    }
    return sound;
}

inline Sound operator+(Sound a, const Sound& b)
{
    a.samples.insert(a.samples.end(), b.samples.begin(), b.samples.end());
    return a;
}

/// A vowel of half a second in quiet.
inline Sound spokenWord(int rate = 8000) { return quiet(0.6, rate) + vowel(0.5, rate) + quiet(0.6, rate); }

}  // namespace sonoglyph
