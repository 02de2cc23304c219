#include "core/base/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view temporarySuffix = ".tmp";

fs::path folderOf(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

fs::path temporaryFor(const fs::path& target)
{
    static std::atomic<unsigned> counter{0};
    const std::string name = "." + target.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(counter++) +
                             std::string(temporarySuffix);
    return folderOf(target) / name;
}

int syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return 0;  // a folder that may be written but not listed
    const int failed = ::fsync(descriptor) < 0 && errno != EINVAL ? errno : 0;
    ::close(descriptor);
    return failed;
}

}  // namespace

Error writeError(const fs::path& file, int errorNumber)
{
    const std::string details = file.string() + ": " + std::strerror(errorNumber);
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
        return {Errc::NotFound,
                {SONOGLYPH_TEXT("core", "The folder %1 is not there. Create it or choose another."), {folderOf(file).string()}},
                details};
    case ENOSPC:
    case EDQUOT:
        return {Errc::DiskFull,
                {SONOGLYPH_TEXT("core", "There is no room left to write %1. Free some space or choose another folder."), {file.string()}},
                details};
    case EACCES:
    case EPERM:
    case EROFS:
        return {Errc::Unwritable,
                {SONOGLYPH_TEXT("core", "%1 cannot be written: no permission. Choose another folder."), {file.string()}},
                details};
    case EISDIR:
        return {Errc::Unwritable, {SONOGLYPH_TEXT("core", "%1 is a folder. Choose another name."), {file.string()}}, details};
    default:
        return {
            Errc::Unwritable, {SONOGLYPH_TEXT("core", "%1 cannot be written: %2."), {file.string(), std::strerror(errorNumber)}}, details};
    }
}

Error readError(const fs::path& file, int errorNumber)
{
    const std::string details = file.string() + ": " + std::strerror(errorNumber);
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
        return {Errc::NotFound, {SONOGLYPH_TEXT("core", "%1 is not there."), {file.string()}}, details};
    case EISDIR:
        return {Errc::Unreadable, {SONOGLYPH_TEXT("core", "%1 is a folder, not a file."), {file.string()}}, details};
    default:
        return {Errc::Unreadable, {SONOGLYPH_TEXT("core", "%1 cannot be read: %2."), {file.string(), std::strerror(errorNumber)}}, details};
    }
}

AtomicFile::AtomicFile(fs::path target, fs::path temporary, int descriptor)
    : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::move(other.temporary_)), descriptor_(std::exchange(other.descriptor_, -1))
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    if (this != &other) {
        discard();
        target_ = std::move(other.target_);
        temporary_ = std::move(other.temporary_);
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

AtomicFile::~AtomicFile() { discard(); }

void AtomicFile::discard() noexcept
{
    if (descriptor_ < 0) return;
    ::close(std::exchange(descriptor_, -1));
    ::unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const fs::path& target)
{
    if (!target.has_filename()) return writeError(target, EISDIR);
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) return writeError(target, EISDIR);
    const fs::path temporary = temporaryFor(target);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(target, errno);
    return AtomicFile(target, temporary, descriptor);
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes)
{
    if (descriptor_ < 0) return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "%1 is already closed."), {target_.string()}}, {}};
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            const int failed = errno;
            discard();
            return writeError(target_, failed);
        }
        bytes = bytes.subspan(std::size_t(written));
    }
    return {};
}

Result<void> AtomicFile::write(std::string_view text) { return write(std::as_bytes(std::span(text))); }

Result<void> AtomicFile::commit()
{
    if (descriptor_ < 0) return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "%1 is already closed."), {target_.string()}}, {}};
    struct stat old {};
    if (::stat(target_.c_str(), &old) == 0) (void)::fchmod(descriptor_, old.st_mode & 07777);
    if (::fsync(descriptor_) < 0 || ::rename(temporary_.c_str(), target_.c_str()) < 0) {
        const int failed = errno;
        discard();
        return writeError(target_, failed);
    }
    ::close(std::exchange(descriptor_, -1));
    if (const int failed = syncFolder(folderOf(target_))) return writeError(target_, failed);
    return {};
}

Result<void> replaceFile(const fs::path& target, std::span<const std::byte> bytes)
{
    auto file = AtomicFile::create(target);
    if (!file) return file.error();
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

Result<void> replaceFile(const fs::path& target, std::string_view text) { return replaceFile(target, std::as_bytes(std::span(text))); }

Result<std::string> readTextFile(const fs::path& file, std::size_t maxBytes)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return readError(file, errno);
    std::string text;
    char buffer[1 << 16];
    int failed = 0;
    while (text.size() <= maxBytes) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) failed = errno;
        if (got <= 0) break;
        text.append(buffer, std::size_t(got));
    }
    ::close(descriptor);
    if (failed) return readError(file, failed);
    if (text.size() > maxBytes)
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is too long for a file of its kind."), {file.string()}}, {}};
    return text;
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return writeError(folder, failed.value());
    if (!fs::is_directory(folder, failed)) return writeError(folder, ENOTDIR);
    return {};
}

void removeStaleTemporaries(const fs::path& folder)
{
    std::error_code ignored;
    for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
        if (isStaleTemporary(it->path())) fs::remove(it->path(), ignored);
    }
}

bool isStaleTemporary(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name.starts_with('.') && name.ends_with(temporarySuffix);
}

}  // namespace sonoglyph
