#include "core/train/weight_snapshot.h"

namespace sonoglyph {

void WeightSnapshot::compareWith(const torch::Tensor& spectrograms)
{
    std::lock_guard lock(mutex_);
    compared_ = spectrograms;
}

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
    std::unique_lock lock(mutex_);
    if (tensors_.empty()) return std::nullopt;
    auto model = makeModel(tensors_, description_, name, file);
    const auto compared = compared_;
    lock.unlock();
    if (!model) return std::nullopt;
    if (compared.defined() && compared.size(0) > 1) {
        model->reference = TrainingReference::of(model->vae, compared);
        model->info.reference = model->reference->recordings();
    }
    return std::move(*model);
}

}  // namespace sonoglyph
