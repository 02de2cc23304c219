#include "core/train/run_history.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string>
#include <system_error>

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr const char* folderName = "history";
constexpr std::string_view prefix = "epoch-", suffix = ".safetensors";

/// 0 where the name is none of ours.
int epochOf(const std::string& name)
{
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return 0;
    const char* begin = name.data() + prefix.size();
    const char* end = name.data() + name.size() - suffix.size();
    int epoch = 0;
    const auto [stopped, failed] = std::from_chars(begin, end, epoch);
    return failed == std::errc() && stopped == end && epoch > 0 ? epoch : 0;
}

}  // namespace

bool isHistoryEpoch(int epoch)
{
    if (epoch < 1) return false;
    while (epoch % 2 == 0) epoch /= 2;
    return epoch == 1 || epoch == 3;
}

fs::path historyFile(const fs::path& run, int epoch)
{
    char name[32];
    std::snprintf(name, sizeof name, "epoch-%04d.safetensors", epoch);
    return run / folderName / name;
}

std::vector<HistoryFile> historyFiles(const fs::path& run)
{
    std::vector<HistoryFile> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(run / folderName, none))
        if (const int epoch = epochOf(entry.path().filename().string()); epoch > 0) files.push_back({entry.path(), epoch});
    std::sort(files.begin(), files.end(), [](const HistoryFile& a, const HistoryFile& b) { return a.epoch < b.epoch; });
    return files;
}

}  // namespace sonoglyph
