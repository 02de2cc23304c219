// Sound files of anybody's folder, and what is said in each: as their names, their folders, a table or the words kept on Listen tell.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/labels.h"
#include "core/data/recordings.h"

namespace sonoglyph {

/// Where the label of a sound file stands.
enum class LabelsFrom {
    Names,    ///< LABEL_SPEAKER_N.wav, also LABEL_N.wav and LABEL.wav
    Folders,  ///< LABEL/FILE.wav or LABEL/SPEAKER/FILE.wav; of FILE what precedes _nohash_ or the last _ is the speaker
    /// Kept words of the page Listen: NAME.json beside NAME.wav, whose "label" is the name that a person gave: "7", or "7 anna".
    Words,
    Table,  ///< a CSV file with the columns file, label and, where known, speaker and part (train, validation, test)
};

struct RecordingSource {
    std::string dataset;           ///< a built-in set whose recordings belong to it (fsdd, fsdd6, scd, synthetic); or
    std::filesystem::path folder;  ///< sound files
    LabelsFrom labelsFrom = LabelsFrom::Names;
    std::filesystem::path table;  ///< relative to `folder`, or absolute

    bool operator==(const RecordingSource&) const = default;
};

/// A sound file as its source tells of it.
struct LabelledFile {
    std::filesystem::path file;
    std::string label;    ///< a name, not yet one of a data set's labels
    std::string speaker;  ///< "unknown" where nothing tells
    std::optional<int> take;
    OfficialPart part = OfficialPart::Train;
};

struct LabelledFiles {
    std::vector<LabelledFile> files;
    bool partsKnown = false;  ///< the table says what each is for
    int skipped = 0;          ///< that have no label, or rows of a table without a file
};

/// `source` has a folder, not a data set. Errors: NotFound (the folder or the table), Unreadable, Corrupt (the table: names it and the
/// line).
Result<LabelledFiles> findLabelledFiles(const RecordingSource& source);

/// The names of the classes found in a folder of recordings: labelsOf() what is there. Errors: those of reading the folder or the table,
/// Incompatible (fewer than two).
Result<Labels> findLabels(const RecordingSource& source);

/// How the sound files of a folder are labelled, as far as it can be seen: by folders where there are some with sounds, else by names.
/// Never Words or Table.
LabelsFrom guessLabelsFrom(const std::filesystem::path& folder);

}  // namespace sonoglyph
