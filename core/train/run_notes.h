// What a person writes down about a run: notes.json in its folder. Knows no lock: notes are taken while the run trains, too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

struct RunNotes {
    std::vector<std::string> tags;  ///< words, each once, as they were typed
    std::string note;               ///< free text

    bool empty() const { return tags.empty() && note.empty(); }
    bool operator==(const RunNotes&) const = default;
};

/// Empty where there are none. Errors: Unreadable, Corrupt.
Result<RunNotes> readRunNotes(const std::filesystem::path& run);
/// Replaces the file whole; empty notes remove it. Errors: those of writing a file.
Result<void> writeRunNotes(const std::filesystem::path& run, const RunNotes& notes);

}  // namespace sonoglyph
