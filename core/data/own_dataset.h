// A data set that a person put together from recordings and images of any classes: a folder DATA/own/NAME with a description, dataset.json.
//     {"format": 1, "title": "Class 5b", "labels": ["0", ..., "9"],
//      "recordings": [{"folder": "recordings", "labels": "names"}, {"dataset": "fsdd"}],
//      "images": "mnist", "alignment": "many-to-one"}
// Folders are relative to DATA/own/NAME, or absolute; the images' folder holds four IDX files named as MNIST's (KMNIST, Fashion-MNIST,
// ...), or is "mnist" for the data folder's own. A LeNet-5 trained on those images lies beside the description as lenet5.safetensors.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/labels.h"
#include "core/data/pairing.h"
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

struct OwnDataset {
    std::string name;   ///< of its folder; see isOwnName()
    std::string title;  ///< for people; may be empty
    Labels labels;      ///< at least two, in the order of the images' labels; no / in them, and no point at the beginning
    std::vector<RecordingSource> recordings;
    std::filesystem::path images = "mnist";
    Alignment alignment = Alignment::ManyToOne;

    bool operator==(const OwnDataset&) const = default;
};

/// Letters, digits, - and _, at most 40, and no built-in data set's name, nor mnist.
bool isOwnName(const std::string& name);

std::filesystem::path ownFolder(const std::filesystem::path& data, const std::string& name);
std::filesystem::path ownDescriptionFile(const std::filesystem::path& data, const std::string& name);
/// Where a LeNet-5 trained on its images is kept.
std::filesystem::path ownJudgeFile(const std::filesystem::path& data, const std::string& name);
/// Where its images lie.
std::filesystem::path ownImages(const std::filesystem::path& data, const OwnDataset& set);

/// Names of those in the data folder, sorted.
std::vector<std::string> ownDatasets(const std::filesystem::path& data);

/// Errors: BadOption (there is none of this name: tells those there are), Unreadable, Corrupt (names the file and the key), NewerFormat.
Result<OwnDataset> readOwnDataset(const std::filesystem::path& data, const std::string& name);

/// Errors: BadOption (name, labels, source), those of writing.
Result<void> writeOwnDataset(const std::filesystem::path& data, const OwnDataset& set);

/// The names of the classes found in a folder of recordings: labelsOf() what is there. Errors: those of reading the folder or the table,
/// Incompatible (fewer than two).
Result<Labels> findLabels(const RecordingSource& source);

/// How the sound files of a folder are labelled, as far as it can be seen: by folders where there are some with sounds, else by names.
/// Never Words or Table.
LabelsFrom guessLabelsFrom(const std::filesystem::path& folder);

/// Its recordings; those of its own folders have `name` as their set. What does not name a label is skipped and counted. Errors: those of
/// readOwnDataset() and of its sources; NotFound where there is no recording.
Result<RecordingSet> listOwnRecordings(const std::filesystem::path& data, const OwnDataset& set);

}  // namespace sonoglyph
