#include "core/data/take_faults.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

bool CheckedTake::has(TakeFault fault) const { return std::find(faults.begin(), faults.end(), fault) != faults.end(); }

CheckedTake checkTake(const Sound& sound, const WordBounds& word)
{
    const RecordingFacts facts = factsOf(sound);
    CheckedTake take;
    if (facts.peak > 0) take.peakDecibels = std::max(take.peakDecibels, 20 * std::log10(double(facts.peak)));
    const double seconds = sound.rate > 0 ? double(word.end - word.begin) / sound.rate : 0;
    const auto add = [&](bool is, TakeFault fault) {
        if (is) take.faults.push_back(fault);
    };
    const bool silent = facts.problems.has(Problem::Silent) || facts.problems.has(Problem::NoWord);
    add(silent, TakeFault::Silent);
    add(!silent && take.peakDecibels < takeLimits.quietDecibels, TakeFault::Quiet);
    add(facts.problems.has(Problem::Clipped), TakeFault::Clipped);
    add(!silent && seconds < takeLimits.shortestSeconds, TakeFault::TooShort);
    add(!silent && seconds > takeLimits.longestSeconds, TakeFault::TooLong);
    add(facts.problems.has(Problem::CutOff), TakeFault::CutOff);
    return take;
}

}  // namespace sonoglyph
