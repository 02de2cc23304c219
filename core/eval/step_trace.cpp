#include "core/eval/step_trace.h"

#include <algorithm>
#include <array>

#include "core/data/random.h"
#include "core/model/byte_images.h"
#include "core/model/losses.h"
#include "core/train/batches.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t pairStream = 0x74726163650001, noiseStream = 0x74726163650002;

template <class T>
std::vector<T> values(const torch::Tensor& tensor)
{
    const auto flat = tensor.detach().to(torch::CppTypeToScalarType<T>::value).contiguous();
    return {flat.template data_ptr<T>(), flat.template data_ptr<T>() + flat.numel()};
}

/// Places in the training pairs.
std::optional<std::uint32_t> choosePair(const PairedDataset& dataset, int digit, std::uint64_t seed)
{
    std::vector<std::uint32_t> fitting;
    for (std::size_t i = 0; i < dataset.trainPairs.size(); ++i) {
        const Recording& recording = dataset.recordings.recordings[dataset.trainPairs[i].recording];
        if (digit < 0 || recording.label == digit) fitting.push_back(std::uint32_t(i));
    }
    if (fitting.empty()) return std::nullopt;
    Random random = seededRandom(seed, pairStream);
    return fitting[std::size_t(drawBelow(random, fitting.size()))];
}

/// Gradients for the weights of `module` while it lives; afterwards none are kept.
class Differentiated {
public:
    explicit Differentiated(torch::nn::Module& module) : module_(module), parameters_(module.parameters())
    {
        module_.eval();
        for (auto& p : parameters_) p.requires_grad_(true);
    }
    ~Differentiated()
    {
        for (auto& p : parameters_) {
            p.mutable_grad() = torch::Tensor();
            p.requires_grad_(false);
        }
    }
    Differentiated(const Differentiated&) = delete;
    Differentiated& operator=(const Differentiated&) = delete;

private:
    torch::nn::Module& module_;
    std::vector<torch::Tensor> parameters_;
};

double gradientNorm(const torch::nn::Module& module)
{
    double sum = 0;
    for (const auto& p : module.parameters())
        if (p.grad().defined()) sum += p.grad().square().sum().item<double>();
    return std::sqrt(sum);
}

DiscriminatorTrace askDiscriminator(Discriminator& discriminator, const torch::Tensor& real, const torch::Tensor& drawn, Adversarial form)
{
    DiscriminatorTrace trace;
    const Differentiated weights(*discriminator);
    const auto ofReal = discriminator->forward(real), ofDrawn = discriminator->forward(drawn.detach());
    const auto loss = bernoulliNats(ofReal, torch::ones_like(ofReal)) + bernoulliNats(ofDrawn, torch::zeros_like(ofDrawn));
    loss.backward();
    trace.real = ofReal.item<double>();
    trace.drawn = ofDrawn.item<double>();
    trace.loss = loss.item<double>();
    trace.gradientNorm = gradientNorm(*discriminator);
    const auto pixels = drawn.detach().clone().requires_grad_(true);
    adversarialNats(discriminator->forward(pixels), form).backward();
    trace.drawnWishes = values<float>(-pixels.grad());
    return trace;
}

}  // namespace

Result<StepTrace> traceStep(Vae& vae, Discriminator* discriminator, const ModelDescription& description, const PairedDataset& dataset,
                            const StepTraceRequest& request)
{
    const auto pair = choosePair(dataset, request.digit, request.seed);
    if (!pair)
        return Error{Errc::NotFound,
                     {SONOGLYPH_TEXT("core", "The data set %1 has no training pair of the digit %2."),
                      {dataset.config.name, std::to_string(request.digit)}}};
    const RunConfig& config = description.config;
    const Batches batches(dataset);
    const Batch batch = batches.train(std::array{*pair});
    const Recording& recording = dataset.recordings.recordings[dataset.trainPairs[*pair].recording];

    StepTrace trace;
    trace.recording = recording.file.filename().string();
    trace.digit = recording.label;
    trace.modelSteps = description.step;
    trace.objective = objectiveOf(config);
    trace.kind = config.model;
    trace.reconstructionWeight = config.reconstructionWeight();
    trace.klWeight = config.klWeight();

    const Differentiated weights(*vae);
    const Posterior q = vae->encode(batch.spectrograms);
    const auto noise = Noise(request.seed ^ noiseStream).normal(q.mean.sizes());
    const auto z = sample(q, noise);
    const auto image = vae->decode(z);
    const auto reconstruction = bernoulliNats(image, batch.images);
    const auto kl = klPerDimension(q.mean, q.logVariance);
    auto total = trace.reconstructionWeight * reconstruction + trace.klWeight * kl.sum();
    if (discriminator) {
        trace.discriminator = askDiscriminator(*discriminator, batch.images, image, config.adversarial);
        const auto adversarial = adversarialNats((*discriminator)->forward(image), config.adversarial);
        trace.discriminator->adversarial = adversarial.item<double>();
        total = total + adversarial;
    }
    total.backward();

    const auto input = values<float>(batch.spectrograms);
    trace.input.bands = int(batch.spectrograms.size(2));
    trace.input.frames = int(batch.spectrograms.size(3));
    trace.input.values = input;
    trace.code = {values<float>(q.mean), values<float>(q.logVariance)};
    trace.noise = values<float>(noise);
    trace.z = values<float>(z);
    trace.drawn = byteImages(image.detach()).front();
    trace.real = byteImages(batch.images).front();
    trace.pixelNats = values<float>(torch::binary_cross_entropy(image.detach(), batch.images, {}, at::Reduction::None));
    trace.reconstruction = reconstruction.item<double>();
    trace.dimensionKl = values<double>(kl);
    trace.kl = kl.sum().item<double>();
    trace.total = total.item<double>();
    trace.encoderGradient = gradientNorm(*vae->encoder);
    trace.decoderGradient = gradientNorm(*vae->decoder);
    return trace;
}

}  // namespace sonoglyph
