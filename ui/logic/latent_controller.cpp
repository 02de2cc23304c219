#include "ui/logic/latent_controller.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "ui/logic/decoder_controller.h"

namespace sonoglyph {

LatentController::LatentController(DecoderController& decoder, QObject* parent) : QObject(parent), decoder_(decoder)
{
    connect(&decoder.story(), &SoundStory::drawingChanged, this, &LatentController::takeCode);
    connect(&decoder, &DecoderController::drawn, this, [this](const Drawing& drawing) {
        if (firstRequest_ == 0 || drawing.request < firstRequest_) return;
        drawing_ = drawing;
        Q_EMIT drawingChanged();
    });
    // The sound will be heard again; until then its code belongs to another model.
    connect(&decoder, &DecoderController::modelChanged, this, [this] {
        mean_.clear();
        deviation_.clear();
        drawing_.reset();
        forget();
        Q_EMIT codeChanged();
    });
    takeCode();
}

int LatentController::zeroedCount() const { return int(std::count(zeroed_.begin(), zeroed_.end(), true)); }

std::vector<float> LatentController::z() const
{
    std::vector<float> z = values_;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (zeroed_[i]) z[i] = 0;
    return z;
}

bool LatentController::untouched() const { return values_ == mean_ && zeroedCount() == 0; }

void LatentController::setValue(int feature, float value)
{
    if (feature < 0 || feature >= size() || !std::isfinite(value) || values_[std::size_t(feature)] == value) return;
    values_[std::size_t(feature)] = value;
    redraw();
}

void LatentController::setZeroed(int feature, bool zeroed)
{
    if (feature < 0 || feature >= size() || zeroed_[std::size_t(feature)] == zeroed) return;
    zeroed_[std::size_t(feature)] = zeroed;
    commit();
    redraw();
}

void LatentController::zeroAtRandom(int count, quint32 seed)
{
    if (!hasCode()) return;
    std::vector<std::size_t> order(mean_.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    zeroed_.assign(mean_.size(), false);
    for (std::size_t i = 0; i < std::size_t(std::clamp(count, 0, size())); ++i) zeroed_[order[i]] = true;
    commit();
    redraw();
}

void LatentController::sample(quint32 seed)
{
    if (!hasCode()) return;
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = mean_[i] + deviation_[i] * normal(random);
    commit();
    redraw();
}

void LatentController::reset()
{
    if (untouched()) return;
    values_ = mean_;
    zeroed_.assign(mean_.size(), false);
    commit();
    redraw();
}

void LatentController::takeCode()
{
    const std::optional<Drawing>& heard = decoder_.story().drawing();
    if (!heard) return;
    mean_ = heard->code.mean;
    deviation_.resize(mean_.size());
    for (std::size_t i = 0; i < mean_.size(); ++i)
        deviation_[i] = i < heard->code.logVariance.size() ? std::exp(heard->code.logVariance[i] / 2) : 0.0f;
    drawing_ = heard;
    forget();
    Q_EMIT codeChanged();
    Q_EMIT drawingChanged();
}

void LatentController::forget()
{
    values_ = mean_;
    zeroed_.assign(mean_.size(), false);
    committed_ = {values_, zeroed_};
    undo_.clear();
    redo_.clear();
    firstRequest_ = 0;
}

void LatentController::redraw()
{
    const std::uint64_t request = decoder_.draw(z());
    if (firstRequest_ == 0) firstRequest_ = request;
    Q_EMIT valuesChanged();
}

void LatentController::commit()
{
    Placement now{values_, zeroed_};
    if (now == committed_) return;
    undo_.push_back(std::exchange(committed_, std::move(now)));
    redo_.clear();
}

void LatentController::undo() { step(undo_, redo_); }

void LatentController::redo() { step(redo_, undo_); }

void LatentController::step(std::vector<Placement>& from, std::vector<Placement>& to)
{
    commit();
    if (from.empty()) return;
    to.push_back(std::exchange(committed_, std::move(from.back())));
    from.pop_back();
    values_ = committed_.values;
    zeroed_ = committed_.zeroed;
    redraw();
}

}  // namespace sonoglyph
