#include "core/data/dataset_config.h"

#include <cstdlib>

#include "core/base/user_folders.h"

namespace sonoglyph {

std::filesystem::path defaultDataFolder()
{
    if (const char* chosen = std::getenv("SONOGLYPH_DATA"); chosen && *chosen) return chosen;
    return userDataFolder() / "data";
}

std::filesystem::path defaultCacheFolder() { return userCacheFolder(); }

const std::vector<std::string>& datasetNames()
{
    static const std::vector<std::string> names{"fsdd", "fsdd6", "scd", "mixed", "synthetic"};
    return names;
}

}  // namespace sonoglyph
