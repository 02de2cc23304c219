#include "app/gui/played_input.h"

#include <QIODevice>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

namespace sonoglyph {

using Clock = std::chrono::steady_clock;

class PlayedInput::Stream : public QIODevice {
public:
    Stream(const Sound& sound, std::size_t at, Pace pace, std::chrono::milliseconds chunk)
        : sound_(sound), at_(at), pace_(pace), chunk_(chunk), thread_([this](const std::stop_token& stop) { bring(stop); })
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~Stream() override { end(); }

    void end()
    {
        thread_.request_stop();
        if (thread_.joinable()) thread_.join();
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        std::lock_guard lock(mutex_);
        return bytes_.size() + QIODevice::bytesAvailable();
    }
    Clock::time_point arrival() const { return read_; }
    std::size_t at() const { return at_; }
    double seconds() const
    {
        std::lock_guard lock(mutex_);
        return double(brought_) / sound_.rate;
    }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        std::lock_guard lock(mutex_);
        const qint64 count = std::min<qint64>(size, bytes_.size());
        std::memcpy(data, bytes_.constData(), std::size_t(count));
        bytes_.remove(0, count);
        read_ = arrived_;
        wake_.notify_one();
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    void bring(const std::stop_token& stop)
    {
        const std::size_t size = std::size_t(sound_.rate) * std::size_t(chunk_.count()) / 1000;
        Clock::time_point next = Clock::now();
        while (!stop.stop_requested()) {
            std::unique_lock lock(mutex_);
            if (pace_ == Pace::RealTime)
                wake_.wait_until(lock, stop, next += chunk_, [] { return false; });
            else
                wake_.wait(lock, stop, [this] { return bytes_.isEmpty(); });
            if (stop.stop_requested()) return;
            for (std::size_t left = size; left > 0;) {
                const std::size_t part = std::min(left, sound_.samples.size() - at_);
                bytes_.append(reinterpret_cast<const char*>(sound_.samples.data() + at_), qsizetype(part * sizeof(float)));
                at_ = (at_ + part) % sound_.samples.size();
                left -= part;
            }
            brought_ += std::int64_t(size);
            arrived_ = Clock::now();
            lock.unlock();
            QMetaObject::invokeMethod(this, &QIODevice::readyRead, Qt::QueuedConnection);
        }
    }

    const Sound& sound_;
    std::size_t at_;
    const Pace pace_;
    const std::chrono::milliseconds chunk_;
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    QByteArray bytes_;
    std::int64_t brought_ = 0;
    Clock::time_point arrived_, read_;
    std::jthread thread_;  ///< last: ends before anything it uses
};

PlayedInput::PlayedInput(Sound sound, Pace pace) : sound_(std::move(sound)), pace_(pace) {}

PlayedInput::~PlayedInput() = default;

double PlayedInput::seconds() const { return secondsBefore_ + (stream_ ? stream_->seconds() : 0); }

QList<AudioInput::Device> PlayedInput::devices() { return {{"played", QStringLiteral("A recording"), true}}; }

QIODevice* PlayedInput::start(const QByteArray&, QAudioFormat& format)
{
    stop();
    if (sound_.samples.empty()) return nullptr;
    format.setSampleRate(sound_.rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Float);
    stream_ = std::make_unique<Stream>(sound_, at_, pace_, chunk_);
    return stream_.get();
}

void PlayedInput::stop()
{
    if (!stream_) return;
    stream_->end();
    at_ = stream_->at();
    secondsBefore_ += stream_->seconds();
    stream_.release()->deleteLater();  // it may be the one that is calling
}

Clock::time_point PlayedInput::arrival() const { return stream_ ? stream_->arrival() : Clock::now(); }

}  // namespace sonoglyph
