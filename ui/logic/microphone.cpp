#include "ui/logic/microphone.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QMediaDevices>
#include <QTimer>

#include <algorithm>

#include "ui/logic/pcm_reader.h"

namespace sonoglyph {

namespace {

class SystemAudioInput : public AudioInput {
public:
    SystemAudioInput()
    {
        look_.setInterval(lookMilliseconds);
        connect(&look_, &QTimer::timeout, this, &SystemAudioInput::look);
    }

    QList<Device> devices() override
    {
        if (!media_) {
            media_ = std::make_unique<QMediaDevices>();
            connect(media_.get(), &QMediaDevices::audioInputsChanged, this, &SystemAudioInput::look);
            look_.start();
            known_ = QMediaDevices::audioInputs();
        }
        QList<Device> found;
        const QList<QAudioDevice> inputs = QMediaDevices::audioInputs();
        for (const QAudioDevice& device : inputs) found.append({device.id(), device.description(), device.isDefault()});
        return found;
    }

    QIODevice* start(const QByteArray& id, QAudioFormat& format) override
    {
        stop();
        const QAudioDevice device = find(id);
        if (device.isNull()) return nullptr;
        format = device.preferredFormat();
        if (!format.isValid() || format.sampleFormat() == QAudioFormat::Unknown) return nullptr;
        source_ = std::make_unique<QAudioSource>(device, format);
        source_->setBufferSize(format.bytesForDuration(bufferMicroseconds));
        QIODevice* stream = source_->start();
        if (!stream || source_->error() == QAudio::OpenError) {
            stop();
            return nullptr;
        }
        connect(
            source_.get(), &QAudioSource::stateChanged, this,
            [this](QAudio::State state) {
                if (state == QAudio::StoppedState && source_ && source_->error() != QAudio::NoError) Q_EMIT broken();
            },
            Qt::QueuedConnection);
        return stream;
    }

    void stop() override
    {
        if (!source_) return;
        source_->disconnect(this);
        source_->stop();
        source_.release()->deleteLater();  // it may be the one that is calling
    }

private:
    // Qt 6.4 with PulseAudio looks for samples as often as the server's fragments are long: this is what it asks for.
    static constexpr qint64 bufferMicroseconds = 10'000;

    static QAudioDevice find(const QByteArray& id)
    {
        const QList<QAudioDevice> inputs = QMediaDevices::audioInputs();
        const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const QAudioDevice& device) { return device.id() == id; });
        return found == inputs.end() ? QAudioDevice() : *found;
    }

    void look()
    {
        if (const QList<QAudioDevice> inputs = QMediaDevices::audioInputs(); inputs != known_) {
            known_ = inputs;
            Q_EMIT devicesChanged();
        }
    }

    static constexpr int lookMilliseconds = 1000;

    std::unique_ptr<QMediaDevices> media_;
    QList<QAudioDevice> known_;
    QTimer look_;  ///< Qt 6.4 with PulseAudio keeps its list up to date, but tells nobody
    std::unique_ptr<QAudioSource> source_;
};

}  // namespace

std::unique_ptr<AudioInput> systemAudioInput() { return std::make_unique<SystemAudioInput>(); }

Microphone::Microphone(std::unique_ptr<AudioInput> input, QObject* parent) : QObject(parent), input_(std::move(input))
{
    connect(input_.get(), &AudioInput::devicesChanged, this, &Microphone::onDevicesChanged);
    connect(input_.get(), &AudioInput::broken, this, [this] {
        if (state_ != State::Open) return;
        close();
        setState(input_->devices().isEmpty() ? State::NoDevice : State::Failed);
    });
}

Microphone::~Microphone()
{
    reader_.reset();
    input_->stop();
}

QString Microphone::explanation() const
{
    switch (state_) {
    case State::NoDevice:
        return tr("No microphone was found. Plug one in, or open a sound file.");
    case State::Failed:
        return tr("The microphone could not be opened. Another program may hold it, or the system's privacy settings may block it.");
    default:
        return {};
    }
}

void Microphone::look()
{
    if (state_ == State::Open) return;
    setState(input_->devices().isEmpty() ? State::NoDevice : State::Ready);
}

QList<AudioInput::Device> Microphone::devices() { return input_->devices(); }

QByteArray Microphone::wanted()
{
    const QList<AudioInput::Device> found = input_->devices();
    const auto has = [&](auto matches) { return std::find_if(found.begin(), found.end(), matches); };
    auto device = has([this](const AudioInput::Device& one) { return one.id == chosen_; });
    if (device == found.end()) device = has([](const AudioInput::Device& one) { return one.isDefault; });
    if (device == found.end()) device = found.begin();
    return device == found.end() ? QByteArray() : device->id;
}

QString Microphone::nameOf(const QByteArray& id)
{
    for (const AudioInput::Device& device : input_->devices())
        if (device.id == id) return device.name;
    return {};
}

bool Microphone::open()
{
    if (state_ == State::Open) return true;
    const QByteArray id = wanted();
    if (id.isEmpty()) {
        setState(State::NoDevice);
        return false;
    }
    QIODevice* stream = input_->start(id, format_);
    if (!stream) {
        setState(State::Failed);
        return false;
    }
    opened_ = id;
    reader_ = std::make_unique<PcmReader>(*stream, format_, [this](std::span<const float> samples) {
        if (state_ != State::Open) return;
        arrival_ = input_->arrival();
        Q_EMIT samplesArrived(samples);
    });
    setState(State::Open);
    return true;
}

void Microphone::close()
{
    if (state_ != State::Open) return;
    reader_.release()->deleteLater();  // it may be the one that is calling
    input_->stop();
    setState(State::Ready);
}

void Microphone::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    Q_EMIT stateChanged();
}

void Microphone::onDevicesChanged()
{
    const QList<AudioInput::Device> found = input_->devices();
    const bool openIsThere = std::any_of(found.begin(), found.end(), [this](const AudioInput::Device& one) { return one.id == opened_; });
    if (state_ != State::Open || !openIsThere) {
        if (state_ == State::Open) {
            reader_.release()->deleteLater();
            input_->stop();
        }
        setState(found.isEmpty() ? State::NoDevice : State::Ready);
    }
    Q_EMIT devicesChanged();
}

}  // namespace sonoglyph
