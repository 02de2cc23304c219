#include "ui/logic/training_observer.h"

namespace sonoglyph {

TrainingObserver::TrainingObserver(End end) : end_(std::move(end)) {}

TrainMail TrainingObserver::drain()
{
    TrainMail mail;
    mail.preparation = preparing_.drain().second;
    std::tie(mail.events, mail.preview) = told_.drain();
    return mail;
}

void TrainingObserver::onPreparing(const Message& phase, double fraction) { preparing_.set({phase, fraction}); }

void TrainingObserver::onPlan(const TrainPlan& plan) { told_.add(plan); }

void TrainingObserver::onStep(const StepMetrics& metrics) { told_.add(metrics); }

void TrainingObserver::onEpoch(const EpochMetrics& metrics) { told_.add(metrics); }

void TrainingObserver::onPreview(const TrainPreview& preview) { told_.set(preview); }

void TrainingObserver::onNotice(const TrainNotice& notice) { told_.add(notice); }

void TrainingObserver::onChange(const RunChange& change) { told_.add(change); }

void TrainingObserver::onPaused(std::int64_t step) { told_.add(TrainPaused{step}); }

void TrainingObserver::onFinished(const Result<TrainSummary>& result) { end_(result); }

}  // namespace sonoglyph
