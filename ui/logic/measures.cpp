#include "ui/logic/measures.h"

namespace sonoglyph {

Measures measuresOf(const Evaluation& evaluation)
{
    Measures out{{evaluation.accuracy}, {evaluation.accuracy}, {evaluation.accuracyMean}, {evaluation.diversity}, {}, {},
                 evaluation.interval};
    if (evaluation.details) {
        out.featureDiversity = {evaluation.details->featureDiversity};
        out.archetypeDistance = {evaluation.details->archetypeDistance};
    }
    return out;
}

Measures meanOf(const std::vector<Measures>& parts)
{
    if (parts.size() == 1) return parts.front();
    Measures out;
    const auto over = [&](Spread Measures::*measure) {
        std::vector<double> values;
        for (const Measures& part : parts) values.push_back((part.*measure).mean);
        out.*measure = spreadOf(values);
    };
    for (const auto measure :
         {&Measures::accuracy, &Measures::accuracyMean, &Measures::diversity, &Measures::featureDiversity, &Measures::archetypeDistance})
        over(measure);
    for (const Measures& part : parts) out.each.push_back(part.accuracy.mean);
    out.interval = {out.accuracy.mean - out.accuracy.deviation, out.accuracy.mean + out.accuracy.deviation};
    return out;
}

}  // namespace sonoglyph
