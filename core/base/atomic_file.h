// Writing files so that a crash at any moment leaves either the old file or the new one, never half of one.
//
// The content goes to a temporary file in the same folder (".NAME.PID-N.tmp"), is synced to the disk and then renamed over the target
// (leveldb's SetCurrentFile does the same). Any function may be called on any thread; one AtomicFile belongs to one thread at a time.
// Errors: NotFound (the folder is not there), DiskFull (or over quota), Unwritable (read-only, no permission, the target is a folder, a
// failing disk). After an error, or without commit(), no temporary file is left and the target is as it was.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sonoglyph {

/// For contents that are written piece by piece.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    /// Puts the file in place. Nothing can be written after it.
    Result<void> commit();

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor);
    void discard() noexcept;

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

Result<void> replaceFile(const std::filesystem::path& target, std::span<const std::byte> bytes);
Result<void> replaceFile(const std::filesystem::path& target, std::string_view text);

/// Reads a whole small file. Errors: NotFound, Unreadable, Corrupt (longer than `maxBytes`).
Result<std::string> readTextFile(const std::filesystem::path& file, std::size_t maxBytes = 64u << 20);

/// Makes the folder and those above it. Errors as above; no error where it is already there.
Result<void> makeFolder(const std::filesystem::path& folder);

/// Removes temporary files that a crash left in `folder`. Only for a folder that nobody else writes at this moment (a locked run).
void removeStaleTemporaries(const std::filesystem::path& folder);
/// Whether `file` is named as such a temporary file.
bool isStaleTemporary(const std::filesystem::path& file);

/// The error for `errorNumber` (errno) of writing, or of reading, `file`.
Error writeError(const std::filesystem::path& file, int errorNumber);
Error readError(const std::filesystem::path& file, int errorNumber);

}  // namespace sonoglyph
