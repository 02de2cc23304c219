#include "app/cli/heard_file.h"

#include "core/audio/sound_file.h"

namespace sonoglyph {

Spectrogram WordFile::input(const ModelInfo& model) const { return networkInput(cut(sound, part.bounds), model.spectrogram); }

Result<WordFile> readWord(const std::filesystem::path& file)
{
    auto sound = readSoundFile(file);
    if (!sound) return sound.error();
    const UsedPart part = usedPart(*sound);
    return WordFile{std::move(*sound), part};
}

}  // namespace sonoglyph
