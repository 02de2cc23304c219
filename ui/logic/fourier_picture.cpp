#include "ui/logic/fourier_picture.h"

#include <utility>

#include "core/audio/fourier_spectrogram.h"
#include "ui/logic/sound_preparation.h"

namespace sonoglyph {

FourierPicture::FourierPicture(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(1); }

FourierPicture::~FourierPicture()
{
    pool_.clear();
    pool_.waitForDone();
}

void FourierPicture::ask(const std::shared_ptr<const HeardSound>& sound)
{
    const std::uint64_t number = ++wanted_;
    pool_.clear();
    pool_.start([this, number, sound] {
        auto picture = fourierSpectrogram(sound->sound, pictureParams(sound->params));
        QMetaObject::invokeMethod(
            this,
            [this, number, picture = std::move(picture)] {
                if (number == wanted_) Q_EMIT made(picture);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace sonoglyph
