// The training recordings as a model hears them, so that it can tell how far a new sound lies from all of them.
//
// Two sounds are as far apart as the means of their posteriors, every dimension of z in units of its posterior's deviation (root mean
// square over the recordings), Euclidean: a dimension that says nothing has means that hardly differ beside its deviation, and so counts
// for next to nothing. A sound's distance to the recordings is the mean of that to its five nearest (after Sun et al. 2022,
// "Out-of-Distribution Detection with Deep Nearest Neighbors"). What it says is told by the recordings' own distances, each to the others.
#pragma once

#include <filesystem>
#include <optional>

#include "core/model/state.h"
#include "core/model/vae.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// So many recordings are enough to tell a percentile, and take 64 KB of a file.
inline constexpr int mostReferenceRecordings = 500;

class TrainingReference {
public:
    /// Of recordings [N, 1, 48, 48], two at least. Puts `vae` in evaluation mode.
    static TrainingReference of(Vae& vae, const torch::Tensor& spectrograms);

    /// What a file holds of it: `reference.means` [N, latent] float16, `reference.deviation` [latent], `reference.distances` [N],
    /// ascending.
    TensorDict tensors() const;
    /// Absent where `from` holds none (older files). Errors: Incompatible (wrong shapes or values), `file` is named in them.
    static Result<std::optional<TrainingReference>> from(const TensorDict& from, int latent, const std::filesystem::path& file);
    /// Whether a tensor of this name is a part of it.
    static bool owns(const std::string& tensor);

    int recordings() const { return int(means_.size(0)); }
    /// `mean` [1, latent] of a posterior.
    TrainingDistance distanceOf(const torch::Tensor& mean) const;

private:
    torch::Tensor means_;      ///< float32, of float16 values
    torch::Tensor deviation_;  ///< float32
    torch::Tensor distances_;  ///< float32, ascending
};

}  // namespace sonoglyph
