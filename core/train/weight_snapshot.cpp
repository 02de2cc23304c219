#include "core/train/weight_snapshot.h"

namespace sonoglyph {

void WeightSnapshot::publish(const Vae& vae, const ModelDescription& description)
{
    torch::NoGradGuard noGrad;
    const TensorDict current = stateOf(*vae);
    std::lock_guard lock(mutex_);
    description_ = description;
    for (const auto& [name, tensor] : current) {
        auto& mine = tensors_[name];
        if (!mine.defined()) mine = torch::empty_like(tensor);
        mine.copy_(tensor);
    }
}

std::optional<LoadedModel> WeightSnapshot::open(const std::string& name, const std::filesystem::path& file) const
{
    std::lock_guard lock(mutex_);
    if (tensors_.empty()) return std::nullopt;
    auto model = makeModel(tensors_, description_, name, file);
    if (!model) return std::nullopt;
    return std::move(*model);
}

}  // namespace sonoglyph
