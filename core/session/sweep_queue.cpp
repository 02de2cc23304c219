#include "core/session/sweep_queue.h"

#include <mutex>

#include "core/base/child_process.h"
#include "core/base/file_lock.h"
#include "core/base/parallel.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr int stoppedStatus = 130;  // design of the command line

class Queue {
public:
    Queue(fs::path folder, fs::path program, const Sweep& sweep, SweepObserver& observer, const std::stop_token& stop)
        : folder_(std::move(folder)), program_(std::move(program)), sweep_(sweep), observer_(observer), stop_(stop)
    {
        for (const SweepRun& run : sweep.runs) ends_.push_back({run.name, SweepRunEnd::How::Stopped, {}});
    }

    std::vector<SweepRunEnd> work()
    {
        parallelFor(
            ends_.size(), sweep_.parallel, [this](std::size_t i) { runOne(sweep_.runs[i], ends_[i]); }, stop_);
        return std::move(ends_);
    }

private:
    void runOne(const SweepRun& run, SweepRunEnd& end)
    {
        const SweepRunState before = stateOf(folder_, run);
        tell([&] { observer_.onRun(run.name, before.stage); });
        if (before.stage == SweepRunState::Stage::Finished)
            end.how = SweepRunEnd::How::Finished;
        else if (before.stage == SweepRunState::Stage::Diverged)
            end = {run.name, SweepRunEnd::How::PassedOver, english(before.trouble)};
        else
            train(run, end);
        tell([&] { observer_.onEnd(end); });
    }

    void train(const SweepRun& run, SweepRunEnd& end)
    {
        std::string last;
        const auto ended = runChild({{program_, "train", "--json", "--resume", folder_, "--only", run.name},
                                     [&](const std::string& line) { tell([&] { observer_.onEvent(run.name, line); }); },
                                     [&](const std::string& line) {
                                         last = line;
                                         tell([&] { observer_.onLine(run.name, line); });
                                     }},
                                    stop_);
        if (ended && ended->signal == 0 && (ended->status == 0 || ended->status == stoppedStatus)) {
            end.how = ended->status == 0 ? SweepRunEnd::How::Finished : SweepRunEnd::How::Stopped;
            return;
        }
        end.how = SweepRunEnd::How::Failed;
        end.reason = !ended               ? english(ended.error())
                     : ended->signal != 0 ? "The run was ended by signal " + std::to_string(ended->signal) + "."
                                          : last;
    }

    template <class Tell>
    void tell(Tell what)
    {
        std::lock_guard lock(mutex_);
        what();
    }

    const fs::path folder_, program_;
    const Sweep& sweep_;
    SweepObserver& observer_;
    const std::stop_token& stop_;
    std::vector<SweepRunEnd> ends_;
    std::mutex mutex_;  ///< one call of the observer at a time
};

}  // namespace

Result<std::vector<SweepRunEnd>> runSweep(const fs::path& folder, const fs::path& program, SweepObserver& observer,
                                          const std::stop_token& stop)
{
    const auto sweep = readSweep(folder);
    if (!sweep) return sweep.error();
    const auto lock = FileLock::acquire(folder / "lock");
    if (!lock) return lock.error();
    return Queue(folder, program, *sweep, observer, stop).work();
}

}  // namespace sonoglyph
