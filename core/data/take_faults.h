// What makes a word that was just recorded a bad example, so that it is asked for again at once. Stricter than the problems of recordings
// that are there anyway (recording_facts.h): another try costs a second. Any thread.
#pragma once

#include <vector>

#include "core/audio/sound.h"
#include "core/audio/word_detector.h"
#include "core/data/recording_facts.h"

namespace sonoglyph {

enum class TakeFault {
    Silent,    ///< nothing stands out of the background
    Quiet,     ///< its peak lies below takeLimits.quietDecibels
    Clipped,   ///< cut at full scale
    TooShort,  ///< shorter than any digit is said
    TooLong,   ///< longer than one word
    CutOff,    ///< the sound begins or ends in the middle of the word
};

struct TakeLimits {
    double quietDecibels = -36;     ///< of the peak, relative to full scale
    double shortestSeconds = 0.12;  ///< "eight" and "six" said fast last 0.2 s
    double longestSeconds = 2;
};
inline constexpr TakeLimits takeLimits;

struct CheckedTake {
    double peakDecibels = -120;  ///< relative to full scale
    std::vector<TakeFault> faults;

    bool has(TakeFault fault) const;
};

/// `sound`: the word with a little around it; `word`: where it is.
CheckedTake checkTake(const Sound& sound, const WordBounds& word);

}  // namespace sonoglyph
