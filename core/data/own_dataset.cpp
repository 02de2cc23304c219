#include "core/data/own_dataset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/data/data_folders.h"
#include "core/data/dataset_config.h"
#include "core/data/synthetic_digits.h"

namespace sonoglyph {
namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

namespace {

constexpr int format = 1;
constexpr std::size_t longestName = 40, mostBytesOfACard = 1 << 20;
constexpr const char* unknownSpeaker = "unknown";
constexpr std::array<std::pair<LabelsFrom, const char*>, 3> labelPlaces{
    {{LabelsFrom::Names, "names"}, {LabelsFrom::Folders, "folders"}, {LabelsFrom::Words, "words"}}};

/// A sound file as its folder tells of it.
struct Found {
    fs::path file;
    std::string label, speaker = unknownSpeaker;
    std::optional<int> take;
    OfficialPart part = OfficialPart::Train;
};

struct Findings {
    std::vector<Found> files;
    bool partsKnown = false;
    int skipped = 0;  ///< rows of a table without a file
};

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Every sound file in `folder` and at most two folders deep, sorted. Links to folders are not followed.
Result<std::vector<fs::path>> soundsBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (it.depth() >= 2) it.disable_recursion_pending();
        if (hasSoundExtension(it->path()) && it->is_regular_file(failed)) files.push_back(it->path());
    }
    if (failed) return readError(folder, failed.value());
    std::sort(files.begin(), files.end());
    return files;
}

/// LABEL_SPEAKER_N, LABEL_SPEAKER, LABEL_N or LABEL.
Found fromName(const fs::path& file, const std::string& stem)
{
    Found found{file, stem.substr(0, stem.find('_')), unknownSpeaker, {}, OfficialPart::Train};
    std::string rest = found.label.size() < stem.size() ? stem.substr(found.label.size() + 1) : std::string();
    const auto last = rest.rfind('_');
    const std::string tail = last == std::string::npos ? rest : rest.substr(last + 1);
    if ((found.take = number(tail))) rest = last == std::string::npos ? std::string() : rest.substr(0, last);
    if (!rest.empty()) found.speaker = rest;
    return found;
}

/// LABEL/FILE or LABEL/SPEAKER/FILE below `folder`; none for a file that lies in no folder.
std::optional<Found> fromFolders(const fs::path& folder, const fs::path& file)
{
    const fs::path below = file.lexically_relative(folder);
    std::vector<std::string> parts;
    for (const fs::path& part : below) parts.push_back(part.string());
    if (parts.size() < 2) return std::nullopt;
    Found found{file, parts[0], unknownSpeaker, {}, OfficialPart::Train};
    if (parts.size() > 2) {
        found.speaker = parts[1];
        return found;
    }
    constexpr std::string_view mark = "_nohash_";
    const std::string stem = file.stem().string();
    const auto hash = stem.find(mark), last = stem.rfind('_');
    const auto end = hash != std::string::npos ? hash : last;
    if (end == std::string::npos || end == 0) return found;
    found.take = number(std::string_view(stem).substr(hash != std::string::npos ? hash + mark.size() : last + 1));
    if (found.take) found.speaker = stem.substr(0, end);
    return found;
}

Error inTable(const fs::path& table, const char* text, std::vector<std::string> more = {})
{
    more.insert(more.begin(), table.string());
    return {Errc::Corrupt, {text, std::move(more)}, {}};
}

