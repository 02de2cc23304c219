// The numbers that a training run produces, and their rows in metrics.csv. Knows no LibTorch.
#pragma once

#include <cstdint>

namespace sonoglyph {

/// One optimiser step. Losses in nats a pair, summed over pixels and dimensions, averaged over the batch.
struct StepMetrics {
    std::int64_t step = 0;  ///< 1 for the first step of the run
    int epoch = 0;          ///< 1 for the first epoch
    double total = 0;       ///< what was minimised: RunConfig::reconstructionWeight() * reconstruction + klWeight * kl + adversarial term
    double reconstruction = 0;    ///< Bernoulli, nats
    double kl = 0;                ///< nats
    double klWeight = 1;          ///< RunConfig::klWeight() and the warm-up in one
    double seconds = 0;           ///< since the run began, pauses left out
    double samplesPerSecond = 0;  ///< over the last steps
};

/// The state of the run at the end of an epoch.
struct EpochMetrics {
    int epoch = 0;
    std::int64_t step = 0;
    double trainTotal = 0, trainReconstruction = 0, trainKl = 0;  ///< means over the epoch's steps
    double testTotal = 0, testReconstruction = 0, testKl = 0;     ///< on the held-out pairs, KL weight 1
    double accuracy = 0;                                          ///< LeNet-5 on images from samples of z, held-out pairs, 0 to 1
    double accuracyMean = 0;                                      ///< the same from the mean of z
    int activeUnits = 0;                                          ///< dimensions whose mean KL on held-out pairs exceeds 0.01 nat
    double seconds = 0;
};

}  // namespace sonoglyph
