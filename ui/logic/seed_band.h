// Mean and deviation of curves that differ by chance only. Any thread.
#pragma once

#include <functional>
#include <vector>

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

/// Whether two runs are the same but for their seed (and for what changes no curve: threads, previews, checkpoints, how long they go).
bool differBySeedOnly(RunConfig a, RunConfig b);

/// Whether the end of two runs differs by their seed only: as above, and they go equally long.
bool endsDifferBySeedOnly(const RunConfig& a, const RunConfig& b);

/// The places of `configs` in groups, in each of which `alike(a, b)` holds for all pairs; by the first of each.
std::vector<std::vector<std::size_t>> groupsOf(const std::vector<RunConfig>& configs,
                                               const std::function<bool(const RunConfig&, const RunConfig&)>& alike);

}  // namespace sonoglyph
