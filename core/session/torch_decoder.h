// The Decoder of core/session/decoder.h on LibTorch. Inside the core only.
#pragma once

#include "core/model/model_file.h"
#include "core/session/decoder.h"

namespace sonoglyph {

class TorchDecoder : public Decoder {
public:
    /// Errors: those of loadModel(). A missing LeNet-5 is no error: there are no readings then.
    static Result<std::unique_ptr<Decoder>> open(const std::string& model);
    static std::unique_ptr<Decoder> of(LoadedModel model);

    const ModelInfo& info() const override { return model_.info; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t> sampleSeed) override;
    Result<Drawing> draw(const std::vector<float>& z) override;
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest& request) override;
    Result<OcclusionPart> drawHidden(const OcclusionRequest& request, int first, int count) override;

private:
    TorchDecoder(LoadedModel model, Lenet5 judge)
        : model_(std::move(model)), judge_(std::move(judge)), labels_(std::make_shared<const Labels>(model_.info.labels))
    {
    }
    /// Reads `images` [N, 1, 28, 28], drawn from `z` [N, latent].
    std::vector<Drawing> drawings(const torch::Tensor& z, const torch::Tensor& images);
    Drawing decode(const torch::Tensor& z);
    template <class Work>
    auto guarded(Work work) -> Result<decltype(work())>;

    LoadedModel model_;
    Lenet5 judge_;
    std::shared_ptr<const Labels> labels_;
};

}  // namespace sonoglyph
