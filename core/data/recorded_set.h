// An own data set that grows by recording: a speaker says every label so many times, each time in another order, so that no label is
// learned by its place. What is there already is not asked for again. Takes lie in DATA/own/NAME/recordings/LABEL/SPEAKER_N.wav.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/audio/sound.h"
#include "core/base/result.h"
#include "core/data/labels.h"

namespace sonoglyph {

struct RecordingPlan {
    std::filesystem::path data;     ///< the data folder
    std::string name;               ///< of the set, see isOwnName(); one that is there grows
    Labels labels = digitLabels();  ///< of a new set; one that is there keeps its own
    std::string speaker;            ///< letters, digits and -
    int repetitions = 5;            ///< of every label
};

struct Take {
    int label = 0;
    int number = 0;  ///< of this label by this speaker, from 0
    std::filesystem::path file;

    bool operator==(const Take&) const = default;
};

struct RecordedSet {
    Labels labels;
    std::vector<Take> takes;  ///< of this speaker, in the order in which they are said: the same whenever it is asked for
    std::vector<bool> there;  ///< for each take: its file is there

    int done() const;
    /// The first that is not there from `from` on, then from the beginning; -1: all are.
    int next(int from = 0) const;
};

/// Makes the set where there is none; a set that is there and was not recorded gets recordings beside what it has. Errors: BadOption (a
/// name or speaker that cannot be, repetitions outside 1 to 1000), those of readOwnDataset() and writeOwnDataset().
Result<RecordedSet> openRecordedSet(const RecordingPlan& plan);

/// 16-bit WAV, replacing it whole. Errors: those of writing.
Result<void> writeTake(const Take& take, const Sound& sound);

}  // namespace sonoglyph
