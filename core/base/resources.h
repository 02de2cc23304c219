// Where the program's own files lie: built-in models, presets.
#pragma once

#include <filesystem>

namespace sonoglyph {

/// SONOGLYPH_RESOURCES where it is set; else the first share/sonoglyph that exists in the folders above the executable (three levels up:
/// PREFIX/bin/x, build/x/bin/y and build/x/tests/bin/y); else PREFIX/share/sonoglyph, which then does not exist. Any thread.
std::filesystem::path resourceFolder();

}  // namespace sonoglyph
