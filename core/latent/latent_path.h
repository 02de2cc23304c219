// Ways through the latent space: along one direction (a traversal), or from one code to another (a morph). Any thread.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/latent/pca.h"

namespace sonoglyph {

inline constexpr int fewestFrames = 3;  ///< of a path
inline constexpr int mostFrames = 25;
inline constexpr int fewestMorphFrames = 9;
inline constexpr double traversalRange = 3;  ///< deviations to either side, where nobody chose
inline constexpr double widestRange = 10;

struct LatentPath {
    std::vector<double> positions;          ///< of a traversal in deviations from the code, of a morph 0 to 1
    std::vector<std::vector<float>> codes;  ///< as many
};

/// One dimension as a direction of length `deviation`; 1 is the deviation of the prior, and that of the sounds of a model whose posterior
/// follows it. `dimension` is one of `latent`.
std::vector<float> dimensionDirection(int latent, int dimension, float deviation = 1);
/// An axis as a direction of the length of one standard deviation of the codes along it.
std::vector<float> axisDirection(const Pca& pca, int axis);

/// From `code` - range * direction to `code` + range * direction in even steps; with an odd number of frames the middle one is the code
/// itself, bit by bit. Errors: Incompatible (sizes differ), BadOption (a value that is not a number; frames not 3 to 25; a range not above
/// 0 or above widestRange).
Result<LatentPath> traverse(const std::vector<float>& code, const std::vector<float>& direction, int frames = 9,
                            double range = traversalRange);

enum class MorphKind {
    Linear,
    /// Along the great circle (Shoemake 1985; White 2016, "Sampling Generative Networks"), so that codes in between are about as long as
    /// the ends. Codes that are zero or (nearly) parallel, in whichever sense, have no such way: linear then.
    Spherical,
};

/// The code at `position`, 0 (`from`, bit by bit) to 1 (`to`); beyond them: the nearer end. Sizes are equal.
std::vector<float> morphed(const std::vector<float>& from, const std::vector<float>& to, MorphKind kind, double position);

/// Errors: Incompatible (sizes differ), BadOption (a value that is not a number; frames not 9 to 25).
Result<LatentPath> morph(const std::vector<float>& from, const std::vector<float>& to, MorphKind kind, int frames = fewestMorphFrames);

}  // namespace sonoglyph