Result<Findings> fromTable(const RecordingSource& source)
{
    const fs::path table = source.folder / source.table;
    const auto text = readTextFile(table);
    if (!text) return text.error();
    const auto rows = csvRows(*text);
    const auto column = [&](std::string_view name) -> std::size_t {
        if (rows.empty()) return std::size_t(-1);
        for (std::size_t i = 0; i < rows[0].size(); ++i) {
            std::string title = rows[0][i];
            std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return char(std::tolower(c)); });
            if (title == name) return i;
        }
        return std::size_t(-1);
    };
    const std::size_t files = column("file"), labels = column("label"), speakers = column("speaker"), parts = column("part");
    if (files == std::size_t(-1) || labels == std::size_t(-1))
        return inTable(table, SONOGLYPH_TEXT("core", "%1 needs a first line that names the columns file and label."));
    Findings out;
    out.partsKnown = parts != std::size_t(-1);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const auto cell = [&](std::size_t at) { return at < rows[r].size() ? rows[r][at] : std::string(); };
        Found found{source.folder / cell(files), cell(labels), cell(speakers), {}, OfficialPart::Train};
        if (found.speaker.empty()) found.speaker = unknownSpeaker;
        const std::string part = cell(parts);
        if (part == "test")
            found.part = OfficialPart::Test;
        else if (part == "validation")
            found.part = OfficialPart::Validation;
        else if (!part.empty() && part != "train")
            return inTable(table, SONOGLYPH_TEXT("core", "%1, line %2: the part %3 is none of train, validation and test."),
                           {std::to_string(r + 1), part});
        std::error_code ignored;
        if (cell(files).empty() || !fs::is_regular_file(found.file, ignored))
            ++out.skipped;
        else
            out.files.push_back(std::move(found));
    }
    return out;
}

/// What a person called a kept word; empty where nobody did.
std::string nameOfWord(const fs::path& card)
{
    const auto text = readTextFile(card, mostBytesOfACard);
    if (!text) return {};
    const auto object = json::parse(*text, nullptr, false);
    if (!object.is_object() || !object.contains("label") || !object["label"].is_string()) return {};
    std::string name = object["label"].get<std::string>();
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

Result<Findings> find(const RecordingSource& source)
{
    std::error_code ignored;
    if (!fs::is_directory(source.folder, ignored))
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "There is no folder %1."), {source.folder.string()}}, {}};
    if (source.labelsFrom == LabelsFrom::Table) return fromTable(source);
    const auto files = soundsBelow(source.folder);
    if (!files) return files.error();
    Findings out;
    for (const fs::path& file : *files) {
        if (source.labelsFrom == LabelsFrom::Words) {
            // Most words have no name: they were said to be seen, not to be learned from.
            if (const std::string name = nameOfWord(fs::path(file).replace_extension(".json")); !name.empty())
                out.files.push_back(fromName(file, name));
        } else if (source.labelsFrom == LabelsFrom::Names)
            out.files.push_back(fromName(file, file.stem().string()));
        else if (auto found = fromFolders(source.folder, file))
            out.files.push_back(std::move(*found));
        else
            ++out.skipped;
    }
    return out;
}

/// Relative folders mean the set's own.
RecordingSource placed(RecordingSource source, const fs::path& folder)
{
    if (source.dataset.empty()) source.folder = (folder / source.folder).lexically_normal();
    return source;
}

bool builtIn(const std::string& name)
{
    const auto& names = builtInDatasets();
    return std::find(names.begin(), names.end(), name) != names.end();
}

Error corrupt(const fs::path& file, std::string details)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 does not describe a data set: it is damaged or was changed by hand."), {file.string()}},
            std::move(details)};
}

void onlyKnown(const json& object, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end()) throw std::invalid_argument("unknown key " + key);
}

RecordingSource sourceOf(const json& object)
{
    RecordingSource source;
    if (object.contains("dataset")) {
        onlyKnown(object, {"dataset"});
        source.dataset = object.at("dataset").get<std::string>();
        if (!builtIn(source.dataset)) throw std::invalid_argument("no built-in data set " + source.dataset);
        return source;
    }
    onlyKnown(object, {"folder", "labels", "table"});
    source.folder = object.at("folder").get<std::string>();
    if (object.contains("table")) {
        source.labelsFrom = LabelsFrom::Table;
        source.table = object.at("table").get<std::string>();
        return source;
    }
    const auto place = object.at("labels").get<std::string>();
    const auto known = std::find_if(labelPlaces.begin(), labelPlaces.end(), [&](const auto& p) { return p.second == place; });
    if (known == labelPlaces.end()) throw std::invalid_argument("labels from " + place);
    source.labelsFrom = known->first;
    return source;
}

