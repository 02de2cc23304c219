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
#include "core/data/labelled_files.h"
#include "core/data/pairing.h"
#include "core/data/recordings.h"

namespace sonoglyph {

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

/// Its recordings; those of its own folders have `name` as their set. What does not name a label is skipped and counted. Errors: those of
/// readOwnDataset() and of its sources; NotFound where there is no recording.
Result<RecordingSet> listOwnRecordings(const std::filesystem::path& data, const OwnDataset& set);

}  // namespace sonoglyph
