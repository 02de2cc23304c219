// Whether a data set is what its makers published: by content, not by names.
//     mnist  MD5 sums of the unpacked files
//     fsdd   SHA-256 sums of the 3,000 recordings (resources/data/fsdd.sha256)
//     scd    the number of recordings of each digit, and every header: 16 kHz, one channel, 16 bits, at most a second; the lists are there
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

struct DatasetCheck {
    bool complete = false;        ///< nothing missing, nothing damaged
    int right = 0, expected = 0;  ///< files
    int missing = 0, damaged = 0;
    std::vector<std::string> faults;  ///< of the first of them: file and what is wrong
    Message message;                  ///< one sentence
};

/// `name` of a downloadable set, in whichever layout it lies in `data` (core/data/data_folders.h). Blocks; any thread. Errors: BadOption
/// (no such set), NotFound (nothing of it is there), Cancelled, Unreadable.
Result<DatasetCheck> checkDataset(const std::string& name, const std::filesystem::path& data, const Progress& progress,
                                  const std::stop_token& stop);

}  // namespace sonoglyph
