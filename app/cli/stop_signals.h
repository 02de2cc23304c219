// Ctrl-C as a stop request. Signals are taken by a thread that waits for them, so that nothing happens inside a signal handler.
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace sonoglyph {

/// While it lives, SIGINT, SIGTERM and SIGHUP (those that the caller of the program did not ignore) request a stop; a second one ends the
/// process at once with status 130. To be made before any other thread, which would take the signals away.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    std::stop_token token() const { return stop_.get_token(); }

private:
    void wait();

    sigset_t signals_{};
    std::stop_source stop_;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

}  // namespace sonoglyph
