// Reading tables as text (RFC 4180). Writing: csvField() in core/base/number_text.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonoglyph {

/// Rows of fields; quotes taken off, empty lines left out. Separated by commas, or by semicolons where the first line has some and no
/// comma.
std::vector<std::vector<std::string>> csvRows(std::string_view text);

}  // namespace sonoglyph
