#include "core/data/recordings.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>

#include "core/base/atomic_file.h"
#include "core/data/data_folders.h"
#include "core/data/dataset_config.h"
#include "core/data/own_dataset.h"
#include "core/data/synthetic_digits.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 4> paper{"jackson", "nicolas", "theo", "yweweler"};
constexpr std::array<std::string_view, 17> extensions{".wav", ".flac", ".ogg", ".oga",  ".opus", ".aiff", ".aif",  ".aifc", ".au",
                                                      ".snd", ".caf",  ".w64", ".rf64", ".mp3",  ".voc",  ".nist", ".sph"};
constexpr int officialTestTakes = 5;  // FSDD's README: index 0 to 4 is the test part

std::optional<int> parseNumber(std::string_view text)
{
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.front() == '-' || failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// DIGIT_SPEAKER_INDEX
std::optional<Recording> parseFsddName(const std::string& stem)
{
    const auto first = stem.find('_'), last = stem.rfind('_');
    if (first != 1 || last <= first + 1 || last == std::string::npos || !std::isdigit(static_cast<unsigned char>(stem[0])))
        return std::nullopt;
    const auto take = parseNumber(std::string_view(stem).substr(last + 1));
    if (!take) return std::nullopt;
    Recording recording;
    recording.label = stem[0] - '0';
    recording.speaker = stem.substr(first + 1, last - first - 1);
    recording.take = *take;
    recording.set = "fsdd";
    recording.official = *take < officialTestTakes ? OfficialPart::Test : OfficialPart::Train;
    return recording;
}

/// SPEAKER_nohash_N
std::optional<Recording> parseScdName(const std::string& stem, int digit)
{
    constexpr std::string_view separator = "_nohash_";
    const auto at = stem.find(separator);
    if (at == 0 || at == std::string::npos) return std::nullopt;
    const auto take = parseNumber(std::string_view(stem).substr(at + separator.size()));
    if (!take) return std::nullopt;
    Recording recording;
    recording.label = digit;
    recording.speaker = stem.substr(0, at);
    recording.take = *take;
    recording.set = "scd";
    return recording;
}

/// Sound files directly in `folder`, sorted, so that the listing does not depend on the file system.
Result<std::vector<fs::path>> soundFiles(const fs::path& folder)
{
    std::error_code failed;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (hasSoundExtension(it->path()) && !it->is_directory(failed)) files.push_back(it->path());
    }
    if (failed) return readError(folder, failed.value());
    std::sort(files.begin(), files.end());
    return files;
}

Error notThere(const fs::path& folder, const char* text) { return {Errc::NotFound, {text, {folder.string()}}, {}}; }

constexpr const char* fsddMissing =
    SONOGLYPH_TEXT("core", "No recordings in %1. Put the WAV files of the Free Spoken Digit Dataset there or choose another data folder.");
constexpr const char* scdMissing =
    SONOGLYPH_TEXT("core", "No recordings in %1. Put the folders zero to nine of Speech Commands there or choose another data folder.");

Result<void> addFsdd(RecordingSet& set, const fs::path& data, bool paperOnly)
{
    const fs::path folder = fsddFolder(data);
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return notThere(folder, fsddMissing);
    auto files = soundFiles(folder);
    if (!files) return files.error();
    const std::size_t before = set.recordings.size();
    for (fs::path& file : *files) {
        auto recording = parseFsddName(file.stem().string());
        if (!recording) {
            ++set.skipped;
        } else if (!paperOnly || std::find(paper.begin(), paper.end(), recording->speaker) != paper.end()) {
            recording->file = std::move(file);
            set.recordings.push_back(std::move(*recording));
        }
    }
    if (set.recordings.size() == before) return notThere(folder, fsddMissing);
    return {};
}

/// WORD/SPEAKER_nohash_N of every line, without the extension: the lists say .wav whatever the files are packed as.
std::optional<std::unordered_set<std::string>> readList(const fs::path& file)
{
    std::ifstream in(file);
    if (!in) return std::nullopt;
    std::unordered_set<std::string> names;
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.pop_back();
        names.insert(fs::path(line).replace_extension().generic_string());
    }
    return names;
}

