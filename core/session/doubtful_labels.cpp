#include "core/session/doubtful_labels.h"

#include <algorithm>

namespace sonoglyph {

std::vector<DoubtfulLabel> doubtfulLabels(std::span<const Recording> recordings, std::span<const SoundReading> readings)
{
    std::vector<DoubtfulLabel> doubtful;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        const SoundReading& reading = readings[i];
        if (reading.read >= 0 && reading.read != recordings[i].label && reading.confidence >= sureReading)
            doubtful.push_back({std::uint32_t(i), reading});
    }
    std::stable_sort(doubtful.begin(), doubtful.end(),
                     [](const DoubtfulLabel& a, const DoubtfulLabel& b) { return a.reading.confidence > b.reading.confidence; });
    return doubtful;
}

}  // namespace sonoglyph
