#include "core/train/learner.h"

#include <cmath>

#include "core/model/discriminator.h"
#include "core/model/initialise.h"
#include "core/model/losses.h"
#include "core/train/adam.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

/// Seeds of one run that must differ from one another.
constexpr std::uint64_t noiseStream = 0x9e3779b97f4a7c15u;
constexpr const char* noiseName = "generator.noise";

Vae makeVae(const RunConfig& config)
{
    return makeSeeded(config.seed, [&] {
        Vae vae(config.model, config.latent);
        // The layer before AIVAEGAN's Flatten, or the last one, gives means and log-variances.
        const auto last = vae->encoder->size() - (config.model == ModelKind::Aivaegan ? 2 : 1);
        initialise(*vae, config.initialisation, vae->encoder->ptr(last).get());
        return vae;
    });
}

void merge(TensorDict& into, TensorDict from) { into.merge(from); }

/// Gradients go through the module meanwhile, but none is made of its weights.
class Frozen {
public:
    explicit Frozen(torch::nn::Module& module) : parameters_(module.parameters()) { ask(false); }
    ~Frozen() { ask(true); }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;

private:
    void ask(bool gradients)
    {
        for (auto& p : parameters_) p.requires_grad_(gradients);
    }
    std::vector<torch::Tensor> parameters_;
};

/// What both models share: the generator's forward pass and its terms.
class VaeLearner : public Learner {
public:
    explicit VaeLearner(const RunConfig& config)
        : config_(config), vae_(makeVae(config)), adam_("vae", *vae_, {.learningRate = config.effectiveLearningRate()}),
          noise_(config.seed ^ noiseStream)
    {
    }

    Vae& vae() override { return vae_; }

    StepLosses step(const Batch& batch, double klWeight) override
    {
        vae_->train();
        const Terms terms = forward(batch);
        const auto total = weighted(terms, klWeight);
        update(total, adam_);
        return losses(terms, total);
    }

    TensorDict state() const override
    {
        TensorDict dict = stateOf(*vae_);
        merge(dict, adam_.state());
        dict[noiseName] = noise_.state();
        return dict;
    }

    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override
    {
        if (auto done = sonoglyph::restore(*vae_, from, file); !done) return done;
        if (auto done = adam_.restore(from, file); !done) return done;
        const auto noise = from.find(noiseName);
        if (noise == from.end() || noise->second.sizes() != noise_.state().sizes())
            return Error{Errc::Incompatible,
                         {SONOGLYPH_TEXT("core", "%1 cannot be resumed: the state of the random generator is missing."), {file.string()}}};
        noise_.restore(noise->second);
        return {};
    }

protected:
    struct Terms {
        torch::Tensor image, reconstruction, klPerDimension;
    };

    Terms forward(const Batch& batch)
    {
        const Posterior q = vae_->encode(batch.spectrograms);
        const auto image = vae_->decode(sample(q, noise_.normal(q.mean.sizes())));
        return {image, bernoulliNats(image, batch.images), klPerDimension(q.mean, q.logVariance)};
    }

    torch::Tensor weighted(const Terms& terms, double klWeight) const
    {
        return config_.reconstructionWeight() * terms.reconstruction + klWeight * terms.klPerDimension.sum();
    }

    /// A loss that is no number changes nothing: the weights stay those of the last good step.
    static void update(const torch::Tensor& loss, Adam& adam)
    {
        if (!std::isfinite(loss.item<double>())) return;
        adam.zeroGrad();
        loss.backward();
        adam.step();
    }

    static StepLosses losses(const Terms& terms, const torch::Tensor& total)
    {
        const auto kl = terms.klPerDimension.detach();
        return {total.item<double>(), terms.reconstruction.item<double>(), kl.sum().item<double>(),
                int((kl > activeUnitNats).sum().item<std::int64_t>())};
    }

    RunConfig config_;
    Vae vae_;
    Adam adam_;
    Noise noise_;
};

/// Paper objective (4). Real and drawn images go through the discriminator as separate batches.
class VaeGanLearner : public VaeLearner {
public:
    explicit VaeGanLearner(const RunConfig& config)
        : VaeLearner(config), discriminator_(makeSeeded(config.seed + 1,
                                                        [&] {
                                                            Discriminator made;
                                                            initialise(*made, config.initialisation);
                                                            return made;
                                                        })),
          discriminatorAdam_("discriminator", *discriminator_, {.learningRate = config.effectiveLearningRate()})
    {
    }

    StepLosses step(const Batch& batch, double klWeight) override
    {
        vae_->train();
        discriminator_->train();
        const Terms terms = forward(batch);
        const auto ones = torch::ones({batch.images.size(0), 1}), zeros = torch::zeros_like(ones);

        update(bernoulliNats(discriminator_->forward(batch.images), ones) +
                   bernoulliNats(discriminator_->forward(terms.image.detach()), zeros),
               discriminatorAdam_);
        const Frozen frozen(*discriminator_);
        const auto adversarial = adversarialNats(discriminator_->forward(terms.image), config_.adversarial);
        const auto total = adversarial + weighted(terms, klWeight);
        update(total, adam_);
        return losses(terms, total);
    }

    TensorDict state() const override
    {
        TensorDict dict = VaeLearner::state();
        merge(dict, stateOf(*discriminator_, "discriminator."));
        merge(dict, discriminatorAdam_.state());
        return dict;
    }

    Result<void> restore(const TensorDict& from, const std::filesystem::path& file) override
    {
        if (auto done = VaeLearner::restore(from, file); !done) return done;
        if (auto done = sonoglyph::restore(*discriminator_, from, file, "discriminator."); !done) return done;
        return discriminatorAdam_.restore(from, file);
    }

private:
    Discriminator discriminator_;
    Adam discriminatorAdam_;
};

}  // namespace

std::unique_ptr<Learner> makeLearner(const RunConfig& config)
{
    if (config.model == ModelKind::Aivaegan) return std::make_unique<VaeGanLearner>(config);
    return std::make_unique<VaeLearner>(config);
}

}  // namespace sonoglyph