Result<void> addScd(RecordingSet& set, const fs::path& data)
{
    const fs::path folder = scdFolder(data);
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return notThere(folder, scdMissing);
    const auto testing = readList(folder / "testing_list.txt");
    const auto validation = readList(folder / "validation_list.txt");
    set.officialKnown = testing && validation;
    const std::size_t before = set.recordings.size();
    for (int digit = 0; digit < 10; ++digit) {
        const std::string word(digitWord(digit));
        if (!fs::is_directory(folder / word, ignored)) continue;
        auto files = soundFiles(folder / word);
        if (!files) return files.error();
        for (fs::path& file : *files) {
            const std::string stem = file.stem().string();
            auto recording = parseScdName(stem, digit);
            if (!recording) {
                ++set.skipped;
                continue;
            }
            const std::string listed = word + "/" + stem;
            if (testing && testing->contains(listed))
                recording->official = OfficialPart::Test;
            else if (validation && validation->contains(listed))
                recording->official = OfficialPart::Validation;
            recording->file = std::move(file);
            set.recordings.push_back(std::move(*recording));
        }
    }
    if (set.recordings.size() == before) return notThere(folder, scdMissing);
    return {};
}

/// Named as FSDD's. Every tenth speaker is for testing.
Result<void> addSynthetic(RecordingSet& set, const fs::path& data)
{
    const fs::path folder = data / syntheticName / "recordings";
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return notThere(folder,
                        SONOGLYPH_TEXT("core", "The synthetic digits are not in %1 yet: they are made when they are first trained on."));
    auto files = soundFiles(folder);
    if (!files) return files.error();
    for (fs::path& file : *files) {
        auto recording = parseFsddName(file.stem().string());
        if (!recording) {
            ++set.skipped;
            continue;
        }
        recording->set = syntheticName;
        recording->official = recording->speaker.ends_with('0') ? OfficialPart::Test : OfficialPart::Train;
        recording->file = std::move(file);
        set.recordings.push_back(std::move(*recording));
    }
    return {};
}

auto identity(const Recording& r) { return std::tie(r.set, r.label, r.speaker, r.take); }

}  // namespace

std::vector<std::string> RecordingSet::speakers() const
{
    std::set<std::string> names;
    for (const Recording& recording : recordings) names.insert(recording.speaker);
    return {names.begin(), names.end()};
}

std::vector<int> RecordingSet::perLabel() const
{
    std::vector<int> counts(labels.size());
    for (const Recording& recording : recordings) ++counts[std::size_t(recording.label)];
    return counts;
}

bool isFsddName(const std::string& stem) { return parseFsddName(stem).has_value(); }

const std::array<std::string_view, 4>& paperSpeakers() { return paper; }

bool hasSoundExtension(const fs::path& file)
{
    std::string extension = file.extension().string();
    for (char& c : extension) c = char(std::tolower(static_cast<unsigned char>(c)));
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Result<RecordingSet> listRecordings(const std::string& name, const fs::path& folder)
{
    const auto& names = builtInDatasets();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        const auto own = readOwnDataset(folder, name);
        return own ? listOwnRecordings(folder, *own) : own.error();
    }
    RecordingSet set;
    set.name = name;
    if (name == syntheticName) {
        if (auto added = addSynthetic(set, folder); !added) return added.error();
    } else if (name != "scd") {
        if (auto added = addFsdd(set, folder, name == "fsdd"); !added) return added.error();
    }
    if (name == "scd" || name == "mixed") {
        if (auto added = addScd(set, folder); !added) return added.error();
    }
    auto& all = set.recordings;
    std::stable_sort(all.begin(), all.end(), [](const Recording& a, const Recording& b) { return identity(a) < identity(b); });
    const auto end = std::unique(all.begin(), all.end(), [](const Recording& a, const Recording& b) { return identity(a) == identity(b); });
    set.skipped += int(all.end() - end);
    all.erase(end, all.end());
    return set;
}

}  // namespace sonoglyph
