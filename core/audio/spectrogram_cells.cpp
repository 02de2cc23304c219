#include "core/audio/spectrogram_cells.h"

#include <algorithm>

namespace sonoglyph {

CellRect within(const CellRect& cells, int bands, int frames)
{
    const int band = std::clamp(cells.band, 0, bands), frame = std::clamp(cells.frame, 0, frames);
    const int top = std::clamp(cells.band + cells.bands, band, bands), right = std::clamp(cells.frame + cells.frames, frame, frames);
    return {band, frame, top - band, right - frame};
}

void hide(Spectrogram& spectrogram, const CellRect& cells)
{
    const CellRect part = within(cells, spectrogram.bands, spectrogram.frames);
    for (int band = part.band; band < part.band + part.bands; ++band) {
        float* row = spectrogram.values.data() + std::size_t(band) * std::size_t(spectrogram.frames);
        std::fill_n(row + part.frame, part.frames, 0.0F);
    }
}

}  // namespace sonoglyph
