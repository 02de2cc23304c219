// A sweep: the same training for several values of alpha and several seeds. Runs of one seed have the same pairs in the same order, the
// same batches and the same first weights: they differ by alpha alone.
//
//     SWEEP/sweep.json           what all runs share, and the list of runs; written whole, never changed
//     SWEEP/alpha-0.2-seed-1/    a run (core/train/run_folder.h), there once it has been started
//     SWEEP/lock                 held by the program that works the queue
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/train/run_config.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

struct SweepRun {
    std::string name;  ///< of its folder in the sweep's
    double alpha = 1;
    std::uint64_t seed = 1;
};

struct Sweep {
    RunConfig config;  ///< of all runs but alpha and seed; `threads` are those of one run
    int parallel = 1;  ///< runs side by side
    std::vector<SweepRun> runs;

    RunConfig configOf(const SweepRun& run) const;
};

/// Every alpha with every seed, seeds outermost. The threads of `config` (0: as many as there are cores) are divided among the runs side
/// by side. Errors: BadOption (a value twice, or out of range).
Result<Sweep> makeSweep(const RunConfig& config, const std::vector<double>& alphas, const std::vector<std::uint64_t>& seeds, int parallel);

/// Makes the folder, which must not exist or be empty, and writes sweep.json. Errors: Unwritable (not empty), those of writing.
Result<void> createSweep(const std::filesystem::path& folder, const Sweep& sweep);
/// Errors: NotFound (no sweep there), Unreadable, Corrupt, NewerFormat.
Result<Sweep> readSweep(const std::filesystem::path& folder);
bool isSweepFolder(const std::filesystem::path& folder);

/// How far one run is.
struct SweepRunState {
    enum class Stage {
        Missing,  ///< not started
        Begun,    ///< can be resumed
        Running,  ///< in a program at this moment
        Finished,
        Diverged,  ///< it would again: left until somebody asks for it by name. `trouble` says what happened
        Damaged,   ///< `trouble` says what is wrong
    };
    Stage stage = Stage::Missing;
    RunProgress progress;
    Message trouble;
};

SweepRunState stateOf(const std::filesystem::path& sweepFolder, const SweepRun& run);

}  // namespace sonoglyph
