#include "core/session/torch_decoder.h"

#include <chrono>
#include <cmath>

#include "core/model/byte_images.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

std::vector<float> values(const torch::Tensor& t)
{
    const auto flat = t.to(torch::kFloat32).contiguous();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
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
        return drawing;
    });
}

Result<Drawing> TorchDecoder::draw(const std::vector<float>& z)
{
    if (int(z.size()) != info().latent)
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The model %1 has %2 latent dimensions, not %3."),
                      {info().name, std::to_string(info().latent), std::to_string(z.size())}}};
    if (!std::all_of(z.begin(), z.end(), [](float v) { return std::isfinite(v); }))
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "A latent value is not a number."), {}}};
    return guarded([&] { return decode(torch::from_blob(const_cast<float*>(z.data()), {1, info().latent}, torch::kFloat32)); });
}

Drawing TorchDecoder::decode(const torch::Tensor& z)
{
    const auto image = model_.vae->decode(z);
    Drawing drawing;
    drawing.image = byteImages(image).front();
    drawing.z = values(z);
    if (judge_) {
        const auto p = values(judge_->forward(image).softmax(1));
        std::copy(p.begin(), p.end(), drawing.reading.probabilities.begin());
    }
    return drawing;
}

template <class Work>
Result<Drawing> TorchDecoder::guarded(Work work)
{
    const auto began = std::chrono::steady_clock::now();
    try {
        torch::NoGradGuard noGrad;
        Drawing drawing = work();
        drawing.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        return drawing;
    } catch (const c10::Error& e) {
        return Error{
            Errc::Internal, {SONOGLYPH_TEXT("core", "The model %1 could not draw this sound."), {info().name}}, e.what_without_backtrace()};
    }
}

}  // namespace sonoglyph
