// A sound of the history as three files of one name: STEM.wav (mono, no sample changed), STEM.png (the image, 28x28) and STEM.json (what
// the card shows: name, time, word, spectrogram parameters, model, code, reading). Every file is replaced whole. Any thread.
//
// STEM.json, all keys camelCase but those that `sonoglyph-cli decode --json` prints: {"format", "label", "file", "heardAt" (ISO 8601, UTC),
// "starred", "sound": {"rate", "samples"}, "word": {"begin", "end", "found"} (samples), "spectrogram": {...} as in config.json,
// "drawing": {"model": {"name", "kind", "dataset", "objective", "steps"}, "digit" (the label; -1: nobody read), "probabilities"[], "labels"
// (of other than digits), "mean"[], "log_variance"[], "milliseconds"}}. "drawing" is missing where no model has heard it yet.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "ui/logic/sound_card.h"

namespace sonoglyph {

/// Where the files of `id` lie in `folder`.
struct CardFiles {
    CardFiles(const std::filesystem::path& folder, const QString& id);
    std::filesystem::path sound, image, card;
};

/// JSON and, where there is a drawing, PNG. Returns the size of all three on disk. Errors: those of writing.
Result<std::int64_t> writeCard(const CardFiles& files, const SoundCard& card);
/// The card without number and id; without drawing where the PNG is missing or damaged. Reads no samples. Errors: NotFound, Unreadable;
/// Corrupt where the JSON is damaged or the WAV too short for it; NewerFormat.
Result<SoundCard> readCard(const CardFiles& files);
/// The samples of `card`. Errors: those of readSoundFile(), Corrupt where it is another sound.
Result<Sound> readCardSound(const CardFiles& files, const SoundCard& card);

}  // namespace sonoglyph
