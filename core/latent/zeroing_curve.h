// How well images are read when k latent dimensions are set to zero (paper, figure 8). Value types; computed by Engine::zeroingCurve().
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/byte_image.h"
#include "core/latent/zeroing.h"

namespace sonoglyph {

/// LeNet-5's accuracy with so many dimensions zeroed, 0 to 1, over the repeats.
struct ZeroingPoint {
    int zeroed = 0;
    double accuracy = 0;  ///< their mean
    double lowest = 0, highest = 0;
    double deviation = 0;  ///< their standard deviation, divided by their number less one; 0 for one
};

struct ZeroingCurve {
    std::string model, dataset;
    ZeroOrder order = ZeroOrder::Random;
    bool samples = false;              ///< of z; else its means
    int latent = 0;                    ///< dimensions
    int repeats = 1;                   ///< orders (and samples) drawn; 1 where nothing is random
    std::int64_t examples = 0;         ///< held-out pairs that each accuracy is of
    std::vector<ZeroingPoint> points;  ///< of 0, step, 2 step, ... and all dimensions
    std::int64_t images = 0;           ///< drawn and read
    double seconds = 0;                ///< that this took, without reading the data set
    /// For each point the image of one held-out recording of every digit, from its mean, zeroed in the first order; empty unless asked for.
    std::vector<std::vector<ByteImage>> pictures{};

    double imagesPerSecond() const { return seconds > 0 ? double(images) / seconds : 0; }
};

/// "zeroed,accuracy,lowest,highest,deviation", a line a point.
std::string toCsv(const ZeroingCurve& curve);

}  // namespace sonoglyph
