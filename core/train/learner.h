// One model in training: what happens in a step, the state that makes the next one, and what is shown and said of it meanwhile. Knows no
// run, no files, no thread. Each kind of model has its own (vae_learner.h, classifier_learner.h): nobody else asks which kind it is.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <torch/types.h>

#include "core/base/byte_image.h"
#include "core/model/lenet5.h"
#include "core/model/state.h"
#include "core/session/evaluation.h"
#include "core/train/metrics.h"
#include "core/train/placement.h"
#include "core/train/run_changes.h"
#include "core/train/weight_snapshot.h"

namespace sonoglyph {

class Batches;

/// The pairs of one step, on the learner's device.
struct Batch {
    torch::Tensor spectrograms;  ///< [N, 1, 48, 48]
    torch::Tensor images;        ///< [N, 1, 28, 28] in 0..1
    torch::Tensor labels;        ///< [N], int64: what is said and shown
};

/// What changes from step to step, by plan or because a person wants it.
struct StepPlan {
    double learningRate;              ///< of Adam: RunConfig::learningRateAt()
    double klWeight = 1;              ///< of the KL divergence summed over the dimensions: RunConfig::klWeight() and the warm-up in one
    double reconstructionWeight = 1;  ///< RunConfig::reconstructionWeight()
    Networks networks = Networks::Both;
};

/// What one step found before its update: see StepMetrics.
struct StepLosses {
    double total = 0;
    double reconstruction = 0;
    double kl = 0;
    double gradientNorm = 0;
    std::optional<DiscriminatorMetrics> discriminator;
    std::vector<double> klPerDimension;
};

/// Not thread-safe.
class Learner {
public:
    virtual ~Learner() = default;
    /// Where the total is no number, the weights were not changed.
    virtual StepLosses step(const Batch& batch, const StepPlan& plan) = 0;
    /// Everything that decides the future: weights, buffers, optimiser moments, the noise generator ("generator.noise"). The tensors are
    /// the learner's own, on its device; those that restore() takes may lie anywhere.
    virtual TensorDict state() const = 0;
    virtual Result<void> restore(const TensorDict& from, const std::filesystem::path& file) = 0;
    /// Shift and scale of the input: see VaeImpl::setStandardisation().
    virtual void setStandardisation(double mean, double deviation) = 0;

    /// Whether it has a discriminator, so that StepPlan::networks matters.
    virtual bool adversarial() const { return false; }
    /// On the held-out part. `judge`, on the learner's device, may be null: then the readings of a model that draws are not measured.
    /// `reconstructionWeight` in the total. `seed` of what is drawn at random. Errors: Cancelled.
    virtual Result<Evaluation> evaluate(const Batches& batches, Lenet5* judge, double reconstructionWeight, std::uint64_t seed,
                                        const std::stop_token& stop) = 0;
    /// The training recordings as the model hears them now (core/model/training_reference.h), from their `spectrograms`, for a checkpoint.
    /// No part of the state; on the CPU. Empty for a model that draws nothing.
    virtual TensorDict reference(const torch::Tensor& spectrograms) = 0;
    /// Whether draw() and publish() do anything, and evaluate() needs a judge.
    virtual bool draws() const = 0;
    /// An image for each of `spectrograms`, from the mean of z.
    virtual std::vector<ByteImage> draw(const torch::Tensor& spectrograms) = 0;
    virtual void publish(WeightSnapshot& snapshot, const ModelDescription& description) const = 0;
    /// Multiplications and additions of a step over `batch` examples.
    virtual double stepFlop(int batch) = 0;
};

/// A learner with fresh weights, all drawn from config.seed: the same on every device.
std::unique_ptr<Learner> makeLearner(const RunConfig& config, const Placement& placement);

}  // namespace sonoglyph
