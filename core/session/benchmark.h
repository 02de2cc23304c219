// How fast this machine is, and how fast it could be. Values only.
#pragma once

#include <cstdint>
#include <string>

namespace sonoglyph {

struct TrainBenchmark {
    int threads = 0;
    int batch = 0;
    int steps = 0;                     ///< timed, after three to warm up
    double millisecondsPerStep = 0;    ///< median
    double samplesPerSecond = 0;       ///< batch over the median
    double inputShare = 0;             ///< of a step that goes into gathering the batch, 0 to 1
    double gemmGflops = 0;             ///< of one large float32 matrix product on the same threads
    double gflopPerStep = 0;           ///< multiplications and additions of the layers, forward and backward
    double shareOfLimit = 0;           ///< of the speed at which the layers' arithmetic alone would run at gemmGflops
    std::int64_t residentBytes = 0;    ///< of the process at the end
    std::int64_t checkpointBytes = 0;  ///< of a run's state: weights, moments, generator
};

struct DecodeBenchmark {
    int threads = 0;
    int repeats = 0;
    double encodeAndDraw = 0;    ///< milliseconds from network input to image and reading, median
    double encodeAndDraw95 = 0;  ///< 95th percentile
    double draw = 0;             ///< milliseconds from z to image and reading, median
    double draw95 = 0;
};

}  // namespace sonoglyph
