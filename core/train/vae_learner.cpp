#include "core/train/vae_learner.h"

#include "core/eval/evaluation.h"
#include "core/model/byte_images.h"
#include "core/model/initialise.h"
#include "core/model/layer_flop.h"
#include "core/model/losses.h"
#include "core/model/training_reference.h"

namespace sonoglyph {

namespace {

/// Seeds of one run that must differ from one another.
constexpr std::uint64_t noiseStream = 0x9e3779b97f4a7c15u;
constexpr const char* noiseName = "generator.noise";

Vae makeVae(const RunConfig& config, torch::Device device)
{
    Vae vae = makeSeeded(config.seed, [&] {
        Vae vae(config.model, config.latent);
        // The layer before AIVAEGAN's Flatten, or the last one, gives means and log-variances.
        const auto last = vae->encoder->size() - (config.model == ModelKind::Aivaegan ? 2 : 1);
        initialise(*vae, config.initialisation, vae->encoder->ptr(last).get());
        return vae;
    });
    vae->to(device);
    return vae;
}

Discriminator makeDiscriminator(const RunConfig& config, torch::Device device)
{
    Discriminator discriminator = makeSeeded(config.seed + 1, [&] {
        Discriminator made;
        initialise(*made, config.initialisation);
        return made;
    });
    discriminator->to(device);
    return discriminator;
}

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

/// What a network in training mode remembers of its batches is at the end as it was at the beginning.
class Unmoved {
public:
    Unmoved(const torch::nn::Module& module, bool unmoved)
    {
        if (!unmoved) return;
        for (const auto& buffer : module.buffers()) kept_.emplace_back(buffer, buffer.clone());
    }
    ~Unmoved()
    {
        const torch::NoGradGuard noGrad;
        for (auto& [buffer, before] : kept_) buffer.copy_(before);
    }
    Unmoved(const Unmoved&) = delete;
    Unmoved& operator=(const Unmoved&) = delete;

private:
    std::vector<std::pair<torch::Tensor, torch::Tensor>> kept_;
};

}  // namespace

VaeLearner::VaeLearner(const RunConfig& config, const Placement& placement)
    : config_(config), vae_(makeVae(config, placement.device)),
      adam_("vae", *vae_, {.learningRate = config.effectiveLearningRate(), .lists = placement.lists}),
      noise_(config.seed ^ noiseStream, placement.device)
{
}

StepLosses VaeLearner::step(const Batch& batch, const StepPlan& plan)
{
    adam_.setLearningRate(plan.learningRate);
    vae_->train();
    const Terms terms = forward(batch);
    return minimise(terms, weighted(terms, plan));
}

TensorDict VaeLearner::state() const
{
    TensorDict dict = stateOf(*vae_);
    dict.merge(adam_.state());
    dict[noiseName] = noise_.state();
    return dict;
}

Result<void> VaeLearner::restore(const TensorDict& from, const std::filesystem::path& file)
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

void VaeLearner::setStandardisation(double mean, double deviation) { vae_->setStandardisation(mean, deviation); }

Result<Evaluation> VaeLearner::evaluate(const Batches& batches, Lenet5* judge, double reconstructionWeight, std::uint64_t seed,
                                        const std::stop_token& stop)
{
    auto evaluation = sonoglyph::evaluate(vae_, judge, batches, seed, {}, stop);
    if (evaluation) evaluation->total = reconstructionWeight * evaluation->reconstruction + config_.klWeight() * evaluation->kl;
    return evaluation;
}

TensorDict VaeLearner::reference(const torch::Tensor& spectrograms)
{
    if (spectrograms.size(0) < 2) return {};
    return TrainingReference::of(vae_, spectrograms).tensors();
}

std::vector<ByteImage> VaeLearner::draw(const torch::Tensor& spectrograms)
{
    torch::NoGradGuard noGrad;
    vae_->eval();
    return byteImages(vae_->decode(vae_->encode(spectrograms).mean));
}

void VaeLearner::publish(WeightSnapshot& snapshot, const ModelDescription& description) const { snapshot.publish(vae_, description); }

double VaeLearner::stepFlop(int batch)
{
    // Forward, and backward for weights and for inputs, each as much as forward (the first layer's input gradient, 1 % of it, is not taken
    // off).
    return 3.0 * batch * (layerFlop(vae_->encoder, {1, 1, 48, 48}) + layerFlop(vae_->decoder, {1, vae_->latent()}));
}

VaeLearner::Terms VaeLearner::forward(const Batch& batch)
{
    const Posterior q = vae_->encode(batch.spectrograms);
    const auto image = vae_->decode(sample(q, noise_.normal(q.mean.sizes())));
    return {image, bernoulliNats(image, batch.images), klPerDimension(q.mean, q.logVariance)};
}

torch::Tensor VaeLearner::weighted(const Terms& terms, const StepPlan& plan)
{
    return plan.reconstructionWeight * terms.reconstruction + plan.klWeight * terms.klPerDimension.sum();
}

StepLosses VaeLearner::minimise(const Terms& terms, const torch::Tensor& total, bool learn, const std::vector<torch::Tensor>& more,
                                std::vector<double>* values)
{
    std::vector<torch::Tensor> told{terms.reconstruction, terms.klPerDimension.sum()};
    told.insert(told.end(), more.begin(), more.end());
    told.push_back(terms.klPerDimension);
    const std::vector<double> v = learn ? adam_.minimise(total, told) : adam_.measure(total, told);
    const auto extra = v.begin() + 3, perDimension = extra + std::ptrdiff_t(more.size());
    if (values) values->assign(extra, perDimension);
    return {v[0], v[1], v[2], adam_.gradientNorm(), {}, {perDimension, v.end()}};
}

VaeGanLearner::VaeGanLearner(const RunConfig& config, const Placement& placement)
    : VaeLearner(config, placement), discriminator_(makeDiscriminator(config, placement.device)),
      discriminatorAdam_("discriminator", *discriminator_, {.learningRate = config.effectiveLearningRate(), .lists = placement.lists})
{
}

StepLosses VaeGanLearner::step(const Batch& batch, const StepPlan& plan)
{
    adam_.setLearningRate(plan.learningRate);
    discriminatorAdam_.setLearningRate(plan.learningRate);
    vae_->train();
    discriminator_->train();
    const bool generatorLearns = plan.networks != Networks::Discriminator, discriminatorLearns = plan.networks != Networks::Generator;
    const Unmoved generator(*vae_, !generatorLearns), judge(*discriminator_, !discriminatorLearns);
    const Terms terms = forward(batch);

    const auto real = discriminator_->forward(batch.images), drawn = discriminator_->forward(terms.image.detach());
    const auto loss = bernoulliNats(real, torch::ones_like(real)) + bernoulliNats(drawn, torch::zeros_like(drawn));
    discriminatorLearns ? discriminatorAdam_.minimise(loss) : discriminatorAdam_.measure(loss);

    const Frozen frozen(*discriminator_);
    const auto adversarial = adversarialNats(discriminator_->forward(terms.image), config_.adversarial);
    const auto total = adversarial + weighted(terms, plan);
    std::vector<double> v;
    StepLosses losses = minimise(terms, total, generatorLearns, {adversarial, loss, real.mean(), drawn.mean()}, &v);
    losses.discriminator = DiscriminatorMetrics{v[0], v[1], v[2], v[3], discriminatorAdam_.gradientNorm()};
    return losses;
}

TensorDict VaeGanLearner::state() const
{
    TensorDict dict = VaeLearner::state();
    dict.merge(stateOf(*discriminator_, "discriminator."));
    dict.merge(discriminatorAdam_.state());
    return dict;
}

Result<void> VaeGanLearner::restore(const TensorDict& from, const std::filesystem::path& file)
{
    if (auto done = VaeLearner::restore(from, file); !done) return done;
    if (auto done = sonoglyph::restore(*discriminator_, from, file, "discriminator."); !done) return done;
    return discriminatorAdam_.restore(from, file);
}

double VaeGanLearner::stepFlop(int batch)
{
    // The discriminator runs on real and drawn images for itself, and once more for the generator without gradients of its weights.
    torch::nn::Sequential layers(std::dynamic_pointer_cast<torch::nn::SequentialImpl>(discriminator_->children().front()));
    return VaeLearner::stepFlop(batch) + (2 * 3 + 2) * batch * layerFlop(layers, {1, 1, 28, 28});
}

}  // namespace sonoglyph
