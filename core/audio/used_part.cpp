#include "core/audio/used_part.h"

namespace sonoglyph {

namespace {

constexpr double shortSeconds = 1.0;  // as FSDD's recordings: trimmed already
constexpr double filledShare = 0.7;   // of a recording by its word

}  // namespace

UsedPart usedPart(const Sound& sound)
{
    const WordBounds whole{0, sound.samples.size()};
    const std::optional<WordBounds> word = findWord(sound);
    if (!word) return {whole, false};
    const bool filled = double(word->end - word->begin) >= filledShare * double(sound.samples.size());
    return {sound.seconds() < shortSeconds || filled ? whole : *word, true};
}

}  // namespace sonoglyph
