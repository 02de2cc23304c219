// Words among frame levels: the decision behind WordDetector and findWord(), for any stretch of frames.
#pragma once

#include <span>
#include <vector>

#include "core/audio/frame_levels.h"
#include "core/audio/word_detector.h"

namespace sonoglyph {

NoiseFloor noiseFloor(std::span<const FrameLevel> levels, const WordDetectorParams& params);

/// No speech stays as even as this for long: hum, fan, silence.
bool isSteady(std::span<const FrameLevel> levels);

struct WordSegment {
    int begin = 0;       ///< first frame
    int end = 0;         ///< one past the last frame
    bool ended = false;  ///< followed by a pause, or as long as a word can be
    float loudest = 0;   ///< dB relative to full scale
};

/// All words from the first to the last. A word is a group of bursts (frames of sound over the floor) with pauses shorter than the
/// hang-over between them, with some frames over the threshold and at least minimumSeconds of sound. Clicks at its ends do not belong to
/// it.
std::vector<WordSegment> findSegments(std::span<const FrameLevel> levels, const NoiseFloor& floor, const WordDetectorParams& params);

}  // namespace sonoglyph
