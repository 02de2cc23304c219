// One model in training: what happens in a step, and the state that makes the next one. Knows no run, no files, no thread.
#pragma once

#include <memory>

#include <torch/types.h>

#include "core/model/state.h"
#include "core/model/vae.h"
#include "core/train/metrics.h"

namespace sonoglyph {

/// The pairs of one step.
struct Batch {
    torch::Tensor spectrograms;  ///< [N, 1, 48, 48]
    torch::Tensor images;        ///< [N, 1, 28, 28] in 0..1
};

/// Losses of one step before the update, in nats a pair.
struct StepLosses {
    double total = 0;
    double reconstruction = 0;
    double kl = 0;
    int activeUnits = 0;  ///< dimensions whose KL, averaged over the batch, exceeds activeUnitNats
};

/// Not thread-safe.
class Learner {
public:
    virtual ~Learner() = default;
    /// Where the total is no number, the weights were not changed.
    /// `klWeight`: of the KL divergence summed over the dimensions, RunConfig::klWeight() and the warm-up in one.
    virtual StepLosses step(const Batch& batch, double klWeight) = 0;
    virtual Vae& vae() = 0;
    /// Everything that decides the future: weights, buffers, optimiser moments, the noise generator ("generator.noise").
    virtual TensorDict state() const = 0;
    virtual Result<void> restore(const TensorDict& from, const std::filesystem::path& file) = 0;
};

/// A learner with fresh weights, all drawn from config.seed.
std::unique_ptr<Learner> makeLearner(const RunConfig& config);

}  // namespace sonoglyph
