#include "core/session/evaluation.h"

namespace sonoglyph {

DigitReading SetReading::all() const
{
    DigitReading sum;
    for (const DigitReading& digit : digits) {
        sum.recordings += digit.recordings;
        sum.examples += digit.examples;
        sum.right += digit.right;
        sum.rightMean += digit.rightMean;
    }
    return sum;
}

}  // namespace sonoglyph
