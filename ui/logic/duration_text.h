// A length of time for people, in the one or two units that matter: "45 s", "12 min", "3 h 20 min", "2 d 4 h".
#pragma once

#include <QString>

namespace sonoglyph {

/// Rounded; not finite or negative: empty.
QString durationText(double seconds);

}  // namespace sonoglyph