json toJson(const RecordingSource& source)
{
    if (!source.dataset.empty()) return {{"dataset", source.dataset}};
    if (source.labelsFrom == LabelsFrom::Table) return {{"folder", source.folder.string()}, {"table", source.table.string()}};
    const auto place = std::find_if(labelPlaces.begin(), labelPlaces.end(), [&](const auto& p) { return p.first == source.labelsFrom; });
    return {{"folder", source.folder.string()}, {"labels", place->second}};
}

}  // namespace

bool isOwnName(const std::string& name)
{
    return !name.empty() && name.size() <= longestName && !builtIn(name) && name != "mnist" &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

fs::path ownFolder(const fs::path& data, const std::string& name) { return data / "own" / name; }

fs::path ownDescriptionFile(const fs::path& data, const std::string& name) { return ownFolder(data, name) / "dataset.json"; }

fs::path ownJudgeFile(const fs::path& data, const std::string& name) { return ownFolder(data, name) / "lenet5.safetensors"; }

fs::path ownImages(const fs::path& data, const OwnDataset& set)
{
    return set.images == "mnist" ? mnistFolder(data) : ownFolder(data, set.name) / set.images;
}

std::vector<std::string> ownDatasets(const fs::path& data)
{
    std::vector<std::string> names;
    std::error_code failed, ignored;
    for (fs::directory_iterator it(data / "own", failed), end; !failed && it != end; it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (isOwnName(name) && fs::is_regular_file(ownDescriptionFile(data, name), ignored)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<OwnDataset> readOwnDataset(const fs::path& data, const std::string& name)
{
    std::error_code ignored;
    const fs::path file = ownDescriptionFile(data, name);
    if (!isOwnName(name) || !fs::exists(file, ignored)) {
        std::string known;
        for (const std::string& there : builtInDatasets()) known += (known.empty() ? "" : ", ") + there;
        for (const std::string& there : ownDatasets(data)) known += ", " + there;
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "There is no data set %1 in %2. Choose one of %3."), {name, data.string(), known}},
                     {}};
    }
    const auto text = readTextFile(file);
    if (!text) return text.error();
    try {
        const json object = json::parse(*text);
        if (const int written = object.at("format").get<int>(); written > format)
            return Error{Errc::NewerFormat,
                         {SONOGLYPH_TEXT("core", "%1 has format %2, this program reads formats up to %3. Use a newer version of it."),
                          {file.string(), std::to_string(written), std::to_string(format)}},
                         {}};
        onlyKnown(object, {"format", "title", "labels", "recordings", "images", "alignment"});
        OwnDataset set;
        set.name = name;
        set.title = object.value("title", "");
        set.labels = object.at("labels").get<Labels>();
        if (set.labels.size() < 2 || set.labels.size() > maxLabels) throw std::invalid_argument("the number of labels");
        for (const json& source : object.at("recordings")) set.recordings.push_back(sourceOf(source));
        set.images = object.at("images").get<std::string>();
        const auto alignment = object.value("alignment", "many-to-one");
        if (alignment != "many-to-one" && alignment != "one-to-one") throw std::invalid_argument("alignment " + alignment);
        set.alignment = alignment == "one-to-one" ? Alignment::OneToOne : Alignment::ManyToOne;
        return set;
    } catch (const std::exception& wrong) {
        return corrupt(file, wrong.what());
    }
}

Result<void> writeOwnDataset(const fs::path& data, const OwnDataset& set)
{
    if (!isOwnName(set.name))
        return Error{
            Errc::BadOption,
            {SONOGLYPH_TEXT("core", "A data set cannot be called %1. Use letters, digits, - and _, at most 40, and not the name of "
                                    "a built-in one."),
             {set.name}},
            {}};
    Labels sorted = set.labels;
    std::sort(sorted.begin(), sorted.end());
    // A label may become a folder's name.
    const bool named = std::none_of(sorted.begin(), sorted.end(), [](const std::string& label) {
        return label.empty() || label.front() == '.' || label.find('/') != std::string::npos;
    });
    if (sorted.size() < 2 || sorted.size() > maxLabels || !named || std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "A data set needs 2 to 256 labels, each with a name of its own that does not begin with "
                                             "a point and has no /."),
                      {}},
                     {}};
    json sources = json::array();
    for (const RecordingSource& source : set.recordings) {
        if (!source.dataset.empty() && !builtIn(source.dataset))
            return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "There is no built-in data set %1."), {source.dataset}}, {}};
        if (!source.dataset.empty() && set.labels != digitLabels())
            return Error{Errc::BadOption,
                         {SONOGLYPH_TEXT("core", "%1 holds spoken digits: it can only be mixed into a data set of the ten digits."),
                          {source.dataset}},
                         {}};
        sources.push_back(toJson(source));
    }
    const json object{{"format", format},
                      {"title", set.title},
                      {"labels", set.labels},
                      {"recordings", sources},
                      {"images", set.images.string()},
                      {"alignment", set.alignment == Alignment::OneToOne ? "one-to-one" : "many-to-one"}};
    if (auto made = makeFolder(ownFolder(data, set.name)); !made) return made;
    return replaceFile(ownDescriptionFile(data, set.name), object.dump(2) + "\n");
}

