// How two sounds and their images differ: every difference is that of the second less the first. Any thread.
#pragma once

#include <QImage>

#include <optional>
#include <vector>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

/// -1 to 1, row by row, the first row on top.
struct DifferenceGrid {
    int width = 0, height = 0;
    std::vector<float> values;

    bool empty() const { return values.empty(); }
    /// Root of the mean square; 0 while empty.
    double rms() const;
};

struct SoundComparison {
    DifferenceGrid input;  ///< of the network inputs, low frequencies below; empty where their sizes differ
    DifferenceGrid image;  ///< empty where an image is missing or of another size
    /// Between the means of the codes, in standard deviations of the prior; empty where a code is missing or of another length.
    std::optional<double> codeDistance;
    /// Total variation between LeNet-5's readings: 0 the same, 1 nothing in common; empty where a drawing is missing.
    std::optional<double> readingDistance;
};

SoundComparison compareSounds(const Spectrogram& firstInput, const Drawing* first, const Spectrogram& secondInput, const Drawing* second);

}  // namespace sonoglyph
