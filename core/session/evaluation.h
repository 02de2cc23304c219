// The result of an evaluation, as numbers. No LibTorch.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace sonoglyph {

struct Evaluation {
    std::int64_t examples = 0;                                 ///< held-out pairs; of a classifier recordings
    double accuracy = 0;                                       ///< LeNet-5 on images drawn from samples of z, 0 to 1; a classifier's own
    std::array<double, 2> interval{};                          ///< of accuracy, Wilson, 95 %
    double accuracyMean = 0;                                   ///< on images drawn from the mean of z; a classifier's own
    std::array<double, 10> perDigit{};                         ///< accuracy of each digit, from samples
    std::array<std::array<std::int64_t, 10>, 10> confusion{};  ///< [spoken][read], from samples
    double diversity = 0;                ///< deviation of a pixel among images of one digit, from samples, averaged over pixels and digits
    double reconstruction = 0;           ///< nats a pair
    double kl = 0;                       ///< nats a recording, averaged over the pairs
    std::vector<double> klPerDimension;  ///< its parts
    double total = 0;     ///< the objective, KL weight 1, without an adversarial term; of a classifier cross-entropy, nats a recording
    int activeUnits = 0;  ///< dimensions whose mean KL exceeds 0.01 nat
    bool heard = false;   ///< a classifier's own: examples are held-out recordings, and nothing is drawn
    bool judged = false;  ///< whether a LeNet-5 was there: without it all readings are 0
};

}  // namespace sonoglyph
