// A learner of some two thousand weights, for what a run promises whatever it trains: weights, Adam's moments, noise and batch decide its
// next step, as in the real ones, but a step and a checkpoint take no time.
#pragma once

#include <torch/torch.h>

#include "core/model/byte_images.h"
#include "core/model/initialise.h"
#include "core/model/losses.h"
#include "core/train/adam.h"
#include "core/train/learner.h"
#include "core/train/noise.h"

namespace sonoglyph {

/// The first epoch is the best. Its one network is the generator: a step of the discriminator alone does not move it.
class SmallLearner : public Learner {
public:
    SmallLearner(const RunConfig& config, const Placement&)
        : net_(makeSeeded(config.seed, [] { return torch::nn::Linear(36, 49); })),
          adam_("small", *net_, {.learningRate = config.effectiveLearningRate()}), noise_(config.seed)
    {
    }

    StepLosses step(const Batch& batch, const StepPlan& plan) override
    {
        adam_.setLearningRate(plan.learningRate);
        const auto nats = bernoulliNats(image(batch.spectrograms, noise_.normal({batch.spectrograms.size(0), 36})), batch.images);
        const auto loss = plan.reconstructionWeight * nats;
        const bool learns = plan.networks != Networks::Discriminator;
        const auto values = learns ? adam_.minimise(loss, {nats}) : adam_.measure(loss, {nats});
        StepLosses losses;
        losses.total = values[0];
        losses.reconstruction = values[1];
        losses.gradientNorm = adam_.gradientNorm();
        return losses;
    }

    TensorDict state() const override
    {
        TensorDict dict = stateOf(*net_);
        dict.merge(adam_.state());
        dict["generator.noise"] = noise_.state();
        return dict;
    }

    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override
    {
        if (auto done = sonoglyph::restore(*net_, from, file); !done) return done;
        if (auto done = adam_.restore(from, file); !done) return done;
        noise_.restore(from.at("generator.noise"));
        return {};
    }

    void setStandardisation(double, double) override {}

    Result<Evaluation> evaluate(const Batches&, Lenet5*, double reconstructionWeight, std::uint64_t, const std::stop_token&) override
    {
        Evaluation e;
        e.reconstruction = net_->weight.square().sum().item<double>();
        e.total = reconstructionWeight * e.reconstruction;
        e.accuracy = 1 / (1 + double(adam_.state().at("adam.small.step").item<std::int64_t>()));
        return e;
    }

    TensorDict reference(const torch::Tensor&) override { return {}; }
    bool draws() const override { return true; }
    bool adversarial() const override { return true; }

    std::vector<ByteImage> draw(const torch::Tensor& spectrograms) override
    {
        torch::NoGradGuard noGrad;
        return byteImages(image(spectrograms, torch::zeros({spectrograms.size(0), 36})));
    }

    void publish(WeightSnapshot&, const ModelDescription&) const override {}
    double stepFlop(int) override { return 0; }

private:
    /// [N, 1, 28, 28], each value of a 7x7 image four times as wide and high.
    torch::Tensor image(const torch::Tensor& spectrograms, const torch::Tensor& noise)
    {
        const auto coarse = torch::avg_pool2d(spectrograms, 8).flatten(1) + 0.1 * noise;
        const auto small = torch::sigmoid(net_->forward(coarse)).reshape({-1, 1, 7, 7});
        return small.repeat_interleave(4, 2).repeat_interleave(4, 3);
    }

    torch::nn::Linear net_;
    Adam adam_;
    Noise noise_;
};

}  // namespace sonoglyph
