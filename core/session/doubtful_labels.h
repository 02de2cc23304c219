// Possible label errors: recordings that a model surely reads as something else than their label says. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/recordings.h"

namespace sonoglyph {

/// What a model makes of one recording: a classifier hears it, of a model that draws LeNet-5 reads the image of the mean of z.
struct SoundReading {
    int read = -1;         ///< an index into the data set's labels; -1: the recording cannot be read
    float confidence = 0;  ///< its probability, 0 to 1
};

struct DoubtfulLabel {
    std::uint32_t recording = 0;  ///< index
    SoundReading reading;
};

/// Below this the reading is too unsure to doubt a label.
inline constexpr float sureReading = 0.9F;

/// The surest come first. `readings`: one a recording. A model is wrong more often than a data set: on recordings that it learned from it
/// may have learned a wrong label too.
std::vector<DoubtfulLabel> doubtfulLabels(std::span<const Recording> recordings, std::span<const SoundReading> readings);

}  // namespace sonoglyph
