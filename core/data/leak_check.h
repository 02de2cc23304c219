// What a split lets through from the part that is learned from to the part that is tested on, and what a score on it means therefore.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/data/recording_facts.h"
#include "core/data/recordings.h"
#include "core/data/split.h"

namespace sonoglyph {

struct SpeakerShare {
    std::string set, speaker;
    int train = 0, test = 0, leftOut = 0;  ///< recordings

    bool operator==(const SpeakerShare&) const = default;
};

struct SharedContent {
    std::uint32_t train = 0, test = 0;  ///< recordings with the same samples; one entry a test recording

    bool operator==(const SharedContent&) const = default;
};

struct LeakCheck {
    std::vector<SpeakerShare> speakers;  ///< all, sorted by set and name
    std::vector<SharedContent> copies;   ///< sorted by `test`
    bool contentKnown = false;           ///< false: no facts were given, `copies` says nothing
    int testSpeakers = 0;                ///< speakers with recordings in the test part
    int sharedSpeakers = 0;              ///< of those, with recordings in the training part too
    Message meaning;                     ///< one sentence: what a score on this split says
    Message copiesFound;                 ///< one sentence about `copies`
};

/// `facts`: one a recording of `set`, or empty where they are not known. Any thread.
LeakCheck checkLeaks(const RecordingSet& set, const Split& split, std::span<const RecordingFacts> facts);

}  // namespace sonoglyph
