// The result of an evaluation, as numbers. No LibTorch.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/data/labels.h"

namespace sonoglyph {

/// What is read of one label in the held-out recordings of one data set.
struct LabelReading {
    std::int64_t recordings = 0;  ///< held out
    std::int64_t examples = 0;    ///< pairs; of a classifier recordings
    std::int64_t right = 0;       ///< from samples of z; a classifier's own
    std::int64_t rightMean = 0;   ///< from the mean of z; a classifier's own

    double accuracy() const { return examples > 0 ? double(right) / double(examples) : 0; }
    double accuracyMean() const { return examples > 0 ? double(rightMean) / double(examples) : 0; }
};

/// One data set of those that were evaluated: mixed has two.
struct SetReading {
    std::string set;  ///< fsdd, scd
    std::vector<LabelReading> perLabel;

    LabelReading all() const;
};

/// What becomes of the readings when the held-out recordings are changed. Every recording counts once; images are drawn from the mean of z.
struct RobustnessReading {
    std::string change;           ///< e.g. "-30 dB"
    std::int64_t recordings = 0;  ///< compared
    double same = 0;              ///< share that is read as without the change
    double accuracy = 0;          ///< share that is read right
    double accuracyBefore = 0;    ///< the same without the change
};

/// [what it is][what is read], square.
using Confusion = std::vector<std::vector<std::int64_t>>;

inline Confusion emptyConfusion(std::size_t labels) { return Confusion(labels, std::vector<std::int64_t>(labels)); }

struct EvaluationDetails;

struct Evaluation {
    Labels labels = digitLabels();              ///< of the data set
    std::int64_t examples = 0;                  ///< held-out pairs; of a classifier recordings
    double accuracy = 0;                        ///< LeNet-5 on images drawn from samples of z, 0 to 1; a classifier's own
    std::array<double, 2> interval{};           ///< of accuracy, Wilson, 95 %
    double accuracyMean = 0;                    ///< on images drawn from the mean of z; a classifier's own
    std::vector<double> perLabel;               ///< accuracy of each label, from samples
    std::vector<SetReading> sets;               ///< the same readings by data set and label
    std::vector<RobustnessReading> robustness;  ///< empty unless asked for
    Confusion confusion;                        ///< [spoken][read], from samples
    double diversity = 0;                ///< deviation of a pixel among images of one label, from samples, averaged over pixels and labels
    double reconstruction = 0;           ///< nats a pair
    double kl = 0;                       ///< nats a recording, averaged over the pairs
    std::vector<double> klPerDimension;  ///< its parts
    double total = 0;     ///< the objective, KL weight 1, without an adversarial term; of a classifier cross-entropy, nats a recording
    int activeUnits = 0;  ///< dimensions whose mean KL exceeds 0.01 nat
    bool heard = false;   ///< a classifier's own: examples are held-out recordings, and nothing is drawn
    bool judged = false;  ///< whether a LeNet-5 was there: without it all readings are 0
    std::shared_ptr<const EvaluationDetails> details;  ///< core/session/evaluation_details.h; null unless asked for
};

}  // namespace sonoglyph
