#include "core/data/labelled_files.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/csv.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostBytesOfACard = 1 << 20;
constexpr const char* unknownSpeaker = "unknown";

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
LabelledFile fromName(const fs::path& file, const std::string& stem)
{
    LabelledFile found{file, stem.substr(0, stem.find('_')), unknownSpeaker, {}, OfficialPart::Train};
    std::string rest = found.label.size() < stem.size() ? stem.substr(found.label.size() + 1) : std::string();
    const auto last = rest.rfind('_');
    const std::string tail = last == std::string::npos ? rest : rest.substr(last + 1);
    if ((found.take = number(tail))) rest = last == std::string::npos ? std::string() : rest.substr(0, last);
    if (!rest.empty()) found.speaker = rest;
    return found;
}

/// LABEL/FILE or LABEL/SPEAKER/FILE below `folder`; none for a file that lies in no folder.
std::optional<LabelledFile> fromFolders(const fs::path& folder, const fs::path& file)
{
    const fs::path below = file.lexically_relative(folder);
    std::vector<std::string> parts;
    for (const fs::path& part : below) parts.push_back(part.string());
    if (parts.size() < 2) return std::nullopt;
    LabelledFile found{file, parts[0], unknownSpeaker, {}, OfficialPart::Train};
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

Result<LabelledFiles> fromTable(const RecordingSource& source)
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
    LabelledFiles out;
    out.partsKnown = parts != std::size_t(-1);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const auto cell = [&](std::size_t at) { return at < rows[r].size() ? rows[r][at] : std::string(); };
        LabelledFile found{source.folder / cell(files), cell(labels), cell(speakers), {}, OfficialPart::Train};
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
    const auto object = nlohmann::json::parse(*text, nullptr, false);
    if (!object.is_object() || !object.contains("label") || !object["label"].is_string()) return {};
    std::string name = object["label"].get<std::string>();
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

}  // namespace

Result<LabelledFiles> findLabelledFiles(const RecordingSource& source)
{
    std::error_code ignored;
    if (!fs::is_directory(source.folder, ignored))
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "There is no folder %1."), {source.folder.string()}}, {}};
    if (source.labelsFrom == LabelsFrom::Table) return fromTable(source);
    const auto files = soundsBelow(source.folder);
    if (!files) return files.error();
    LabelledFiles out;
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
    const auto findings = findLabelledFiles(source);
    if (!findings) return findings.error();
    std::vector<std::string> names;
    for (const LabelledFile& found : findings->files) names.push_back(found.label);
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

}  // namespace sonoglyph
