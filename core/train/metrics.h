// The numbers that a training run produces, and their rows in metrics.csv. Knows no LibTorch.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace sonoglyph {

/// AIVAEGAN: how generator and discriminator stand against each other in one step, before the update of either.
struct DiscriminatorMetrics {
    double adversarial = 0;   ///< the generator's adversarial term, nats a pair; negative where it is saturating
    double loss = 0;          ///< of the discriminator: -log D(real) - log(1 - D(drawn)), nats a pair
    double real = 0;          ///< D of the real images: mean probability over the batch, 0 to 1
    double drawn = 0;         ///< D of the drawn images
    double gradientNorm = 0;  ///< of the discriminator's loss, over all of its weights

    bool operator==(const DiscriminatorMetrics&) const = default;
};

/// One optimiser step. Losses in nats a pair, summed over pixels and dimensions, averaged over the batch. A classifier has neither
/// reconstruction nor KL: both 0.
struct StepMetrics {
    std::int64_t step = 0;  ///< 1 for the first step of the run
    int epoch = 0;          ///< 1 for the first epoch
    double total = 0;       ///< what was minimised: RunConfig::reconstructionWeight() * reconstruction + klWeight * kl + adversarial term
    double reconstruction = 0;    ///< Bernoulli, nats
    double kl = 0;                ///< nats
    double klWeight = 1;          ///< RunConfig::klWeight() and the warm-up in one
    double seconds = 0;           ///< since the run began, pauses left out
    double samplesPerSecond = 0;  ///< over the last steps
    /// Of the total, over all weights of the network (AIVAEGAN: encoder and decoder). None in files of earlier versions.
    std::optional<double> gradientNorm = std::nullopt;
    std::optional<DiscriminatorMetrics> discriminator = std::nullopt;
    /// Dimensions whose KL, averaged over the batch, exceeds activeUnitNats; none where a network has no such dimensions.
    std::optional<int> activeUnits = std::nullopt;
    std::vector<double> klPerDimension = {};  ///< nats, averaged over the batch; empty where there are none, and when read from a file
};

inline constexpr double activeUnitNats = 0.01;

/// The state of the run at the end of an epoch.
struct EpochMetrics {
    int epoch = 0;
    std::int64_t step = 0;
    double trainTotal = 0, trainReconstruction = 0, trainKl = 0;  ///< means over the epoch's steps
    double testTotal = 0, testReconstruction = 0, testKl = 0;     ///< on the held-out pairs, KL weight 1, without an adversarial term
    double accuracy = 0;      ///< held out, 0 to 1: LeNet-5 on images from samples of z; a classifier's own on recordings
    double accuracyMean = 0;  ///< LeNet-5 on images from the mean of z; a classifier's own
    int activeUnits = 0;      ///< dimensions whose mean KL on held-out pairs exceeds 0.01 nat
    double seconds = 0;
    /// core/eval/evaluation.h; none where no images are drawn, and in files of earlier versions.
    std::optional<double> diversity = std::nullopt;
    std::vector<double> klPerDimension = {};  ///< nats, on the held-out pairs; empty where there are none
};

}  // namespace sonoglyph
