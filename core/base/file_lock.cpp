#include "core/base/file_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/base/atomic_file.h"

namespace sonoglyph {

namespace {

/// All of a file, for writing.
struct flock wholeFile()
{
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

std::string programName()
{
    std::string name = readTextFile("/proc/self/comm", 64).ok() ? readTextFile("/proc/self/comm", 64).value() : "sonoglyph";
    while (!name.empty() && name.back() == '\n') name.pop_back();
    return name;
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(file, errno);
    FileLock lock(descriptor);
    struct flock range = wholeFile();
    if (::fcntl(descriptor, F_OFD_SETLK, &range) < 0) {
        if (errno != EAGAIN && errno != EACCES) return writeError(file, errno);
        const auto holder = readTextFile(file, 256);
        return Error{Errc::Busy,
                     {SONOGLYPH_TEXT("core", "%1 is in use by %2. Stop it there first."),
                      {file.parent_path().string(), holder.ok() && !holder->empty() ? *holder : std::string("another program")}},
                     file.string()};
    }
    const std::string holder = programName() + " (" + std::to_string(::getpid()) + ")";
    if (::ftruncate(descriptor, 0) < 0 || ::pwrite(descriptor, holder.data(), holder.size(), 0) != ssize_t(holder.size()))
        return writeError(file, errno);
    return lock;
}

bool FileLock::held(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    struct flock range = wholeFile();
    const bool held = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(descriptor);
    return held;
}

bool FileLock::guards(const std::filesystem::path& file) const
{
    struct stat mine {
    }, there{};
    return ::fstat(descriptor_, &mine) == 0 && ::stat(file.c_str(), &there) == 0 && mine.st_dev == there.st_dev &&
           mine.st_ino == there.st_ino;
}

FileLock::~FileLock() { release(); }

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

void FileLock::release() noexcept
{
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace sonoglyph
