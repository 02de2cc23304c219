// What the data folder holds, for the Data page: looks at names and sizes only, so it is fast (the complete sets: below 0.2 s).
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

struct ImageSurvey {
    std::filesystem::path folder;    ///< DATA/mnist
    bool present = false;            ///< all four files are there
    int train = 0, test = 0;         ///< images, as the label files' headers say
    std::optional<Message> problem;  ///< what is missing or damaged and what to do
};

struct RecordingSurvey {
    std::string name;              ///< fsdd or scd
    std::filesystem::path folder;  ///< DATA/fsdd/recordings, DATA/scd
    bool present = false;          ///< there is at least one recording
    int recordings = 0;
    std::array<int, 10> perDigit{};
    std::vector<std::string> speakers;
    int skipped = 0;            ///< files that do not follow the naming pattern
    bool officialKnown = true;  ///< scd: testing_list.txt is there
    std::optional<Message> problem;
};

struct DataSurvey {
    std::filesystem::path folder;
    bool folderThere = false;
    ImageSurvey mnist;
    RecordingSurvey fsdd;  ///< all speakers; paperRecordings of them are the paper's
    RecordingSurvey scd;
    int paperRecordings = 0;  ///< FSDD recordings by the paper's four speakers

    /// Whether a run on `dataset` (fsdd, fsdd6, scd, mixed, synthetic) finds what it needs; synthetic is made where it is missing.
    bool canUse(const std::string& dataset) const;
};

/// `folder` empty: defaultDataFolder(). Never fails: what is wrong is in the survey. Any thread.
DataSurvey surveyData(const std::filesystem::path& folder);

}  // namespace sonoglyph
