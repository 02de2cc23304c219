// Works through the runs of a sweep: one after another, or several side by side. Needs no LibTorch.
//
// Every run is a process of its own (sonoglyph-cli train --resume SWEEP --only NAME), also where they go one after another. Threads of one
// process would share OpenBLAS, which cannot be shared: its number of threads is one variable of the process, so that a run with another
// number beside it changes how products are cut, and with that the last bits of its neighbour; and its OpenMP flavour lets one product at
// a time use several threads while all others spin. In a process of its own a run has its threads and its bytes for itself, whatever
// trains beside it, and one that dies takes nobody along.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/train/sweep.h"

namespace sonoglyph {

struct SweepRunEnd {
    enum class How {
        Finished,
        Stopped,
        Failed,      ///< also one that diverged just now
        PassedOver,  ///< it diverged earlier
    };
    std::string run;
    How how = How::Finished;
    std::string reason;  ///< one English sentence, of a run that failed or was passed over
};

/// Called on threads of the queue, one call at a time; must not throw.
class SweepObserver {
public:
    virtual ~SweepObserver() = default;
    /// Where a run begins, goes on, or is passed over because it is finished or has diverged.
    virtual void onRun(const std::string& run, SweepRunState::Stage before) = 0;
    /// A JSON object that `sonoglyph-cli train --json` printed.
    virtual void onEvent(const std::string& run, const std::string& json) = 0;
    /// A line for people.
    virtual void onLine(const std::string& run, const std::string& line) = 0;
    virtual void onEnd(const SweepRunEnd& end) = 0;
};

/// Begins the runs that are missing, goes on with those that were stopped, passes over those that are finished and those that have
/// diverged: they would again. A run that fails does not stop the others. A stop ends all of them with checkpoints. Blocks the calling
/// thread. Gives how each run ended, in the order of the sweep; runs that were not reached are Stopped. `program`: the path of
/// sonoglyph-cli. Errors: those of readSweep(), Busy (another queue works on it), Unavailable.
Result<std::vector<SweepRunEnd>> runSweep(const std::filesystem::path& folder, const std::filesystem::path& program,
                                          SweepObserver& observer, const std::stop_token& stop);

}  // namespace sonoglyph
