#include "core/session/evaluation_details.h"

#include <algorithm>

namespace sonoglyph {

bool samePairs(const EvaluationDetails& a, const EvaluationDetails& b)
{
    const auto same = [](const PairReading& p, const PairReading& q) { return p.recording == q.recording && p.label == q.label; };
    return a.dataset == b.dataset && a.recordings == b.recordings &&
           std::equal(a.pairs.begin(), a.pairs.end(), b.pairs.begin(), b.pairs.end(), same);
}

PairedDifference difference(const EvaluationDetails& a, const EvaluationDetails& b)
{
    std::vector<RecordingDifference> recordings(a.recordings.size());
    for (std::size_t i = 0; i < a.pairs.size(); ++i) {
        const PairReading &p = a.pairs[i], &q = b.pairs[i];
        RecordingDifference& recording = recordings[p.recording];
        ++recording.pairs;
        recording.won += int(p.read == p.label) - int(q.read == q.label);
    }
    return pairedDifference(recordings);
}

}  // namespace sonoglyph
