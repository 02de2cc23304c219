// A sentence for people that the core wrote and the ui can translate.
//
// The core knows no Qt: it hands out the English text with %1, %2, ... and the values for them. `english()` puts them together for the
// command line; the ui looks the text up in its translations first (context "core") and then does the same.
#pragma once

#include <string>
#include <vector>

/// Marks a text for the translators (found by lupdate as an alias of QT_TRANSLATE_NOOP). The scope is always "core".
#define SONOGLYPH_TEXT(scope, text) text

namespace sonoglyph {

struct Message {
    std::string text;                    ///< English, with the placeholders %1 to %9
    std::vector<std::string> arguments;  ///< values for %1, %2, ... in this order

    bool operator==(const Message&) const = default;
};

/// The message with its placeholders filled in. A placeholder without a value stays as it is.
std::string english(const Message& message);

}  // namespace sonoglyph
