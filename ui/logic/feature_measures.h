// What the features of the present code are compared and sorted by. The effect on the image is drawn in the background; what is said over a
// whole data set comes from a map of it (setMap()). GUI thread only.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/latent/latent_effect.h"
#include "core/latent/latent_map.h"

namespace sonoglyph {

class DecoderController;
class LatentController;
struct Film;

class FeatureMeasures : public QObject {
    Q_OBJECT
public:
    enum class Kind {
        Number,
        Mean,        ///< how far from 0, of the posterior's mean
        Spread,      ///< deviation of the posterior
        Kl,          ///< what this sound says in it, in nats
        Importance,  ///< the same over a data set
        Effect,      ///< mean change of a pixel when it moves by a deviation of the prior, 0 to 1
    };
    Q_ENUM(Kind)

    FeatureMeasures(LatentController& latent, DecoderController& decoder, QObject* parent = nullptr);

    /// One a feature; empty where it is not known (yet), and for Number.
    const std::vector<double>& values(Kind kind) const { return values_[std::size_t(kind)]; }
    /// All features, the largest first; by number where the values are not known.
    std::vector<int> order(Kind kind) const;
    /// Importance where it is known, else Kl.
    const std::vector<double>& importance() const;
    /// Of the present code; none until they are drawn.
    const std::optional<LatentEffects>& effects() const { return effects_; }
    /// Of the present model; null: none.
    void setMap(const std::shared_ptr<const LatentMap>& map);
    /// While nobody looks no effects are drawn.
    void setWatched(bool watched);

Q_SIGNALS:
    void changed();

private:
    void takeCode();
    void askEffects();
    void takeFilm(const Film& film);

    LatentController& latent_;
    DecoderController& decoder_;
    std::array<std::vector<double>, 6> values_;
    std::optional<LatentEffects> effects_;
    bool watched_ = false;
    std::uint64_t asked_ = 0;  ///< film of the effects; 0: none
};

}  // namespace sonoglyph
