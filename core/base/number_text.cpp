#include "core/base/number_text.h"

#include <array>
#include <charconv>

namespace sonoglyph {

namespace {

template <class Number>
std::string shortestOf(Number number)
{
    std::array<char, 32> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

}  // namespace

std::string shortest(float number) { return shortestOf(number); }

std::string shortest(double number) { return shortestOf(number); }

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace sonoglyph
