// The weights of a network in training, for those who want to decode with them: a standing copy that the trainer refreshes, so that nobody
// ever touches the network itself. Any thread may call any function.
#pragma once

#include <mutex>
#include <optional>

#include "core/model/model_file.h"

namespace sonoglyph {

class WeightSnapshot {
public:
    /// The trainer's side, before the first publish(): spectrograms of training recordings, which the opened models will know.
    void compareWith(const torch::Tensor& spectrograms);
    /// The trainer's side, between two steps: copies the tensors (some milliseconds; cloning the module would draw from the process-wide
    /// random generator and take a hundred).
    void publish(const Vae& vae, const ModelDescription& description);

    /// A model of one's own with the newest weights, in evaluation mode. Empty before the first publish(). `name` and `file` for its info.
    std::optional<LoadedModel> open(const std::string& name, const std::filesystem::path& file) const;

private:
    mutable std::mutex mutex_;
    TensorDict tensors_;
    ModelDescription description_;
    torch::Tensor compared_;
};

}  // namespace sonoglyph
