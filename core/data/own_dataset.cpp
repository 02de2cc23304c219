#include "core/data/own_dataset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/data/data_folders.h"
#include "core/data/dataset_config.h"
#include "core/data/synthetic_digits.h"

namespace sonoglyph {
namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

namespace {

constexpr int format = 1;
constexpr std::size_t longestName = 40;
constexpr std::array<std::pair<LabelsFrom, const char*>, 3> labelPlaces{
    {{LabelsFrom::Names, "names"}, {LabelsFrom::Folders, "folders"}, {LabelsFrom::Words, "words"}}};

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
        auto findings = findLabelledFiles(source);
        if (!findings) return findings.error();
        set.skipped += findings->skipped;
        set.officialKnown = set.officialKnown && findings->partsKnown;
        std::map<std::pair<int, std::string>, int> next;
        for (LabelledFile& found : findings->files) {
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
