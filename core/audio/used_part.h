// Which part of a recording a network hears: the same for the window, the command line and whoever opens a sound file. Any thread.
#pragma once

#include "core/audio/word_detector.h"

namespace sonoglyph {

/// In samples of the sound.
struct UsedPart {
    WordBounds bounds;
    bool found = true;  ///< false: nothing stands out, so it is the whole
};

/// A recording that is short or that the word fills is used whole, as the data sets' are; of a longer one only the word.
UsedPart usedPart(const Sound& sound);

}  // namespace sonoglyph
