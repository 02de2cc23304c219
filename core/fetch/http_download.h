// One file from the network (libcurl): goes on where it was interrupted, tries mirrors in order, follows the proxy of the environment,
// checks certificates.
//
// What has come so far lies in FILE.part; FILE.part.json says from which version of which address, so that a transfer is never continued
// with another version. FILE itself appears only when all of it has come. To pause: stop, and download again later.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

struct DownloadLimits {
    std::chrono::seconds connect{20};
    std::int64_t slowBytesPerSecond = 500;  ///< slower than this for `slow` is given up
    std::chrono::seconds slow{30};
    int redirects = 8;
};

struct DownloadRequest {
    std::vector<std::string> addresses;              ///< http or https; tried in order
    std::filesystem::path file;                      ///< in a folder that is there
    std::int64_t mostBytes = std::int64_t(4) << 30;  ///< more is refused
    DownloadLimits limits = {};
};

struct DownloadProgress {
    std::int64_t bytes = 0;     ///< of the file, also those that came earlier
    std::int64_t total = 0;     ///< 0: the server does not say
    double bytesPerSecond = 0;  ///< of the last seconds
    double secondsLeft = -1;    ///< -1: not known
};

/// Blocks; any thread. `progress` is called some times a second. Errors: Cancelled; Unavailable (no address could be reached, all are slow,
/// or the line broke: what has come stays), NotFound (none has the file), Corrupt (longer than allowed or than promised), DiskFull,
/// Unwritable. Each names the last address.
Result<void> download(const DownloadRequest& request, const std::function<void(const DownloadProgress&)>& progress,
                      const std::stop_token& stop);

/// Forgets what has come so far.
void forgetDownload(const std::filesystem::path& file);

}  // namespace sonoglyph
