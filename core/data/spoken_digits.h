// Digits spoken by the espeak-ng library: accents, voices, pitch, melody, speed and emphasis from a seed. One program at a time inside the
// process: the library keeps its state in global variables; calls wait for one another. Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "core/audio/sound.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

struct SpokenDigit {
    int digit = 0;
    std::string speaker;  ///< "us-f1-007": accent, voice, number
    int take = 0;
    Sound sound;  ///< without the silence around it
};

/// `speakers` (1 to 500) of them say every digit `takes` times. No two have the same accent, voice, pitch and speed. `heard` is called on
/// the calling thread for each, speaker by speaker. The same seed gives the same sounds with the same version of the library and as the
/// first call of a process: the library's voices go on vibrating where they were. Errors:
/// Unavailable (the library's voices are not installed), Cancelled, and what `heard` gives.
Result<void> speakDigits(int speakers, int takes, std::uint64_t seed, const std::function<Result<void>(const SpokenDigit&)>& heard,
                         const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
