#include "core/data/labels.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sonoglyph {

namespace {

constexpr std::array<std::string_view, 10> words{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

}  // namespace

const Labels& digitLabels()
{
    static const Labels labels{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    return labels;
}

std::string_view digitWord(int digit) { return words.at(std::size_t(digit)); }

std::optional<int> labelNamed(const Labels& labels, std::string_view text)
{
    const std::string name = lower(text);
    const auto at = std::find_if(labels.begin(), labels.end(), [&](const std::string& label) { return lower(label) == name; });
    if (at != labels.end()) return int(at - labels.begin());
    const auto word = std::find(words.begin(), words.end(), name);
    if (word == words.end() || labels != digitLabels()) return std::nullopt;
    return int(word - words.begin());
}

Labels labelsOf(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const bool digits = std::all_of(names.begin(), names.end(), [](const std::string& n) { return labelNamed(digitLabels(), n); });
    return digits ? digitLabels() : names;
}

}  // namespace sonoglyph