LabelsFrom guessLabelsFrom(const fs::path& folder)
{
    std::error_code failed, ignored;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (!it->is_directory(ignored)) continue;
        if (const auto files = soundsBelow(it->path()); files && !files->empty()) return LabelsFrom::Folders;
    }
    return LabelsFrom::Names;
}

Result<Labels> findLabels(const RecordingSource& source)
{
    const auto findings = find(source);
    if (!findings) return findings.error();
    std::vector<std::string> names;
    for (const Found& found : findings->files) names.push_back(found.label);
    Labels labels = names.empty() ? Labels() : labelsOf(std::move(names));
    if (labels.size() < 2)
        return Error{
            Errc::Incompatible,
            {SONOGLYPH_TEXT("core", "In %1 fewer than two labels were found. Name the sound files LABEL_SPEAKER_NUMBER, put them into "
                                    "a folder for each label, or give a table with the columns file and label."),
             {source.folder.string()}},
            {}};
    return labels;
}

Result<RecordingSet> listOwnRecordings(const fs::path& data, const OwnDataset& own)
{
    RecordingSet set;
    set.name = own.name;
    set.labels = own.labels;
    for (const RecordingSource& written : own.recordings) {
        const RecordingSource source = placed(written, ownFolder(data, own.name));
        if (!source.dataset.empty()) {
            auto part = listRecordings(source.dataset, source.dataset == syntheticName ? syntheticFolder() : data);
            if (!part) return part.error();
            std::move(part->recordings.begin(), part->recordings.end(), std::back_inserter(set.recordings));
            set.skipped += part->skipped;
            set.officialKnown = set.officialKnown && part->officialKnown;
            continue;
        }
        auto findings = find(source);
        if (!findings) return findings.error();
        set.skipped += findings->skipped;
        set.officialKnown = set.officialKnown && findings->partsKnown;
        std::map<std::pair<int, std::string>, int> next;
        for (Found& found : findings->files) {
            const auto label = labelNamed(own.labels, found.label);
            if (!label) {
                ++set.skipped;
                continue;
            }
            const int counted = next[{*label, found.speaker}]++;
            set.recordings.push_back(
                {std::move(found.file), *label, std::move(found.speaker), found.take.value_or(counted), own.name, found.part});
        }
    }
    std::stable_sort(set.recordings.begin(), set.recordings.end(), [](const Recording& a, const Recording& b) {
        return std::tie(a.set, a.label, a.speaker, a.take, a.file) < std::tie(b.set, b.label, b.speaker, b.take, b.file);
    });
    if (set.recordings.empty())
        return Error{
            Errc::NotFound,
            {SONOGLYPH_TEXT("core", "The data set %1 has no recordings yet: record some or add a folder of sound files."), {own.name}},
            {}};
    return set;
}

}  // namespace sonoglyph
