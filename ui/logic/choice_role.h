// What a list of choices gives to the popup that shows it (ui/pages/choice_popup.h).
#pragma once

#include <Qt>

namespace sonoglyph {

struct ChoiceRole {
    enum {
        Key = Qt::UserRole,  ///< QString, one of its own for every choice
        Group,               ///< QString, may be empty: what several choices in a row belong to
        Label,               ///< QString: which of the group
        Value,               ///< QString, may be empty: a number about it
        Live,                ///< bool: changes at this moment
        Search,              ///< QString: what a search looks in
    };
};

}  // namespace sonoglyph
