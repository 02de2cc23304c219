// What evaluations measured, as one: of a single one its numbers, of several their mean and deviation. Any thread.
#pragma once

#include <array>
#include <vector>

#include "core/base/statistics.h"
#include "core/session/evaluation_details.h"

namespace sonoglyph {

struct Measures {
    std::vector<double> each;  ///< the accuracies that went in, 0 to 1
    Spread accuracy, accuracyMean, diversity, featureDiversity, archetypeDistance;
    std::array<double, 2> interval{};  ///< of the accuracy: of one evaluation Wilson's, 95 %; of several one deviation beside the mean

    bool several() const { return each.size() > 1; }
};

Measures measuresOf(const Evaluation& evaluation);
/// Every part counts once, whatever it is the mean of. Needs at least one.
Measures meanOf(const std::vector<Measures>& parts);

}  // namespace sonoglyph
