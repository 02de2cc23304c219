// Rectangles of cells of a spectrogram, and taking them out of it: what a brush and an occlusion do. Any thread.
#pragma once

#include "core/audio/spectrogram.h"

namespace sonoglyph {

/// `bands` x `frames` cells from (`band`, `frame`) upwards and to the right; row 0 is the lowest frequency.
struct CellRect {
    int band = 0, frame = 0;
    int bands = 0, frames = 0;

    bool contains(int atBand, int atFrame) const
    {
        return atBand >= band && atBand < band + bands && atFrame >= frame && atFrame < frame + frames;
    }
    bool operator==(const CellRect&) const = default;
};

/// The part of `cells` that lies in a spectrogram of this size; may be empty.
CellRect within(const CellRect& cells, int bands, int frames);

/// The cells become the floor, 0: as if nothing had sounded there. What lies outside of the spectrogram is left out.
void hide(Spectrogram& spectrogram, const CellRect& cells);

}  // namespace sonoglyph
