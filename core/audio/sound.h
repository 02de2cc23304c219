// Sound in memory, as every part of the program passes it on.
#pragma once

#include <vector>

namespace sonoglyph {

struct Sound {
    int rate = 0;                ///< samples a second, in Hz
    std::vector<float> samples;  ///< mono, nominally -1 to 1

    double seconds() const { return rate > 0 ? double(samples.size()) / rate : 0.0; }
};

}  // namespace sonoglyph
