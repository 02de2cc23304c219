// The path of this executable, for commands that run others of ours in processes of their own.
#pragma once

#include <filesystem>

namespace sonoglyph {

inline std::filesystem::path ownProgram() { return std::filesystem::read_symlink("/proc/self/exe"); }

}  // namespace sonoglyph
