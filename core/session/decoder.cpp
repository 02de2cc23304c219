#include "core/session/torch_decoder.h"

#include <chrono>
#include <cmath>

#include "core/model/byte_images.h"
#include "core/train/noise.h"
#include "core/train/threads.h"

namespace sonoglyph {

namespace {

std::vector<float> values(const torch::Tensor& t)
{
    const auto flat = t.to(torch::kFloat32).contiguous();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

/// Whether `z` can be a code of the model.
Result<void> check(const std::vector<float>& z, const ModelInfo& model)
{
    if (int(z.size()) != model.latent)
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The model %1 has %2 latent dimensions, not %3."),
                      {model.name, std::to_string(model.latent), std::to_string(z.size())}}};
    if (!std::all_of(z.begin(), z.end(), [](float v) { return std::isfinite(v); }))
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "A latent value is not a number."), {}}};
    return {};
}

}  // namespace

Result<std::unique_ptr<Decoder>> TorchDecoder::open(const std::string& model)
{
    auto loaded = loadModel(model);
    if (!loaded) return loaded.error();
    return of(std::move(*loaded));
}

std::unique_ptr<Decoder> TorchDecoder::of(LoadedModel model)
{
    auto judge = loadLenet5();
    return std::unique_ptr<Decoder>(new TorchDecoder(std::move(model), judge ? *judge : Lenet5{nullptr}));
}

Result<Drawing> TorchDecoder::hear(const Spectrogram& input, std::optional<std::uint64_t> sampleSeed)
{
    const int size = info().spectrogram.size;
    if (input.bands != size || input.frames != size)
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The model %1 hears spectrograms of %2 x %2 values."), {info().name, std::to_string(size)}}};
    return guarded([&] {
        const auto x = torch::from_blob(const_cast<float*>(input.values.data()), {1, 1, size, size}, torch::kFloat32);
        const Posterior q = model_.vae->encode(x);
        const auto z = sampleSeed ? sample(q, Noise(*sampleSeed).normal(q.mean.sizes())) : q.mean;
        Drawing drawing = decode(z);
        drawing.code = {values(q.mean), values(q.logVariance)};
        if (model_.reference) drawing.distance = model_.reference->distanceOf(q.mean);
        return drawing;
    });
}

Result<Drawing> TorchDecoder::draw(const std::vector<float>& z)
{
    if (auto fits = check(z, info()); !fits) return fits.error();
    return guarded([&] { return decode(torch::from_blob(const_cast<float*>(z.data()), {1, info().latent}, torch::kFloat32)); });
}

Result<PosteriorPicture> TorchDecoder::drawPosterior(const PosteriorRequest& request)
{
    for (const auto* values : {&request.code.mean, &request.code.logVariance})
        if (auto fits = check(*values, info()); !fits) return fits.error();
    if (request.draws < 2 || request.shown < 0 || request.shown > request.draws || !(request.spread >= 0 && request.spread <= 3))
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "The spread of a posterior's draws must be 0 to 3, and their number 2 or more."), {}}};
    return guarded([&] {
        const auto row = [this](const std::vector<float>& v) {
            return torch::from_blob(const_cast<float*>(v.data()), {1, info().latent}, torch::kFloat32);
        };
        const auto mean = row(request.code.mean), deviation = (row(request.code.logVariance) / 2).exp();
        const auto noise = Noise(request.seed).normal({request.draws, info().latent});
        // The mean goes first, all in one batch.
        const auto z = torch::cat({mean, mean + request.spread * deviation * noise});
        const auto images = model_.vae->decode(z);
        const auto drawn = images.slice(0, 1);
        PosteriorPicture picture;
        picture.mean = byteImages(images.slice(0, 0, 1)).front();
        picture.width = picture.mean.width;
        picture.height = picture.mean.height;
        picture.deviation = values((drawn - drawn.mean(0)).square().mean(0).sqrt());
        picture.draws = drawings(z.slice(0, 1, 1 + request.shown), drawn.slice(0, 0, request.shown));
        picture.spread = request.spread;
        return picture;
    });
}

std::vector<Drawing> TorchDecoder::drawings(const torch::Tensor& z, const torch::Tensor& images)
{
    std::vector<Drawing> out(std::size_t(z.size(0)));
    if (out.empty()) return out;
    const auto pictures = byteImages(images);
    const auto read = judge_ ? judge_->forward(images).softmax(1) : torch::Tensor();
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].image = pictures[i];
        out[i].z = values(z[std::int64_t(i)]);
        if (!judge_) continue;
        const auto p = values(read[std::int64_t(i)]);
        std::copy(p.begin(), p.end(), out[i].reading.probabilities.begin());
    }
    return out;
}

Drawing TorchDecoder::decode(const torch::Tensor& z) { return std::move(drawings(z, model_.vae->decode(z)).front()); }

template <class Work>
auto TorchDecoder::guarded(Work work) -> Result<decltype(work())>
{
    const auto began = std::chrono::steady_clock::now();
    try {
        useThreadsToAnswer();
        torch::NoGradGuard noGrad;
        auto made = work();
        made.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        return made;
    } catch (const c10::Error& e) {
        return Error{
            Errc::Internal, {SONOGLYPH_TEXT("core", "The model %1 could not draw this sound."), {info().name}}, e.what_without_backtrace()};
    }
}

}  // namespace sonoglyph
