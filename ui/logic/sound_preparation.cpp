#include "ui/logic/sound_preparation.h"

#include <utility>

namespace sonoglyph {

SpectrogramParams pictureParams(SpectrogramParams params)
{
    params.timeMode = TimeMode::Stretch;
    return params;
}

std::shared_ptr<HeardSound> namedSound(std::uint64_t number, const QString& name, const QString& shortName)
{
    auto heard = std::make_shared<HeardSound>();
    heard->number = number;
    heard->name = name;
    heard->shortName = shortName;
    heard->heardAt = QDateTime::currentDateTimeUtc();
    return heard;
}

std::shared_ptr<HeardSound> transformed(std::shared_ptr<HeardSound> heard, Sound sound, const UsedPart& part,
                                        const SpectrogramParams& params)
{
    heard->word = part.bounds;
    heard->wordFound = part.found;
    if (heard->spectrogram.values.empty()) heard->spectrogram = melSpectrogram(sound, pictureParams(params));
    heard->input = networkInput(cut(sound, part.bounds), params);
    heard->params = params;
    heard->sound = std::move(sound);
    return heard;
}

std::shared_ptr<const HeardSound> transformedFor(std::shared_ptr<const HeardSound> heard, const SpectrogramParams& params)
{
    if (heard->params == params) return heard;
    auto again = std::make_shared<HeardSound>(*heard);
    again->spectrogram = {};
    return transformed(again, heard->sound, {heard->word, heard->wordFound}, params);
}

}  // namespace sonoglyph
