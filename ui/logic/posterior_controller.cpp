#include "ui/logic/posterior_controller.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/logic/decoder_controller.h"

namespace sonoglyph {

namespace {

constexpr int liveDraws = 16, draws = 64, shown = 16;

}  // namespace

PosteriorController::PosteriorController(DecoderController& decoder, QObject* parent) : QObject(parent), decoder_(decoder)
{
    connect(&decoder, &DecoderController::posteriorDrawn, this, [this](const PosteriorPicture& picture) {
        if (firstRequest_ == 0 || picture.request < firstRequest_) return;
        picture_ = picture;
        Q_EMIT pictureChanged();
    });
    // The sound will be heard again; until then its code belongs to another model, and its picture stays.
    connect(&decoder, &DecoderController::modelChanged, this, &PosteriorController::forgetCode);
}

void PosteriorController::setCode(const LatentCode& code, bool live)
{
    code_ = code;
    live_ = live;
    ask();
}

void PosteriorController::clear()
{
    forgetCode();
    if (!picture_) return;
    picture_.reset();
    Q_EMIT pictureChanged();
}

void PosteriorController::forgetCode()
{
    code_ = {};
    firstRequest_ = 0;
    stale_ = false;
}

void PosteriorController::setWatched(bool watched)
{
    watched_ = watched;
    if (watched && stale_) ask();
}

void PosteriorController::setSpread(double spread)
{
    if (!std::isfinite(spread)) return;
    spread = std::clamp(spread, 0.0, widestSpread);
    if (spread == spread_) return;
    spread_ = spread;
    ask();
}

void PosteriorController::setSeed(std::uint64_t seed)
{
    if (std::exchange(seed_, seed) != seed) ask();
}

void PosteriorController::ask()
{
    if (code_.mean.empty()) return;
    stale_ = !watched_;
    if (stale_) return;
    const std::uint64_t request = decoder_.drawPosterior({code_, spread_, seed_, live_ ? liveDraws : draws, shown});
    if (firstRequest_ == 0) firstRequest_ = request;
}

}  // namespace sonoglyph
