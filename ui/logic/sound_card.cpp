#include "ui/logic/sound_card.h"

#include <QCoreApplication>
#include <QLocale>

namespace sonoglyph {

ModelStamp stampOf(const ModelInfo& model) { return {model.name, nameOf(model.kind), model.dataset, model.objective, model.steps}; }

QString SoundCard::title() const
{
    if (!label.isEmpty()) return label;
    if (!file.isEmpty()) return file;
    const QDateTime local = heardAt.toLocalTime();
    const bool today = local.date() == QDate::currentDate();
    return QLocale().toString(local, today ? QStringLiteral("HH:mm:ss") : QStringLiteral("d MMM HH:mm"));
}

QString SoundCard::longTitle() const
{
    return label.isEmpty() && file.isEmpty() ? QCoreApplication::translate("sonoglyph::SoundCard", "Recording %1").arg(title()) : title();
}

SoundCard cardOf(const HeardSound& sound, const QString& id)
{
    SoundCard card;
    card.number = sound.number;
    card.id = id;
    card.file = sound.file;
    card.heardAt = sound.heardAt;
    card.rate = sound.sound.rate;
    card.samples = std::int64_t(sound.sound.samples.size());
    card.word = sound.word;
    card.wordFound = sound.wordFound;
    card.params = sound.params;
    return card;
}

}  // namespace sonoglyph
