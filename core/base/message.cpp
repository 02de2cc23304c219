#include "core/base/message.h"

namespace sonoglyph {

std::string english(const Message& message)
{
    std::string out;
    for (std::size_t i = 0; i < message.text.size(); ++i) {
        const char c = message.text[i];
        const int number = c == '%' && i + 1 < message.text.size() ? message.text[i + 1] - '0' : 0;
        if (number >= 1 && number <= int(message.arguments.size()) && number <= 9) {
            out += message.arguments[std::size_t(number - 1)];
            ++i;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace sonoglyph
