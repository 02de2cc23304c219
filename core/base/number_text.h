// Numbers and words in files that programs read. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace sonoglyph {

/// The fewest digits that give this very number when read again; a point, whatever the locale.
std::string shortest(float number);
std::string shortest(double number);

/// One field of a CSV file (RFC 4180), quoted where it must be.
std::string csvField(std::string_view text);

}  // namespace sonoglyph
