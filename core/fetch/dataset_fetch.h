// Brings a data set into the data folder: downloaded, unpacked, checked, and only then put in place, all of it or nothing. A receipt in its
// folder (sonoglyph-source.json: from where, when, which files) says that the program brought it; only such a one is ever removed.
//
// Unfinished work lies in DATA/.fetch/NAME and is gone on with by the next attempt.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "core/fetch/dataset_check.h"
#include "core/fetch/http_download.h"

namespace sonoglyph {

struct FetchRequest {
    std::string name;            ///< mnist, fsdd or scd
    std::filesystem::path data;  ///< the data folder; made where it is missing
    /// An address that holds the same files under the same names, e.g. of a school; empty: SONOGLYPH_DATA_FROM, else the makers'.
    std::string from;
    DownloadLimits limits = {};
};

struct FetchProgress {
    enum class Phase { Downloading, Unpacking, Checking };
    Phase phase = Phase::Downloading;
    double fraction = 0;        ///< of the phase, 0 to 1; 0 where nobody knows
    DownloadProgress download;  ///< of all files together; of Downloading
};
using FetchObserver = std::function<void(const FetchProgress&)>;

/// Blocks; any thread. A set that is complete already is left alone. Errors: BadOption (no such set), Busy (another program fetches it),
/// Incompatible (its folder is there and was not brought by the program), Corrupt (not what was published: what came is thrown away),
/// those of download() and unpack(), DiskFull (seen before it begins).
Result<void> fetchDataset(const FetchRequest& request, const FetchObserver& observer, const std::stop_token& stop);

/// The program brought it.
bool wasFetched(const std::string& name, const std::filesystem::path& data);

/// Bytes of an unfinished download that the next attempt goes on with; 0: none.
std::int64_t bytesWaiting(const std::string& name, const std::filesystem::path& data);

/// Removes the files that the program brought, and what is unfinished; other files stay. Gives how many were removed. Errors: BadOption (no
/// such set), NotFound (the program did not bring it), Busy, Unwritable.
Result<int> removeDataset(const std::string& name, const std::filesystem::path& data);

}  // namespace sonoglyph
