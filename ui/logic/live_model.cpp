#include "ui/logic/live_model.h"

#include "ui/logic/decoder_controller.h"
#include "ui/logic/training_controller.h"

namespace sonoglyph {

namespace {

constexpr int pauseForCost = 9;  // times as long as taking the weights took

}  // namespace

LiveModel::LiveModel(DecoderController& decoder, const TrainingController& training, QObject* parent)
    : QObject(parent), decoder_(decoder), training_(training)
{
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &LiveModel::take);
    connect(&training, &TrainingController::stateChanged, this, &LiveModel::follow);
    connect(&training, &TrainingController::previewArrived, this, &LiveModel::follow);
    connect(&decoder, &DecoderController::modelChanged, this, &LiveModel::taken);
    connect(&decoder, &DecoderController::modelFailed, this, &LiveModel::taken);
    follow();
}

void LiveModel::setWatched(bool watched)
{
    watched_ = watched;
    take();
}

void LiveModel::follow()
{
    const auto& preview = training_.preview();
    const bool can = training_.active() && preview;
    std::error_code ignored;
    const auto run = can ? std::filesystem::weakly_canonical(training_.run(), ignored) : std::filesystem::path();
    if (run != run_) {
        run_ = run;
        newest_ = taken_ = -1;
        Q_EMIT runChanged();
    }
    if (!can || preview->step == newest_) return;
    newest_ = preview->step;
    Q_EMIT renewed();
    take();
}

void LiveModel::take()
{
    const auto& model = decoder_.model();
    if (!watched_ || run_.empty() || newest_ == taken_ || loading_ || pause_.isActive() || !model || model->file != run_) return;
    if (!decoder_.reloadModel()) return;
    loading_ = true;
    taken_ = newest_;
    since_.start();
}

void LiveModel::taken()
{
    if (loading_)
        pause_.start(int(since_.elapsed()) * pauseForCost);
    else if (decoder_.model() && decoder_.model()->file == run_)
        taken_ = newest_;  // a person has just chosen it
    loading_ = false;
}

}  // namespace sonoglyph
