// Where a worker waits while somebody has paused it. Any thread may call any function.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace sonoglyph {

class PauseGate {
public:
    void close()
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }

    void open()
    {
        {
            std::lock_guard lock(mutex_);
            closed_ = false;
        }
        opened_.notify_all();
    }

    bool closed() const
    {
        std::lock_guard lock(mutex_);
        return closed_;
    }

    /// Comes back when the gate is open or a stop was requested.
    void pass(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, stop, [this] { return !closed_; });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable_any opened_;
    bool closed_ = false;
};

}  // namespace sonoglyph
