// Finds a spoken word: energy over an adaptive noise floor, with a minimum length and a hang-over, as in classic endpoint detection
// (Rabiner & Sambur 1975). Works on whole recordings and on a sound that is still coming in. Not thread-safe.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "core/audio/frame_levels.h"
#include "core/audio/sound.h"

namespace sonoglyph {

struct WordBounds {
    std::size_t begin = 0;  ///< first sample of the word, with a short margin
    std::size_t end = 0;    ///< one past the last sample
};

struct WordDetectorParams {
    double thresholdDecibels = 12;  ///< above the noise floor
    double minimumSeconds = 0.10;   ///< shorter bursts are clicks, not words
    double hangOverSeconds = 0.30;  ///< a pause this long ends the word (stops inside "six", "eight" are shorter)
    double marginSeconds = 0.02;    ///< kept before and after
    double longestSeconds = 2.5;    ///< a word is ended here at the latest
};

class WordDetector {
public:
    enum class State { Waiting, Speaking, Ended };

    explicit WordDetector(int rate, const WordDetectorParams& params = {});
    ~WordDetector();
    WordDetector(WordDetector&&) noexcept;
    WordDetector& operator=(WordDetector&&) noexcept;

    /// Ended stays until next() or reset(); samples after the end are ignored (samplesHeard() tells how many were not). Speaking may turn
    /// back into Waiting, where what began was no word but a click or a background noise that goes on. Takes 1 ms a second of sound; the
    /// result does not depend on how the sound is cut into pieces.
    State push(std::span<const float> samples);
    State state() const;
    /// Where the word is, counted from the first pushed sample; empty while Waiting.
    std::optional<WordBounds> word() const;
    /// After the end of a word: waits for the next one. Samples are counted on, and what is known of the background stays known.
    void next();
    /// Samples since the beginning that were not ignored.
    std::size_t samplesHeard() const;
    /// A floor that was measured before in this room: it counts until a second has been heard. Without it nothing is found in the first
    /// tenth of a second.
    void assumeFloor(const NoiseFloor& floor);
    /// For how long there was no sound above the floor; infinity where there was none yet.
    double quietSeconds() const;
    /// The present noise floor and level, decibels relative to full scale.
    double floorDecibels() const;
    double levelDecibels() const;
    void reset();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The loudest word in a whole recording; all of a recording that was already cut to its word; empty where nothing stands out (silence,
/// steady noise). May be called on any thread.
std::optional<WordBounds> findWord(const Sound& sound, const WordDetectorParams& params = {});

/// The part of `sound` between `bounds`.
Sound cut(const Sound& sound, const WordBounds& bounds);

}  // namespace sonoglyph
