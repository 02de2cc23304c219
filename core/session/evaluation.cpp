#include "core/session/evaluation.h"

namespace sonoglyph {

LabelReading SetReading::all() const
{
    LabelReading sum;
    for (const LabelReading& one : perLabel) {
        sum.recordings += one.recordings;
        sum.examples += one.examples;
        sum.right += one.right;
        sum.rightMean += one.rightMean;
    }
    return sum;
}

}  // namespace sonoglyph
