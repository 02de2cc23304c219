// Mean and deviation of curves that differ by chance only. Any thread.
#pragma once

#include <QList>
#include <QPointF>

#include "core/train/run_config.h"

namespace sonoglyph {

struct SeedBand {
    QList<QPointF> mean, low, high;  ///< low and high: one standard deviation of the sample beside the mean
};

/// At the points of the first curve that all curves reach, the others interpolated. `curves`: two or more, in ascending x; each is smoothed
/// first over about so many points (1: not at all). Empty where they share no stretch.
SeedBand seedBand(const QList<QList<QPointF>>& curves, int smoothing = 1);

/// Whether two runs are the same but for their seed (and for what changes no result: threads, previews, checkpoints, how long they go).
bool differBySeedOnly(RunConfig a, RunConfig b);

}  // namespace sonoglyph
