// What can be said of one recording without a network: how long and loud it is, where its word is, and what may be wrong with it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/audio/sound.h"
#include "core/base/message.h"

namespace sonoglyph {

/// A reason to look at a recording, not to throw it away.
enum class Problem : std::uint8_t {
    Unreadable,  ///< no sound file, damaged, or not allowed to be read
    Clipped,     ///< louder than the recording could hold: flat tops
    Silent,      ///< nearly silent
    TooShort,    ///< shorter than any word
    NoWord,      ///< nothing stands out from the background
    CutOff,      ///< begins or ends in the middle of the word
    Duplicate,   ///< the same samples as another recording of the set
};
inline constexpr std::array allProblems{Problem::Unreadable, Problem::Clipped, Problem::Silent,   Problem::TooShort,
                                        Problem::NoWord,     Problem::CutOff,  Problem::Duplicate};

/// For files and options: "clipped".
std::string_view nameOf(Problem problem);
/// For people: "Clipped".
Message titleOf(Problem problem);

/// A set of problems.
class Problems {
public:
    Problems() = default;
    explicit Problems(std::uint8_t bits) : bits_(bits) {}

    void add(Problem problem) { bits_ = std::uint8_t(bits_ | bit(problem)); }
    bool has(Problem problem) const { return (bits_ & bit(problem)) != 0; }
    bool any() const { return bits_ != 0; }
    std::uint8_t bits() const { return bits_; }

    bool operator==(const Problems&) const = default;

private:
    static constexpr std::uint8_t bit(Problem problem) { return std::uint8_t(1U << unsigned(problem)); }

    std::uint8_t bits_ = 0;
};

/// Where a problem begins. Measured on FSDD and Speech Commands, so that ordinary recordings of both stay unmentioned.
namespace limits {
/// 16 bits end at 32767; a lossy or resampled copy misses that by a step.
inline constexpr float fullScale = 32766.0F / 32768.0F;
/// Samples in a row at full scale: a loud voice touches it once, an overdriven microphone makes a flat top.
inline constexpr int clippedRun = 3;
/// Decibels relative to full scale, of the loudest sample. FSDD's quietest speaker, theo, has a median of -30.
inline constexpr double silentPeak = -46;
/// FSDD's shortest is 0.14 s; the word detector takes bursts below 0.10 s for clicks.
inline constexpr double shortestSeconds = 0.10;
/// Decibels below the loudest 20 ms: closer than this, the first or last 20 ms are still the word.
inline constexpr double cutOffBelowLoudest = 3;
}  // namespace limits

struct RecordingFacts {
    float seconds = 0;
    std::int32_t rate = 0;                   ///< Hz
    float peak = 0;                          ///< of the loudest sample, 1 is full scale
    float level = -120;                      ///< root mean square, decibels relative to full scale; -120 is silence
    std::int32_t fullScaleSamples = 0;       ///< at full scale
    std::int32_t longestFullScale = 0;       ///< of those, the most in a row
    float wordBegin = 0, wordEnd = 0;        ///< seconds; equal: no word found
    std::array<std::uint8_t, 16> content{};  ///< of rate and samples: equal where two recordings are, whatever their names and formats
    std::int32_t sameAs = -1;                ///< index of the first recording of the set with the same content; -1: none before it
    Problems problems;

    bool operator==(const RecordingFacts&) const = default;
};

/// All but Unreadable and Duplicate, which a single sound cannot show. Any thread.
RecordingFacts factsOf(const Sound& sound);

}  // namespace sonoglyph
