// A sound file as a model hears it: the word in it, as in the window.
#pragma once

#include <filesystem>

#include "core/audio/sound.h"
#include "core/audio/used_part.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// Read before a model is loaded: what is wrong with a file shows at once.
struct WordFile {
    Sound sound;
    UsedPart part;

    Spectrogram input(const ModelInfo& model) const;
};

/// Errors: those of readSoundFile().
Result<WordFile> readWord(const std::filesystem::path& file);

}  // namespace sonoglyph
