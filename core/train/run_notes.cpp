#include "core/train/run_notes.h"

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"

namespace sonoglyph {

namespace {

constexpr const char* fileName = "notes.json";
constexpr std::size_t longest = 1 << 20;

}  // namespace

Result<RunNotes> readRunNotes(const std::filesystem::path& run)
{
    const auto file = run / fileName;
    const auto text = readTextFile(file, longest);
    if (!text) return text.error().code == Errc::NotFound ? Result<RunNotes>(RunNotes()) : Result<RunNotes>(text.error());
    try {
        const auto json = nlohmann::json::parse(*text);
        return RunNotes{json.at("tags").get<std::vector<std::string>>(), json.at("note").get<std::string>()};
    } catch (const nlohmann::json::exception& e) {
        return Error{
            Errc::Corrupt, {SONOGLYPH_TEXT("core", "The notes in %1 cannot be read. New ones replace them."), {file.string()}}, e.what()};
    }
}

Result<void> writeRunNotes(const std::filesystem::path& run, const RunNotes& notes)
{
    const auto file = run / fileName;
    if (!notes.empty()) return replaceFile(file, nlohmann::json{{"tags", notes.tags}, {"note", notes.note}}.dump(2) + "\n");
    std::error_code failed;
    std::filesystem::remove(file, failed);
    return failed ? Result<void>(writeError(file, failed.value())) : Result<void>();
}

}  // namespace sonoglyph
