#include "ui/logic/latent_controller.h"

#include <algorithm>
#include <cmath>
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
        now_ = {};
        drawing_.reset();
        forget();
        Q_EMIT codeChanged();
    });
    takeCode();
}

int LatentController::zeroedCount() const { return int(std::count(now_.zeroed.begin(), now_.zeroed.end(), true)); }

std::vector<float> LatentPlacement::z() const
{
    std::vector<float> z = values;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (zeroed[i]) z[i] = 0;
    return z;
}

bool LatentController::untouched() const { return now_.values == now_.mean && zeroedCount() == 0; }

void LatentController::setValues(std::span<const float> values)
{
    if (!fits(values.size()) || !std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) return;
    std::vector<float> next(values.begin(), values.end());
    for (std::size_t i = 0; i < next.size(); ++i)
        if (now_.locked[i]) next[i] = now_.values[i];
    if (next == now_.values) return;
    now_.values = std::move(next);
    redraw();
}

void LatentController::setZeroed(const std::vector<bool>& zeroed, bool done)
{
    if (!fits(zeroed.size())) return;
    std::vector<bool> next = zeroed;
    for (std::size_t i = 0; i < next.size(); ++i)
        if (now_.locked[i]) next[i] = now_.zeroed[i];
    if (next == now_.zeroed) return;
    now_.zeroed = std::move(next);
    if (done) commit();
    redraw();
}

void LatentController::setLocked(const std::vector<bool>& locked)
{
    if (!fits(locked.size()) || locked == now_.locked) return;
    now_.locked = locked;
    commit();
    Q_EMIT valuesChanged();
}

void LatentController::sample(quint32 seed)
{
    if (!hasCode()) return;
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> drawn(now_.mean.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = now_.mean[i] + now_.deviation[i] * normal(random);
    now_.sampled = seed;
    setValues(drawn);
    commit();
}

void LatentController::useMean()
{
    if (!hasCode()) return;
    now_.sampled.reset();
    setValues(now_.mean);
    commit();
    Q_EMIT valuesChanged();
}

void LatentController::reset()
{
    if (!hasCode()) return;
    now_.sampled.reset();
    for (std::size_t i = 0; i < now_.mean.size(); ++i) {
        if (now_.locked[i]) continue;
        now_.values[i] = now_.mean[i];
        now_.zeroed[i] = false;
    }
    if (now_ == committed_) return;
    commit();
    redraw();
}

bool LatentController::restore(const LatentPlacement& placement)
{
    if (!decoder_.model() || int(placement.mean.size()) != decoder_.model()->latent) return false;
    commit();
    show(placement);
    commit();
    return true;
}

void LatentController::takeCode()
{
    const std::optional<Drawing>& heard = decoder_.story().drawing();
    if (!heard) return;
    now_ = {};
    if (const auto& sound = decoder_.story().sound()) now_.sound = sound->name;
    now_.mean = heard->code.mean;
    for (std::size_t i = 0; i < now_.mean.size(); ++i)
        now_.deviation.push_back(i < heard->code.logVariance.size() ? std::exp(heard->code.logVariance[i] / 2) : 0.0f);
    drawing_ = heard;
    forget();
    Q_EMIT codeChanged();
    Q_EMIT drawingChanged();
}

void LatentController::forget()
{
    now_.values = now_.mean;
    now_.zeroed.assign(now_.mean.size(), false);
    now_.locked.assign(now_.mean.size(), false);
    committed_ = now_;
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
    if (now_ == committed_) return;
    undo_.push_back(std::exchange(committed_, now_));
    redo_.clear();
    Q_EMIT historyChanged();
}

void LatentController::undo() { step(undo_, redo_); }

void LatentController::redo() { step(redo_, undo_); }

void LatentController::step(std::vector<LatentPlacement>& from, std::vector<LatentPlacement>& to)
{
    commit();
    if (from.empty()) return;
    to.push_back(std::exchange(committed_, std::move(from.back())));
    from.pop_back();
    show(committed_);
    Q_EMIT historyChanged();
}

void LatentController::show(const LatentPlacement& placement)
{
    const bool other = placement.mean != now_.mean || placement.deviation != now_.deviation || placement.sound != now_.sound;
    now_ = placement;
    if (other) Q_EMIT codeChanged();
    redraw();
}

}  // namespace sonoglyph
