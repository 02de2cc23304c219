// The cloud of images around the mean of the present sound: asks for it anew whenever sound, spread or seed change, and holds the newest.
// Asks only while it is watched. GUI thread only.
//
// Paper section 3.1: z is drawn from q(z|x) = N(mean, exp(logVariance)). The spread widens or narrows that: z = mean + spread * deviation *
// noise. The noise stays the same until redraw(), so that the draws can be followed while sound or spread change.
#pragma once

#include <QObject>

#include <optional>

#include "core/session/decoder.h"

namespace sonoglyph {

class DecoderController;

class PosteriorController : public QObject {
    Q_OBJECT
public:
    static constexpr double widestSpread = 3;

    explicit PosteriorController(DecoderController& decoder, QObject* parent = nullptr);

    /// Of the sound as it is now; `live`: it still goes on, so fewer draws must do.
    void setCode(const LatentCode& code, bool live);
    /// No sound: the picture goes away.
    void clear();
    /// Whether somebody looks.
    void setWatched(bool watched);

    double spread() const { return spread_; }
    /// 0 to 3, clamped; not a number: ignored.
    void setSpread(double spread);
    std::uint64_t seed() const { return seed_; }
    void setSeed(std::uint64_t seed);
    /// Other draws, of the next seed.
    void redraw() { setSeed(seed_ + 1); }

    /// Absent until there is one of this sound; of the model before until the present one has drawn.
    const std::optional<PosteriorPicture>& picture() const { return picture_; }

Q_SIGNALS:
    /// picture() is another one, or gone.
    void pictureChanged();

private:
    void forgetCode();
    void ask();

    DecoderController& decoder_;
    LatentCode code_;
    bool live_ = false, watched_ = false;
    double spread_ = 1;
    std::uint64_t seed_ = 1;
    std::uint64_t firstRequest_ = 0;  ///< of this sound and model; 0: none
    bool stale_ = false;              ///< asked for while nobody looked
    std::optional<PosteriorPicture> picture_;
};

}  // namespace sonoglyph
