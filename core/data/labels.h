// What the classes of a data set are called. A label is an index into the names; recordings and images have the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonoglyph {

using Labels = std::vector<std::string>;

inline constexpr std::size_t maxLabels = 256;  ///< image files keep a label in a byte

/// "0" to "9".
const Labels& digitLabels();

/// The digit's name as Speech Commands spells it: zero to nine.
std::string_view digitWord(int digit);

/// The label that `text` names, upper or lower case; of digits also their English words.
std::optional<int> labelNamed(const Labels& labels, std::string_view text);

/// Of the names found in a data set: all ten digits where nothing but digits is named (as numerals or English words), else the names
/// themselves in alphabetical order.
Labels labelsOf(std::vector<std::string> names);

}  // namespace sonoglyph
