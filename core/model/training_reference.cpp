#include "core/model/training_reference.h"

#include <algorithm>

namespace sonoglyph {

namespace {

constexpr int nearest = 5;
constexpr std::int64_t chunk = 100;  // of recordings encoded at a time
constexpr double smallestDeviation = 1e-4;
const std::string prefix = "reference.";

/// The mean distance of `code` [1, latent] to the `nearest` of `recordings` [N, latent], both in units of the deviation, after leaving out
/// the very nearest `skip` of them.
float toNearest(const torch::Tensor& code, const torch::Tensor& recordings, std::int64_t skip)
{
    const auto distances = (recordings - code).square().sum(1).sqrt();
    const auto count = std::min<std::int64_t>(nearest + skip, distances.size(0));
    return std::get<0>(distances.topk(count, 0, /*largest=*/false)).slice(0, skip).mean().item<float>();
}

}  // namespace

TrainingReference TrainingReference::of(Vae& vae, const torch::Tensor& spectrograms)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    std::vector<torch::Tensor> means, variances;
    for (const auto& part : spectrograms.split(chunk)) {
        const Posterior q = vae->encode(part);
        means.push_back(q.mean);
        variances.push_back(q.logVariance.exp());
    }
    TrainingReference reference;
    // Rounded first: what is measured now is what will be measured with the file.
    reference.means_ = torch::cat(means).cpu().to(torch::kFloat16).to(torch::kFloat32);
    reference.deviation_ = torch::cat(variances).mean(0).sqrt().cpu().clamp_min(smallestDeviation);
    const auto scaled = reference.means_ / reference.deviation_;
    std::vector<float> distances;
    // The nearest of all is the recording itself.
    for (std::int64_t i = 0; i < scaled.size(0); ++i) distances.push_back(toNearest(scaled[i].unsqueeze(0), scaled, 1));
    std::sort(distances.begin(), distances.end());
    reference.distances_ = torch::tensor(distances);
    return reference;
}

TensorDict TrainingReference::tensors() const
{
    return {{prefix + "means", means_.to(torch::kFloat16)}, {prefix + "deviation", deviation_}, {prefix + "distances", distances_}};
}

bool TrainingReference::owns(const std::string& tensor) { return tensor.starts_with(prefix); }

Result<std::optional<TrainingReference>> TrainingReference::from(const TensorDict& from, int latent, const std::filesystem::path& file)
{
    if (std::none_of(from.begin(), from.end(), [](const auto& entry) { return owns(entry.first); }))
        return std::optional<TrainingReference>();
    const auto read = [&](const char* name) {
        const auto found = from.find(prefix + name);
        return found == from.end() ? torch::empty({0}) : found->second.to(torch::kFloat32).clone();
    };
    TrainingReference reference;
    reference.means_ = read("means");
    reference.deviation_ = read("deviation");
    reference.distances_ = read("distances");
    const auto fits = [&means = reference.means_, &deviation = reference.deviation_, &distances = reference.distances_, latent] {
        if (means.dim() != 2 || means.size(0) < 2 || means.size(1) != latent) return false;
        if (deviation.dim() != 1 || deviation.size(0) != latent || distances.dim() != 1 || distances.size(0) != means.size(0)) return false;
        return means.isfinite().all().item<bool>() && distances.isfinite().all().item<bool>() && (deviation > 0).all().item<bool>() &&
               (distances.diff() >= 0).all().item<bool>();
    };
    if (!fits())
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "%1 is damaged where it tells of its training recordings. Use another copy of the model."),
                      {file.string()}}};
    return std::optional(std::move(reference));
}

TrainingDistance TrainingReference::distanceOf(const torch::Tensor& mean) const
{
    const auto distance = toNearest(mean / deviation_, means_ / deviation_, 0);
    const float* begin = distances_.data_ptr<float>();
    const float* end = begin + distances_.numel();
    return {double(distance), double(std::lower_bound(begin, end, distance) - begin) / double(end - begin)};
}

}  // namespace sonoglyph
