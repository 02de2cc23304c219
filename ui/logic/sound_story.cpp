#include "ui/logic/sound_story.h"

namespace sonoglyph {

void SoundStory::setSound(std::shared_ptr<const HeardSound> sound)
{
    sound_ = std::move(sound);
    drawing_.reset();
    Q_EMIT soundChanged();
}

void SoundStory::setDrawing(const Drawing& drawing)
{
    drawing_ = drawing;
    Q_EMIT drawingChanged();
}

}  // namespace sonoglyph
