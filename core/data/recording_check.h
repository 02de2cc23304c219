// The facts of a whole set of recordings: computed once, in parallel, and kept in the cache folder.
//
// The cache file is CACHE/facts/KEY.safetensors. KEY is a SHA-256 over every file's path, size and time of change: what is asked a second
// time costs no reading of sound. No sound is kept: memory grows by some 100 bytes a recording.
#pragma once

#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/recording_facts.h"
#include "core/data/recordings.h"
#include "core/data/spectrogram_cache.h"

namespace sonoglyph {

struct RecordingCheck {
    std::vector<RecordingFacts> facts;  ///< one a recording, same index
    std::vector<BadRecording> bad;      ///< why some are Unreadable
    std::vector<Message> notes;         ///< e.g. that the cache folder cannot be written
    bool fromCache = false;

    /// Recordings with this problem.
    int count(Problem problem) const;
};

/// Reads or computes. A cache that is damaged is computed again, one that cannot be written is a note; a recording that cannot be read is
/// a fact. `threads` 0: as many as there are cores. Errors: Cancelled.
Result<RecordingCheck> checkRecordings(std::span<const Recording> recordings, const std::filesystem::path& cacheFolder,
                                       const Progress& progress, std::stop_token stop, int threads);

}  // namespace sonoglyph
