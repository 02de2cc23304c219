#include "core/session/trained_data.h"

namespace sonoglyph {

DatasetConfig trainedOn(const RunConfig& config, const std::filesystem::path& folder)
{
    DatasetConfig data = config.data;
    std::error_code ignored;
    if (!folder.empty())
        data.folder = folder;
    else if (!std::filesystem::is_directory(data.folder, ignored))
        data.folder.clear();
    return data;
}

}  // namespace sonoglyph
