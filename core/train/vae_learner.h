// The learners of the models that draw: AIVAE and AIVAEGAN (paper, objectives 2 and 4).
#pragma once

#include "core/model/discriminator.h"
#include "core/model/vae.h"
#include "core/train/adam.h"
#include "core/train/learner.h"
#include "core/train/noise.h"

namespace sonoglyph {

class VaeLearner : public Learner {
public:
    explicit VaeLearner(const RunConfig& config, const Placement& placement);

    StepLosses step(const Batch& batch, const StepPlan& plan) override;
    TensorDict state() const override;
    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override;
    void setStandardisation(double mean, double deviation) override;
    Result<Evaluation> evaluate(const Batches& batches, Lenet5* judge, double reconstructionWeight, std::uint64_t seed,
                                const std::stop_token& stop) override;
    TensorDict reference(const torch::Tensor& spectrograms) override;
    bool draws() const override { return true; }
    std::vector<ByteImage> draw(const torch::Tensor& spectrograms) override;
    void publish(WeightSnapshot& snapshot, const ModelDescription& description) const override;
    double stepFlop(int batch) override;

protected:
    struct Terms {
        torch::Tensor image, reconstruction, klPerDimension;
    };

    /// Draws the noise of the step.
    Terms forward(const Batch& batch);
    static torch::Tensor weighted(const Terms& terms, const StepPlan& plan);
    /// A step down `total`, or where it does not `learn` only its gradient. The values of `more`, zero-dimensional tensors, are put into
    /// `values`.
    StepLosses minimise(const Terms& terms, const torch::Tensor& total, bool learn = true, const std::vector<torch::Tensor>& more = {},
                        std::vector<double>* values = nullptr);

    RunConfig config_;
    Vae vae_;
    Adam adam_;
    Noise noise_;
};

/// Real and drawn images go through the discriminator as separate batches; it learns first. Of a network that is not to learn in a step
/// nothing changes, but its gradient is measured all the same.
class VaeGanLearner : public VaeLearner {
public:
    explicit VaeGanLearner(const RunConfig& config, const Placement& placement);

    StepLosses step(const Batch& batch, const StepPlan& plan) override;
    TensorDict state() const override;
    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override;
    bool adversarial() const override { return true; }
    double stepFlop(int batch) override;

private:
    Discriminator discriminator_;
    Adam discriminatorAdam_;
};

}  // namespace sonoglyph
