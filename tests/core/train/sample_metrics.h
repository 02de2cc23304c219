// Rows of metrics with something in every column, and whether two are the same to the last bit.
#pragma once

#include "core/train/metrics.h"

namespace sonoglyph {

inline StepMetrics step(std::int64_t number)
{
    StepMetrics m;
    m.step = number;
    m.epoch = int((number - 1) / 10) + 1;
    m.total = 1.0 / 3 * double(number);
    m.reconstruction = 1e-300;
    m.kl = 123456789.123456789;
    m.klWeight = 0.1;
    m.seconds = 0.5;
    m.samplesPerSecond = 212.5;
    m.gradientNorm = 1.0 / 7;
    // A run has a discriminator or has none; here both sorts of rows are tried.
    if (number % 2 == 0) m.discriminator = DiscriminatorMetrics{-0.25, 1.3, 0.75, 1e-9, 12.5};
    if (number % 3 == 0) m.activeUnits = int(number % 64);
    return m;
}

inline EpochMetrics epoch(int number)
{
    EpochMetrics m;
    m.epoch = number;
    m.step = number * 10;
    m.trainTotal = 0.1;
    m.trainReconstruction = 0.2;
    m.trainKl = 0.3;
    m.testTotal = 0.4;
    m.testReconstruction = 0.5;
    m.testKl = 0.6;
    m.accuracy = 0.942;
    m.accuracyMean = 0.967;
    m.activeUnits = 17;
    m.seconds = 1.0 / 7;
    m.diversity = 0.125;
    m.klPerDimension = {0, 0.1, 1e-9};
    return m;
}

inline bool same(const StepMetrics& a, const StepMetrics& b)
{
    return a.step == b.step && a.epoch == b.epoch && a.total == b.total && a.reconstruction == b.reconstruction && a.kl == b.kl &&
           a.klWeight == b.klWeight && a.seconds == b.seconds && a.samplesPerSecond == b.samplesPerSecond &&
           a.gradientNorm == b.gradientNorm && a.discriminator == b.discriminator && a.activeUnits == b.activeUnits;
}

inline bool same(const EpochMetrics& a, const EpochMetrics& b)
{
    return a.epoch == b.epoch && a.step == b.step && a.trainTotal == b.trainTotal && a.trainReconstruction == b.trainReconstruction &&
           a.trainKl == b.trainKl && a.testTotal == b.testTotal && a.testReconstruction == b.testReconstruction && a.testKl == b.testKl &&
           a.accuracy == b.accuracy && a.accuracyMean == b.accuracyMean && a.activeUnits == b.activeUnits && a.seconds == b.seconds &&
           a.diversity == b.diversity && a.klPerDimension == b.klPerDimension;
}

}  // namespace sonoglyph
