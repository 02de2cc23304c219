// What a training run measures, by name. Any thread.
#pragma once

#include <array>
#include <optional>

#include <QList>
#include <QString>

#include "core/train/metrics.h"

namespace sonoglyph {

enum class Quantity {
    Total,
    Reconstruction,
    Kl,
    Adversarial,
    DiscriminatorLoss,
    RealProbability,   ///< D(real)
    DrawnProbability,  ///< D(drawn)
    GradientNorm,
    DiscriminatorGradientNorm,
    Accuracy,      ///< of images drawn from samples of the code
    AccuracyMean,  ///< of images drawn from its mean
    Diversity,
    ActiveUnits,
    Speed,
};
inline constexpr std::size_t quantityCount = 14;

/// Translated.
QString nameOf(Quantity quantity);

/// None where the row has no such number.
std::optional<double> valueOf(Quantity quantity, const StepMetrics& step);
/// On the held-out pairs.
std::optional<double> valueOf(Quantity quantity, const EpochMetrics& epoch);

/// Quantities that are read together, on one pair of axes.
struct QuantityGroup {
    QString key;    ///< for settings and tests
    QString title;  ///< translated, as all below
    QString unit;   ///< empty: none
    QString about;  ///< one sentence
    QList<Quantity> quantities;
    bool shown = false;  ///< unless somebody chose otherwise
};

/// All of them, in the order in which they are drawn.
QList<QuantityGroup> quantityGroups();

}  // namespace sonoglyph
