#include "core/fetch/archive_unpack.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t block = 1 << 18;

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

/// Whether a path stays inside the folder that it is put into.
bool staysInside(const fs::path& path)
{
    return !path.empty() && path.is_relative() && std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

class Unpacking {
public:
    Unpacking(const UnpackRequest& request, const Progress& progress, const std::stop_token& stop)
        : request_(request), progress_(progress), stop_(stop), reader_(archive_read_new(), archive_read_free)
    {
    }

    Result<Unpacked> run()
    {
        std::error_code failed;
        size_ = std::int64_t(fs::file_size(request_.archive, failed));
        if (failed) return readError(request_.archive, failed.value());
        archive_read_support_filter_all(reader_.get());
        archive_read_support_format_tar(reader_.get());
        archive_read_support_format_gnutar(reader_.get());
        archive_read_support_format_zip(reader_.get());
        if (archive_read_open_filename(reader_.get(), request_.archive.c_str(), block) != ARCHIVE_OK) return damaged();
        for (std::size_t entries = 0;; ++entries) {
            archive_entry* entry = nullptr;
            const int code = archive_read_next_header(reader_.get(), &entry);
            if (code == ARCHIVE_EOF) return done_;
            if (code < ARCHIVE_WARN) return damaged();
            if (entries >= request_.mostFiles)
                return refused(SONOGLYPH_TEXT("core", "%1 holds more files than it should. Nothing was taken."), {});
            if (auto taken = take(entry); !taken) return taken.error();
            if (stop_.stop_requested()) return cancelled();
            tell();
        }
    }

private:
    Error damaged() const
    {
        const char* text = archive_error_string(reader_.get());
        return {Errc::Corrupt,
                {SONOGLYPH_TEXT("core", "%1 is damaged or incomplete. Download it again."), {request_.archive.string()}},
                text ? text : ""};
    }

    Error refused(const char* text, const std::string& name) const
    {
        return {Errc::Corrupt, {text, {request_.archive.string(), name}}, {}};
    }

    void tell()
    {
        if (progress_ && size_ > 0)
            progress_({SONOGLYPH_TEXT("core", "Unpacking"), {}},
                      std::min(1.0, double(archive_filter_bytes(reader_.get(), -1)) / double(size_)));
    }

    Result<void> take(archive_entry* entry)
    {
        const char* raw = archive_entry_pathname(entry);
        std::string name = raw ? raw : "";
        while (name.starts_with("./")) name.erase(0, 2);
        // Also of what is not wanted: such an archive is not to be trusted.
        if (!name.empty() && !staysInside(name))
            return refused(SONOGLYPH_TEXT("core", "%1 wants to write outside its folder (%2). Nothing was taken."), name);
        const auto place = name.empty() ? std::nullopt : request_.placeOf(name);
        if (!place || archive_entry_filetype(entry) == AE_IFDIR) return {};
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) || archive_entry_symlink(entry))
            return refused(SONOGLYPH_TEXT("core", "%1 holds a link where a file should be (%2). Nothing was taken."), name);
        if (!staysInside(*place))
            return refused(SONOGLYPH_TEXT("core", "%1 wants to write outside its folder (%2). Nothing was taken."), name);
        return write(request_.into / *place, name);
    }

    Result<void> write(const fs::path& file, const std::string& name)
    {
        if (auto made = makeFolder(file.parent_path()); !made) return made;
        const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0 && errno == EEXIST)
            return refused(SONOGLYPH_TEXT("core", "%1 holds the same file twice (%2). Nothing was taken."), name);
        if (descriptor < 0) return writeError(file, errno);
        auto written = copy(descriptor, file, name);
        if (close(descriptor) != 0 && written) return writeError(file, errno);
        ++done_.files;
        return written;
    }

    Result<void> copy(int descriptor, const fs::path& file, const std::string& name)
    {
        std::vector<char> buffer(block);
        std::int64_t bytes = 0;
        while (true) {
            if (stop_.stop_requested()) return cancelled();
            const la_ssize_t got = archive_read_data(reader_.get(), buffer.data(), buffer.size());
            if (got == 0) return {};
            if (got < 0) return damaged();
            bytes += got;
            done_.bytes += got;
            if (bytes > request_.mostBytesOfAFile || done_.bytes > request_.mostBytes)
                return refused(SONOGLYPH_TEXT("core", "%1 becomes larger than it should (%2). Nothing was taken."), name);
            for (la_ssize_t from = 0; from < got;) {
                const ssize_t wrote = ::write(descriptor, buffer.data() + from, std::size_t(got - from));
                if (wrote < 0 && errno == EINTR) continue;
                if (wrote <= 0) return writeError(file, wrote < 0 ? errno : ENOSPC);
                from += wrote;
            }
            tell();
        }
    }

    const UnpackRequest& request_;
    const Progress& progress_;
    const std::stop_token& stop_;
    Reader reader_;
    std::int64_t size_ = 0;
    Unpacked done_;
};

}  // namespace

Result<Unpacked> unpack(const UnpackRequest& request, const Progress& progress, const std::stop_token& stop)
{
    return Unpacking(request, progress, stop).run();
}

}  // namespace sonoglyph
