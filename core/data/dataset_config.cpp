#include "core/data/dataset_config.h"

#include <cstdlib>

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

/// $variable/sonoglyph, else ~/fallback/sonoglyph. A relative path in an XDG variable counts as unset (XDG Base Directory Specification).
fs::path userFolder(const char* variable, const char* fallback)
{
    if (const char* chosen = std::getenv(variable); chosen && fs::path(chosen).is_absolute()) return fs::path(chosen) / "sonoglyph";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : "/") / fallback / "sonoglyph";
}

}  // namespace

fs::path defaultDataFolder()
{
    if (const char* chosen = std::getenv("SONOGLYPH_DATA"); chosen && *chosen) return chosen;
    return userFolder("XDG_DATA_HOME", ".local/share") / "data";
}

fs::path defaultCacheFolder() { return userFolder("XDG_CACHE_HOME", ".cache"); }

const std::vector<std::string>& datasetNames()
{
    static const std::vector<std::string> names{"fsdd", "fsdd6", "scd", "mixed"};
    return names;
}

}  // namespace sonoglyph
