// One program at a time: an exclusive advisory lock (of the open file description, so that looking never takes it) on a small file that
// says who holds it.
//
// The system drops the lock when the process ends, however it ends: there are no stale locks. The file itself stays. Two FileLock objects
// of one process exclude each other too.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace sonoglyph {

class FileLock {
public:
    /// Never waits. Errors: Busy (names the program and its process number), NotFound (the folder), Unwritable, DiskFull.
    static Result<FileLock> acquire(const std::filesystem::path& file);
    /// Whether somebody holds it at this moment. False where there is no such file.
    static bool held(const std::filesystem::path& file);
    /// Whether `file` is still the file that this lock is on: it may have been removed or moved away.
    bool guards(const std::filesystem::path& file) const;

    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    void release() noexcept;

    int descriptor_ = -1;
};

}  // namespace sonoglyph
