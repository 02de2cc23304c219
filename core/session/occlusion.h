// Which part of a sound makes which part of its image: patches of the network input are hidden one after the other, and what the model
// draws then is compared with what it draws from all of it (occlusion sensitivity, Zeiler & Fergus 2014). Needs no LibTorch. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/audio/spectrogram_cells.h"
#include "core/base/result.h"

namespace sonoglyph {

/// Square patches every `stride` cells in both directions, and one more at the far edge where the last would leave some out.
struct PatchGrid {
    int size = 48;   ///< of the network input
    int patch = 8;   ///< cells a side
    int stride = 4;  ///< cells

    /// Where patches begin, in one direction.
    std::vector<int> origins() const;
    int count() const;
    /// Patch `index` of count(), row by row from the lowest band.
    CellRect cells(int index) const;
    bool operator==(const PatchGrid&) const = default;
};

/// BadOption: a patch or stride that is not 1 to the size.
Result<void> validate(const PatchGrid& grid);

struct OcclusionRequest {
    Spectrogram input;  ///< size x size
    int patch = 8;
    int stride = 4;

    PatchGrid grid() const { return {input.bands, patch, stride}; }
};

/// Some of the images of an occlusion. Image 0 is that of the input as it is, image i that without patch i - 1.
struct OcclusionPart {
    std::uint64_t request = 0;  ///< what occlude() gave back
    PatchGrid grid;
    int first = 0;  ///< number of the first image of this part
    int width = 0, height = 0;
    std::vector<std::vector<float>> images;  ///< each width * height brightnesses, 0 to 1, rows from the top
    double milliseconds = 0;

    int total() const { return grid.count() + 1; }
    bool last() const { return first + int(images.size()) >= total(); }
};

enum class Effect {
    Loss,    ///< mean brightness that goes when the patch is hidden; below 0: it comes
    Change,  ///< mean absolute change of brightness, 0 or more
};

/// For every patch its effect on the pixels that are `selected` (as many as an image has; none at all: on the whole image), -1 to 1.
/// `images` as in OcclusionPart, all of them. Empty where there are not at least two or sizes differ.
std::vector<float> patchEffects(const std::vector<std::vector<float>>& images, std::span<const std::uint8_t> selected, Effect effect);

/// For every cell of the network input, row by row from the lowest band, the mean effect of the patches over it. One that no patch
/// reaches (a stride longer than a patch): 0.
std::vector<float> cellEffects(const PatchGrid& grid, std::span<const float> patchEffects);

}  // namespace sonoglyph
