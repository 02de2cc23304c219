#include "core/latent/zeroing_curve.h"

#include "core/base/number_text.h"

namespace sonoglyph {

std::string toCsv(const ZeroingCurve& curve)
{
    std::string csv = "zeroed,accuracy,lowest,highest,deviation\n";
    for (const ZeroingPoint& p : curve.points)
        csv += std::to_string(p.zeroed) + ',' + shortest(p.accuracy) + ',' + shortest(p.lowest) + ',' + shortest(p.highest) + ',' +
               shortest(p.deviation) + '\n';
    return csv;
}

}  // namespace sonoglyph
