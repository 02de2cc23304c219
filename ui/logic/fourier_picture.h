// The spectrogram of the current sound before the mel filters, made on another thread for those who want to see it. GUI thread only.
#pragma once

#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <memory>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

class FourierPicture : public QObject {
    Q_OBJECT
public:
    explicit FourierPicture(QObject* parent = nullptr);
    ~FourierPicture() override;

    /// Answered by made() unless another one is asked for meanwhile.
    void ask(const std::shared_ptr<const HeardSound>& sound);
    /// What was asked for is not wanted any more.
    void forget() { ++wanted_; }

Q_SIGNALS:
    /// fourierSpectrogram() of all of the sound, for looking at.
    void made(const sonoglyph::Spectrogram& spectrogram);

private:
    std::uint64_t wanted_ = 0;
    QThreadPool pool_;  ///< last member: its job ends first
};

}  // namespace sonoglyph
