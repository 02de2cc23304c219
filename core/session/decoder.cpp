#include "core/session/torch_decoder.h"

#include <chrono>
#include <cmath>

#include "core/model/byte_images.h"
#include "core/model/judge.h"
#include "core/session/trained_data.h"
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

/// Whether the model can hear `input`.
Result<void> check(const Spectrogram& input, const ModelInfo& model)
{
    const int size = model.spectrogram.size;
    if (input.bands == size && input.frames == size) return {};
    return Error{Errc::Incompatible,
                 {SONOGLYPH_TEXT("core", "The model %1 hears spectrograms of %2 x %2 values."), {model.name, std::to_string(size)}}};
}

torch::Tensor batchOfOne(const Spectrogram& input)
{
    return torch::from_blob(const_cast<float*>(input.values.data()), {1, 1, input.bands, input.frames}, torch::kFloat32);
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
    auto judge = loadJudge({}, trainedOn(model.description.config, {}));
    return std::unique_ptr<Decoder>(new TorchDecoder(std::move(model), judge ? *judge : Lenet5{nullptr}));
}

Result<Drawing> TorchDecoder::hear(const Spectrogram& input, std::optional<std::uint64_t> sampleSeed)
{
    if (auto fits = check(input, info()); !fits) return fits.error();
    return guarded([&] {
        const Posterior q = model_.vae->encode(batchOfOne(input));
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

Result<OcclusionPart> TorchDecoder::drawHidden(const OcclusionRequest& request, int first, int count)
{
    if (auto fits = check(request.input, info()); !fits) return fits.error();
    const PatchGrid grid = request.grid();
    if (auto valid = validate(grid); !valid) return valid.error();
    const int end = std::min(first + count, grid.count() + 1);
    if (first < 0 || first >= end)
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "There is no part %1 of this sound to hide."), {std::to_string(first)}}};
    return guarded([&] {
        const auto x = batchOfOne(request.input).repeat({end - first, 1, 1, 1});
        for (int i = std::max(first, 1); i < end; ++i) {
            const CellRect cells = grid.cells(i - 1);
            x[i - first][0].slice(0, cells.band, cells.band + cells.bands).slice(1, cells.frame, cells.frame + cells.frames).zero_();
        }
        const auto images = model_.vae->decode(model_.vae->encode(x).mean);
        OcclusionPart part;
        part.grid = grid;
        part.first = first;
        part.width = int(images.size(3));
        part.height = int(images.size(2));
        for (std::int64_t i = 0; i < images.size(0); ++i) part.images.push_back(values(images[i]));
        return part;
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
        out[i].reading = {values(read[std::int64_t(i)]), labels_};
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
