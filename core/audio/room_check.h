// What two seconds without speech tell about a microphone and its room: the noise floor, and what would spoil a recording.
#pragma once

#include <algorithm>
#include <vector>

#include "core/audio/frame_levels.h"
#include "core/audio/sound.h"

namespace sonoglyph {

enum class RoomTrouble {
    Muted,     ///< nothing but zeros, or one value: switched off somewhere
    TooQuiet,  ///< hardly above the steps of a 16-bit converter: its level is far too low
    Clipping,  ///< cut at full scale
    Spoken,    ///< somebody spoke: the floor is not to be trusted
    Hum,       ///< from the mains: 50 or 60 Hz and multiples
    Noisy,     ///< so loud that a normal voice does not stand out
};

struct RoomReport {
    NoiseFloor floor;                   ///< for WordDetector::assumeFloor()
    double noiseDecibels = 0;           ///< relative to full scale, of the quieter half
    double humHertz = 0;                ///< 50 or 60, or 0
    double humDecibels = 0;             ///< of the hum alone, relative to full scale
    std::vector<RoomTrouble> troubles;  ///< the worst first

    bool has(RoomTrouble trouble) const { return std::find(troubles.begin(), troubles.end(), trouble) != troubles.end(); }
    /// The floor may be relied on.
    bool usable() const { return !has(RoomTrouble::Muted) && !has(RoomTrouble::Spoken); }
};

inline constexpr double roomCheckSeconds = 2;

/// Any rate from 2 kHz up, about roomCheckSeconds of sound; takes some milliseconds. Any thread.
RoomReport checkRoom(const Sound& sound);

}  // namespace sonoglyph
