#include "core/base/resources.h"

#include <cstdlib>

namespace sonoglyph {
namespace fs = std::filesystem;

fs::path resourceFolder()
{
    if (const char* chosen = std::getenv("SONOGLYPH_RESOURCES"); chosen && *chosen) return chosen;
    std::error_code failed;
    const fs::path executable = fs::read_symlink("/proc/self/exe", failed);
    const fs::path standard = executable.parent_path().parent_path() / "share" / "sonoglyph";
    fs::path folder = executable.parent_path();
    for (int level = 0; level < 3; ++level) {
        folder = folder.parent_path();
        const fs::path candidate = folder / "share" / "sonoglyph";
        if (fs::is_directory(candidate, failed)) return candidate;
    }
    return standard;
}

}  // namespace sonoglyph
