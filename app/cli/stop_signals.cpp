#include "app/cli/stop_signals.h"

#include <pthread.h>
#include <unistd.h>

#include "app/cli/command_line.h"

namespace sonoglyph {

StopSignals::StopSignals()
{
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGUSR1);  // ends the thread
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN) sigaddset(&signals_, signal);
    }
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    thread_ = std::thread(&StopSignals::wait, this);
}

StopSignals::~StopSignals()
{
    ending_ = true;
    pthread_kill(thread_.native_handle(), SIGUSR1);
    thread_.join();
}

void StopSignals::wait()
{
    for (int signal = 0; sigwait(&signals_, &signal) == 0 && !ending_;) {
        if (signal == SIGUSR1) continue;
        if (stop_.stop_requested()) _exit(exitStopped);
        stop_.request_stop();
    }
}

}  // namespace sonoglyph
