// Which pixels of an image a latent dimension moves. Needs only drawings: the codes are drawn as a film (DecoderService::drawFilm()), the
// effects are read from its images. Any thread.
//
// A step is one deviation of the prior, 1, and not of the posterior: the same for every dimension, sound and model, about the deviation of
// a dimension over all sounds, and a dimension that says nothing (posterior as wide as the prior) shows no effect either way.
#pragma once

#include <span>
#include <vector>

#include "core/base/byte_image.h"

namespace sonoglyph {

inline constexpr float effectStep = 1;

/// `code` as it is, then for every dimension in turn with that one a step down and a step up: 1 + 2 * latent codes.
std::vector<std::vector<float>> effectCodes(const std::vector<float>& code, float step = effectStep);

struct LatentEffects {
    int width = 0, height = 0;             ///< of the maps
    std::vector<double> change;            ///< of each dimension: mean over pixels of |map|, 0 to 1
    std::vector<std::vector<float>> maps;  ///< for each dimension and pixel, rows from the top, -1 to 1: how much its brightness changes on
                                           ///< average when the dimension moves a step either way; below 0 where moving up darkens it
};

/// `images` of effectCodes(), in their order. Empty where their number or sizes do not fit.
LatentEffects effectsOf(std::span<const ByteImage> images);

}  // namespace sonoglyph
