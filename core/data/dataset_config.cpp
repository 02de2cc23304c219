#include "core/data/dataset_config.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/user_folders.h"
#include "core/data/own_dataset.h"

namespace sonoglyph {

std::filesystem::path defaultDataFolder()
{
    if (const char* chosen = std::getenv("SONOGLYPH_DATA"); chosen && *chosen) return chosen;
    return userDataFolder() / "data";
}

std::filesystem::path defaultCacheFolder() { return userCacheFolder(); }

const std::vector<std::string>& builtInDatasets()
{
    static const std::vector<std::string> names{"fsdd", "fsdd6", "scd", "mixed", "synthetic"};
    return names;
}

bool isDatasetName(const std::string& name)
{
    const auto& names = builtInDatasets();
    return std::find(names.begin(), names.end(), name) != names.end() || isOwnName(name);
}

}  // namespace sonoglyph
