// The user's folders of this program, after the XDG Base Directory Specification. Any thread; nothing is created.
#pragma once

#include <filesystem>

namespace sonoglyph {

/// $XDG_DATA_HOME/sonoglyph, else ~/.local/share/sonoglyph.
std::filesystem::path userDataFolder();

/// $XDG_CACHE_HOME/sonoglyph, else ~/.cache/sonoglyph.
std::filesystem::path userCacheFolder();

}  // namespace sonoglyph
