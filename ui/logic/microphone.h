// The microphone: found when it is first asked for, open only while something is recorded, and honest about what is missing.
//
// No microphone and no sound server are normal states with a sentence, not errors. GUI thread only.
#pragma once

#include <QAudioFormat>
#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <span>

class QIODevice;

namespace sonoglyph {

class PcmReader;

/// Where a microphone's bytes come from: the system, or a test.
class AudioInput : public QObject {
    Q_OBJECT
public:
    struct Device {
        QByteArray id;
        QString name;
        bool isDefault = false;  ///< the system's
    };

    using QObject::QObject;
    virtual QList<Device> devices() = 0;
    /// Null where it cannot be opened. The result is good until stop(); `format` receives what it delivers.
    virtual QIODevice* start(const QByteArray& id, QAudioFormat& format) = 0;
    virtual void stop() = 0;
    /// When the newest of the bytes that can be read came from the sound server; now, where that cannot be known.
    virtual std::chrono::steady_clock::time_point arrival() const { return std::chrono::steady_clock::now(); }

Q_SIGNALS:
    /// A device came or went.
    void devicesChanged();
    /// The open device broke (unplugged, sound server gone).
    void broken();
};

/// Qt Multimedia's inputs. Cheap to make: the first call of devices() or start() loads the audio system.
std::unique_ptr<AudioInput> systemAudioInput();

class Microphone : public QObject {
    Q_OBJECT
public:
    enum class State {
        Unknown,   ///< nobody asked yet
        NoDevice,  ///< none is plugged in, or there is no sound server
        Ready,     ///< there, closed
        Open,      ///< samples are coming in
        Failed,    ///< there, but it cannot be opened
    };
    Q_ENUM(State)

    explicit Microphone(std::unique_ptr<AudioInput> input = systemAudioInput(), QObject* parent = nullptr);
    ~Microphone() override;

    State state() const { return state_; }
    /// Why it cannot be used and what to do; empty where it can.
    QString explanation() const;
    /// Finds out whether there is a microphone; follows plugs from then on. May take some 100 ms the first time.
    void look();
    QList<AudioInput::Device> devices();
    /// Empty: the system's default one. Taken by the next open().
    void choose(const QByteArray& id) { chosen_ = id; }
    QByteArray chosen() const { return chosen_; }
    /// What open() would take: the chosen one where it is there, else the system's default one; empty where there is none.
    QByteArray wanted();
    /// The open one, or the last that was.
    QByteArray opened() const { return opened_; }
    /// As a person knows it; empty for one that is gone.
    QString nameOf(const QByteArray& id);

    /// True where samples will come. Open twice is fine.
    bool open();
    void close();
    /// When the newest of the samples that are being told came from the sound server.
    std::chrono::steady_clock::time_point arrival() const { return arrival_; }
    /// Samples a second of the open (or last open) device, in Hz.
    int rate() const { return format_.sampleRate(); }

Q_SIGNALS:
    void stateChanged();
    /// Told behind stateChanged().
    void devicesChanged();
    /// Mono, -1 to 1, in order; the span is good during the call only (direct connections).
    void samplesArrived(std::span<const float> samples);

private:
    void setState(State state);
    void onDevicesChanged();

    std::unique_ptr<AudioInput> input_;
    std::unique_ptr<PcmReader> reader_;
    QByteArray chosen_, opened_;
    std::chrono::steady_clock::time_point arrival_;
    QAudioFormat format_;
    State state_ = State::Unknown;
};

}  // namespace sonoglyph
