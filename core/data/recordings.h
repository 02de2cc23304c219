// Recordings of spoken digits in folders: the Free Spoken Digit Dataset and Speech Commands. Looks at names only, reads no sound.
//
//     fsdd/recordings/DIGIT_SPEAKER_INDEX.EXT      e.g. 7_jackson_32.wav
//     synthetic/recordings/DIGIT_SPEAKER_INDEX.EXT see synthetic_digits.h
//     scd/WORD/SPEAKER_nohash_N.EXT                e.g. seven/0a7c2a8d_nohash_0.flac; other words and _background_noise_ are left alone
// EXT is any that libsndfile reads. A file with another name is skipped and counted, and so is a second file of the same recording in
// another format.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/labels.h"

namespace sonoglyph {

/// What the data set's makers say a recording is for.
enum class OfficialPart {
    Train,
    Validation,  ///< scd/validation_list.txt
    Test,        ///< fsdd: index 0 to 4; scd: scd/testing_list.txt; synthetic: every tenth speaker
};

struct Recording {
    std::filesystem::path file;
    int label = 0;        ///< what is said: an index into RecordingSet::labels
    std::string speaker;  ///< fsdd: a first name; scd: eight hexadecimal digits
    int take = 0;         ///< fsdd: 0 to 49; scd: the N of SPEAKER_nohash_N
    std::string set;      ///< fsdd, scd, synthetic or an own data set's name
    OfficialPart official = OfficialPart::Train;

    bool operator==(const Recording&) const = default;
};

struct RecordingSet {
    std::string name;                   ///< DatasetConfig::name
    Labels labels = digitLabels();      ///< what may be said
    std::vector<Recording> recordings;  ///< sorted: set, label, speaker, take
    int skipped = 0;                    ///< sound files whose name does not follow the pattern, or seen twice
    bool officialKnown = true;          ///< false: of some nobody said what they are for (scd/testing_list.txt is missing)

    /// Speakers, sorted, each once.
    std::vector<std::string> speakers() const;
    /// Recordings of each label.
    std::vector<int> perLabel() const;
};

/// The recordings of the data set `name`, built in or own, in the data folder `folder`. Errors: BadOption (no such data set), NotFound
/// (names the folder and says where to get it; also where it holds no recording), Unreadable, those of listOwnRecordings().
Result<RecordingSet> listRecordings(const std::string& name, const std::filesystem::path& folder);

/// Whether a file's name without its extension is one of FSDD's: DIGIT_SPEAKER_INDEX.
bool isFsddName(const std::string& stem);

/// The four speakers of the paper's 2,000 recordings: jackson, nicolas, theo, yweweler.
const std::array<std::string_view, 4>& paperSpeakers();

/// Whether the name ends in one that libsndfile knows (.wav, .flac, .ogg, .aiff, ...), upper or lower case.
bool hasSoundExtension(const std::filesystem::path& file);

}  // namespace sonoglyph
