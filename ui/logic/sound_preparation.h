// From a sound to what the networks hear, with the part of it that is used. Any thread.
#pragma once

#include <memory>

#include "core/audio/used_part.h"
#include "ui/logic/sound_story.h"

namespace sonoglyph {

/// The parameters for looking at a sound of any length.
SpectrogramParams pictureParams(SpectrogramParams params);

/// What is known of a sound that is heard now, before it is transformed.
std::shared_ptr<HeardSound> namedSound(std::uint64_t number, const QString& name, const QString& shortName);

/// Puts the sound into `heard`, with its spectrogram (unless that is there already) and its network input.
std::shared_ptr<HeardSound> transformed(std::shared_ptr<HeardSound> heard, Sound sound, const UsedPart& part,
                                        const SpectrogramParams& params);

/// The same sound for a model that wants other parameters.
std::shared_ptr<const HeardSound> transformedFor(std::shared_ptr<const HeardSound> heard, const SpectrogramParams& params);

}  // namespace sonoglyph
