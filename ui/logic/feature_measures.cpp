#include "ui/logic/feature_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/latent/latent_arithmetic.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/latent_controller.h"

namespace sonoglyph {

FeatureMeasures::FeatureMeasures(LatentController& latent, DecoderController& decoder, QObject* parent)
    : QObject(parent), latent_(latent), decoder_(decoder)
{
    connect(&latent_, &LatentController::codeChanged, this, &FeatureMeasures::takeCode);
    connect(&decoder_, &DecoderController::filmDrawn, this, &FeatureMeasures::takeFilm);
    takeCode();
}

void FeatureMeasures::takeCode()
{
    const std::vector<float>&mean = latent_.mean(), &deviation = latent_.deviation();
    const auto each = [&](auto value) {
        std::vector<double> all(mean.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = value(i);
        return all;
    };
    std::vector<float> logVariance(deviation.size());
    std::transform(deviation.begin(), deviation.end(), logVariance.begin(), [](float d) { return 2 * std::log(std::max(d, 1e-6F)); });
    values_[std::size_t(Kind::Mean)] = each([&](std::size_t i) { return std::abs(double(mean[i])); });
    values_[std::size_t(Kind::Spread)] = each([&](std::size_t i) { return double(deviation[i]); });
    values_[std::size_t(Kind::Kl)] = klOf(mean, logVariance);
    values_[std::size_t(Kind::Effect)].clear();
    if (values_[std::size_t(Kind::Importance)].size() != mean.size()) values_[std::size_t(Kind::Importance)].clear();
    effects_.reset();
    asked_ = 0;
    askEffects();
    Q_EMIT changed();
}

void FeatureMeasures::setMap(const std::shared_ptr<const LatentMap>& map)
{
    const bool fits = map && map->importance.size() == latent_.mean().size();
    values_[std::size_t(Kind::Importance)] = fits ? map->importance : std::vector<double>();
    Q_EMIT changed();
}

void FeatureMeasures::setWatched(bool watched)
{
    watched_ = watched;
    askEffects();
}

void FeatureMeasures::askEffects()
{
    if (watched_ && latent_.hasCode() && !effects_ && asked_ == 0)
        asked_ = decoder_.drawFilm({int(FilmLane::Effects), effectCodes(latent_.mean())});
}

void FeatureMeasures::takeFilm(const Film& film)
{
    if (asked_ == 0 || film.request != asked_) return;
    std::vector<ByteImage> images;
    for (const Drawing& frame : film.frames) images.push_back(frame.image);
    effects_ = effectsOf(images);
    values_[std::size_t(Kind::Effect)] = effects_->change;
    Q_EMIT changed();
}

std::vector<int> FeatureMeasures::order(Kind kind) const
{
    std::vector<int> order(latent_.mean().size());
    std::iota(order.begin(), order.end(), 0);
    const std::vector<double>& by = values(kind);
    if (by.size() == order.size())
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return by[std::size_t(a)] > by[std::size_t(b)]; });
    return order;
}

const std::vector<double>& FeatureMeasures::importance() const
{
    const std::vector<double>& known = values(Kind::Importance);
    return known.empty() ? values(Kind::Kl) : known;
}

}  // namespace sonoglyph
