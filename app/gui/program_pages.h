// The pages of the program, in the order of the navigation rail.
#pragma once

#include <vector>

#include "ui/pages/main_window.h"

namespace sonoglyph {

/// Words in the present language.
std::vector<PageEntry> programPages();

}  // namespace sonoglyph
