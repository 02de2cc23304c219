// The folder of a run and what lies in it. Torn files cannot happen: all are replaced whole or appended by whole lines.
//
//     config.json                          the RunConfig that the run began with, every default resolved
//     changes.csv                          what people changed while it trained (core/train/run_changes.h), where they did
//     metrics.csv                          core/train/metrics_csv.h
//     checkpoints/epoch-0007.safetensors   the state after epoch 7
//     checkpoints/step-00001234.safetensors  the state after step 1234, inside an epoch
//     checkpoints/snapshot-00001234.safetensors  the same, because a person asked for it: never removed
//     latest, best                         text files of one line: a checkpoint's path within the folder (no symbolic links: they also
//                                          work on FAT and in an unpacked archive). best: highest accuracy on held-out pairs
//     diverged                             text file of one line, in English: why the run ended early. Resumed as it is, it would end there
//                                          again: a sweep passes it over. Gone once somebody goes on with the run
//     history/epoch-0006.safetensors       small weights of some epochs, kept for good: core/train/run_history.h
//     notices.jsonl                        what the rules of its health have said: core/train/run_notices.h
//     notes.json                           what a person wrote down: core/train/run_notes.h
//     previews/epoch-0007.png              reconstruction grid
//     log.txt                              one line an event, with the time
//     lock                                 held by the program that writes the run (core/base/file_lock.h)
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_lock.h"
#include "core/base/result.h"
#include "core/train/run_config.h"

namespace sonoglyph {

struct CheckpointFile {
    std::filesystem::path file;
    int epoch = 0;          ///< of an epoch's checkpoint, else 0
    std::int64_t step = 0;  ///< of a checkpoint inside an epoch or a snapshot, else 0
    bool snapshot = false;
};

/// How far a run is, as its latest checkpoint says.
struct RunProgress {
    int epoch = 0;          ///< epochs completed
    std::int64_t step = 0;  ///< steps done
    double accuracy = 0;    ///< of the last evaluation; 0 where none was
    bool finished = false;  ///< nothing is left to do by its configuration
};

class RunFolder {
public:
    /// A new run, locked: makes the folder (which must not exist or be empty) with everything in it and writes config.json. Errors:
    /// Unwritable (not empty, or cannot be made), Busy, NotFound, DiskFull.
    static Result<RunFolder> create(const std::filesystem::path& folder, const RunConfig& config);
    /// A run to go on with, locked; temporary files that a crash left are removed, and so is `diverged`. Errors: NotFound (no run there),
    /// Busy, Corrupt (config.json), Unwritable.
    static Result<RunFolder> openForWriting(const std::filesystem::path& folder);
    /// A run to look at, also while it is being written. Errors: NotFound, Unreadable, Corrupt.
    static Result<RunFolder> openForReading(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return folder_; }
    const RunConfig& config() const { return config_; }

    std::filesystem::path metricsFile() const { return folder_ / "metrics.csv"; }
    std::filesystem::path changesFile() const { return folder_ / "changes.csv"; }
    std::filesystem::path noticesFile() const { return folder_ / "notices.jsonl"; }
    std::filesystem::path logFile() const { return folder_ / "log.txt"; }
    std::filesystem::path epochCheckpoint(int epoch) const;
    std::filesystem::path stepCheckpoint(std::int64_t step) const;
    std::filesystem::path snapshot(std::int64_t step) const;
    std::filesystem::path preview(int epoch) const;

    /// All checkpoints that are there: epochs ascending, then the others by step.
    std::vector<CheckpointFile> checkpoints() const;
    /// What `latest` or `best` names. Errors: NotFound (none yet, or the file it names is gone), Corrupt.
    Result<std::filesystem::path> latest() const;
    Result<std::filesystem::path> best() const;
    /// Why the run ended early; none where it did not, or where somebody has gone on with it since.
    std::optional<std::string> diverged() const;
    /// Reads the header of `checkpoint` alone. Errors: those of readSafetensorsHeader(), Corrupt.
    Result<RunProgress> progressAt(const std::filesystem::path& checkpoint) const;

    // For the holder of the lock.
    Result<void> writeConfig(const RunConfig& config);
    Result<void> setLatest(const std::filesystem::path& checkpoint) const;
    Result<void> setBest(const std::filesystem::path& checkpoint) const;
    Result<void> setDiverged(const std::string& why) const;
    /// Keeps the last three epochs, `best`, `latest` and the snapshots.
    void removeOldCheckpoints() const;
    /// Makes anew what has been removed meanwhile: folders, lock and config.json. Errors: NotFound (the folder above is gone too: an
    /// unplugged disk), Busy or Unwritable (something else is there now), and those of writing.
    Result<void> putBack();
    /// Appends "TIME LINE" to log.txt. Newlines inside become spaces.
    Result<void> log(std::string_view line) const;

private:
    explicit RunFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Result<void> point(const char* name, const std::filesystem::path& checkpoint) const;
    Result<std::filesystem::path> pointed(const char* name) const;

    std::filesystem::path folder_;
    RunConfig config_;
    std::optional<FileLock> lock_;
};

/// A run found in a folder of runs.
struct RunEntry {
    std::filesystem::path folder;
    RunConfig config;
    std::filesystem::file_time_type changed;  ///< of metrics.csv, else of config.json
    int lastEpoch = 0;                        ///< highest epoch with a checkpoint
    bool resumable = false;                   ///< `latest` names a checkpoint that is there
    bool running = false;                     ///< a program holds the lock at this moment
};

/// The runs in the folders directly under `folder` and in the sweeps there (core/train/sweep.h), newest first. Folders that are no run are
/// left out, and so is a missing `folder`.
std::vector<RunEntry> findRuns(const std::filesystem::path& folder);

/// Whether `folder` looks like a run: it holds a config.json and a checkpoints folder.
bool isRunFolder(const std::filesystem::path& folder);

/// $XDG_DATA_HOME/sonoglyph/runs, else ~/.local/share/sonoglyph/runs.
std::filesystem::path defaultRunsFolder();

}  // namespace sonoglyph
