#include "ui/logic/sound_import.h"

#include <QFileInfo>

#include <exception>

#include "core/audio/sound_file.h"
#include "ui/logic/sound_preparation.h"
#include "ui/logic/text.h"

namespace sonoglyph {

SoundImport::SoundImport(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(1); }

SoundImport::~SoundImport()
{
    pool_.clear();
    pool_.waitForDone();
}

void SoundImport::readNext(const SpectrogramParams& params)
{
    if (files_.empty() || reading_) return;
    const auto [number, file] = files_.front();
    files_.pop_front();
    reading_ = true;
    pool_.start([this, number = number, file = file, params] {
        const Outcome outcome = read(number, file, params);
        QMetaObject::invokeMethod(
            this,
            [this, outcome] {
                reading_ = false;
                if (outcome.sound)
                    Q_EMIT prepared(outcome.sound);
                else
                    Q_EMIT failed(outcome.text, outcome.details);
            },
            Qt::QueuedConnection);
    });
}

SoundImport::Outcome SoundImport::read(std::uint64_t number, const QString& file, const SpectrogramParams& params)
{
    try {
        Result<Sound> sound = readSoundFile(file.toStdString(), longestSeconds);
        if (!sound) return {nullptr, toText(sound.error()), QString::fromStdString(sound.error().details)};
        const UsedPart part = usedPart(*sound);
        const QString name = QFileInfo(file).fileName();
        return {transformed(namedSound(number, name, name), std::move(*sound), part, params), {}, {}};
    } catch (const std::exception& error) {
        return {nullptr, tr("The sound could not be transformed."), QString::fromUtf8(error.what())};
    }
}

}  // namespace sonoglyph
