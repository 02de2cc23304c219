// Takes wanted files out of an archive (libarchive: tar, packed by gzip, xz, ...; zip), streamed: what is not wanted never reaches the
// disk. An archive is a stranger: nothing is written outside the folder, links are refused, sizes are bounded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

struct UnpackRequest {
    std::filesystem::path archive;
    std::filesystem::path into;  ///< an empty folder
    /// Where an entry goes, relative to `into`; none: it is left out. The entry's name as it stands in the archive, without "./".
    std::function<std::optional<std::filesystem::path>(const std::string& entry)> placeOf;
    std::int64_t mostBytes = std::int64_t(8) << 30;         ///< of all that is written
    std::int64_t mostBytesOfAFile = std::int64_t(1) << 30;  ///< of one entry
    std::size_t mostFiles = 200'000;                        ///< entries, wanted or not
};

struct Unpacked {
    std::size_t files = 0;
    std::int64_t bytes = 0;
};

/// Blocks; any thread. What is in the files is not checked: a byte that changed on the way comes through. Errors: NotFound, Unreadable,
/// Corrupt (damaged, ends too early, an entry that leads out of the folder, a link where a file is wanted, more than allowed), DiskFull,
/// Unwritable, Cancelled. What was written before an error stays: the folder is the caller's to remove.
Result<Unpacked> unpack(const UnpackRequest& request, const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
