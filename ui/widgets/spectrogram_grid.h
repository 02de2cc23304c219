// The values behind a spectrogram view: a whole picture, one that becomes longer, or the last columns of one that never ends. A copy
// shares them.
#pragma once

#include <span>

#include <QList>

#include "core/audio/spectrogram.h"

namespace sonoglyph {

class SpectrogramGrid {
public:
    /// Values that are no number or outside of 0 to 1 are brought there.
    void set(const Spectrogram& spectrogram);
    /// Clears; from now on only the last `frames` columns are kept.
    void startRing(int frames);
    /// Lowest band first. Of another height than those before: they are forgotten.
    void append(std::span<const float> values);
    /// Also ends the ring.
    void clear();

    int bands() const { return bands_; }
    int frames() const { return frames_; }
    /// Columns of the ring; 0: there is none.
    int ring() const { return ring_; }
    bool empty() const { return frames_ == 0; }
    /// 0 to 1; the oldest column is 0.
    float at(int band, int frame) const { return column(frame)[band]; }
    /// bands() values, the lowest first.
    const float* column(int frame) const;

private:
    QList<float> values_;  // column after column
    int bands_ = 0, frames_ = 0;
    int ring_ = 0, head_ = 0;  // head_: where the next column goes
};

}  // namespace sonoglyph
