// What a person who knows training would say about a run at this moment: one sentence, and the piece of curve that it speaks of. Any
// thread.
#pragma once

#include <cstdint>
#include <optional>

#include <QList>
#include <QString>

#include "core/session/training.h"
#include "ui/logic/metric_store.h"

namespace sonoglyph {

struct CoachWord {
    enum class Mood { Well, Warning, Problem };
    Mood mood = Mood::Well;
    QString sentence;                       ///< translated; with advice where something is wrong
    std::optional<Quantity> quantity;       ///< whose curve shows it
    RunRows rows = RunRows::Steps;          ///< and of which rows
    std::int64_t from = 0, at = 0, to = 0;  ///< steps: the piece of the curve, and where in it the thing began

    bool operator==(const CoachWord&) const = default;
};

/// The newest thing that has gone wrong, where that was within the last two epochs or cannot be mended; else how learning goes, in numbers.
CoachWord coachWord(const MetricStore& metrics, const QList<TrainNotice>& notices);

/// What a notice of core/train/health.h speaks of; none for any other notice.
std::optional<Quantity> quantityOf(const TrainNotice& notice);

}  // namespace sonoglyph
