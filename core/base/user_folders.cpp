#include "core/base/user_folders.h"

#include <cstdlib>

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

/// The specification says that a relative path in its variables is to be ignored.
fs::path userFolder(const char* variable, const char* fallback)
{
    if (const char* chosen = std::getenv(variable); chosen && fs::path(chosen).is_absolute()) return fs::path(chosen) / "sonoglyph";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : "/") / fallback / "sonoglyph";
}

}  // namespace

fs::path userDataFolder() { return userFolder("XDG_DATA_HOME", ".local/share"); }

fs::path userCacheFolder() { return userFolder("XDG_CACHE_HOME", ".cache"); }

}  // namespace sonoglyph
