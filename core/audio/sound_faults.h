// What makes a recording of one word a bad example: heard at once, so that it can be said again. Any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/audio/sound.h"
#include "core/audio/word_detector.h"

namespace sonoglyph {

enum class SoundFault {
    Silent,    ///< nothing stands out of the background
    Quiet,     ///< its peak lies below faultLimits.quietDecibels: steps of 16 bits and background come near
    Clipped,   ///< cut at full scale
    TooShort,  ///< the word is shorter than any digit is said
    TooLong,   ///< it is longer than one word
    CutOff,    ///< sound begins with the first sample or goes on to the last
};

struct SoundFaultLimits {
    double quietDecibels = -36;     ///< of the peak. Of FSDD's 3,000 recordings and of Speech Commands' words almost none are below
    float fullScale = 0.999F;       ///< a sample from here on is at full scale
    int clippedInARow = 3;          ///< a single one is the peak of a good level, more in a row are a flat top
    double shortestSeconds = 0.12;  ///< "eight" and "six" said fast last 0.2 s
    double longestSeconds = 2;
    double edgeSeconds = 0.01;  ///< of sound at an edge
};
inline constexpr SoundFaultLimits faultLimits;

/// What a recording tells of itself. Levels are decibels relative to full scale, never below -120.
struct SoundFacts {
    double seconds = 0;
    int rate = 0;
    double peakDecibels = -120, rmsDecibels = -120;
    int clippedSamples = 0;  ///< in flat tops
    WordBounds word;         ///< empty where nothing stands out
    std::vector<SoundFault> faults;

    bool has(SoundFault fault) const;
};

/// `word`: where it is, if that is known; else it is looked for.
SoundFacts factsOf(const Sound& sound, const std::optional<WordBounds>& word = {});

}  // namespace sonoglyph
