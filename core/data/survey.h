// What the data folder holds, for the Data page: looks at names and sizes only, so it is fast (the complete sets: below 0.2 s).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/labels.h"
#include "core/data/pairing.h"

namespace sonoglyph {

struct ImageSurvey {
    std::filesystem::path folder;    ///< where they lie, or would lie
    bool present = false;            ///< all four files are there
    int train = 0, test = 0;         ///< images, as the label files' headers say
    std::optional<Message> problem;  ///< what is missing or damaged and what to do
};

struct RecordingSurvey {
    std::string name;              ///< fsdd, scd, or an own data set's
    std::string title;             ///< an own one's, for people
    std::filesystem::path folder;  ///< where it lies, or would lie
    bool present = false;          ///< there is at least one recording
    int recordings = 0;
    Labels labels;
    std::vector<int> perLabel;
    std::vector<std::string> speakers;
    int skipped = 0;            ///< files that do not follow the naming pattern
    bool officialKnown = true;  ///< see RecordingSet
    bool images = true;         ///< own: its images are there (of the others see ImageSurvey)
    int trainImages = 0;        ///< own: of them to learn from
    bool readable = true;       ///< own: there is a LeNet-5 that reads them
    Alignment alignment = Alignment::ManyToOne;
    std::optional<Message> problem;
};

struct DataSurvey {
    std::filesystem::path folder;
    bool folderThere = false;
    ImageSurvey mnist;
    RecordingSurvey fsdd;  ///< all speakers; paperRecordings of them are the paper's
    RecordingSurvey scd;
    std::vector<RecordingSurvey> own;  ///< sorted by name
    int paperRecordings = 0;           ///< FSDD recordings by the paper's four speakers

    /// Whether a run on `dataset` (built in or own) finds what it needs; synthetic is made where it is missing.
    bool canUse(const std::string& dataset) const;
    /// Null where there is no own data set of this name.
    const RecordingSurvey* ownNamed(const std::string& name) const;
};

/// `folder` empty: defaultDataFolder(). Never fails: what is wrong is in the survey. Any thread.
DataSurvey surveyData(const std::filesystem::path& folder);

}  // namespace sonoglyph
