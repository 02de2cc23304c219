// The learner of the audio-only classifier: cross-entropy of the digit that is said. It sees the same batches as the models that draw, and
// of every pair only the recording.
#pragma once

#include "core/model/classifier.h"
#include "core/train/adam.h"
#include "core/train/learner.h"

namespace sonoglyph {

class ClassifierLearner : public Learner {
public:
    explicit ClassifierLearner(const RunConfig& config, const Placement& placement);

    StepLosses step(const Batch& batch, const StepPlan& plan) override;
    TensorDict state() const override;
    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override;
    void setStandardisation(double mean, double deviation) override;
    Result<Evaluation> evaluate(const Batches& batches, Lenet5* judge, double reconstructionWeight, std::uint64_t seed,
                                const std::stop_token& stop) override;
    TensorDict reference(const torch::Tensor&) override { return {}; }
    bool draws() const override { return false; }
    std::vector<ByteImage> draw(const torch::Tensor&) override { return {}; }
    void publish(WeightSnapshot&, const ModelDescription&) const override {}
    double stepFlop(int batch) override;

private:
    Classifier net_;
    Adam adam_;
};

}  // namespace sonoglyph
