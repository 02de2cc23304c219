#include "core/train/metrics_tail.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

class OpenFile {
public:
    explicit OpenFile(const fs::path& file) : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)), failed_(descriptor_ < 0 ? errno : 0)
    {
        if (descriptor_ >= 0 && ::fstat(descriptor_, &stat_) < 0) failed_ = errno;
    }
    ~OpenFile()
    {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int failed() const { return failed_; }  ///< errno; 0: open
    std::int64_t size() const { return stat_.st_size; }
    std::uint64_t device() const { return stat_.st_dev; }
    std::uint64_t inode() const { return stat_.st_ino; }

    /// What is there of the bytes from `begin` to `end`.
    std::string bytes(std::int64_t begin, std::int64_t end) const
    {
        std::string out(std::size_t(std::max<std::int64_t>(end - begin, 0)), '\0');
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t got = ::pread(descriptor_, out.data() + done, out.size() - done, off_t(begin) + off_t(done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            done += std::size_t(got);
        }
        out.resize(done);
        return out;
    }

private:
    int descriptor_;
    int failed_;
    struct stat stat_ {};
};

}  // namespace

void MetricsTail::forget()
{
    columns_.reset();
    done_ = 0;
}

Result<MetricsTail::News> MetricsTail::read()
{
    News news;
    const OpenFile file(file_);
    if (file.failed() && file.failed() != ENOENT)
        return Error{Errc::Unreadable, {SONOGLYPH_TEXT("core", "%1 cannot be read."), {file_.string()}}, {}};
    if (file.failed() || file.device() != device_ || file.inode() != inode_ || file.size() < done_) {
        news.anew = std::exchange(told_, false);
        forget();
        if (file.failed()) return news;
        device_ = file.device();
        inode_ = file.inode();
    }
    const std::string text = file.bytes(done_, file.size());
    const std::size_t whole = text.rfind('\n') + 1;  // npos + 1 is 0
    for (std::string_view rest(text.data(), whole); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() + 1);
        bool good = true;
        if (!columns_) {
            columns_ = MetricsColumns::of(line);
            good = columns_.has_value();
        } else {
            const MetricsRow row(*columns_, line);
            good = row.fits() && (row.isStep()    ? row.read(news.steps.emplace_back())
                                  : row.isEpoch() ? row.read(news.epochs.emplace_back())
                                                  : false);
        }
        if (good) continue;
        forget();
        inode_ = 0;
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged: it holds a line that is no row."), {file_.string()}}, {}};
    }
    done_ += std::int64_t(whole);
    told_ = told_ || !news.steps.empty() || !news.epochs.empty();
    return news;
}

LastMetrics readLastMetrics(const fs::path& path)
{
    constexpr std::int64_t longestHeader = 4096, block = 1 << 16;
    LastMetrics last;
    const OpenFile file(path);
    if (file.failed()) return last;
    const std::string start = file.bytes(0, std::min(file.size(), longestHeader));
    const auto headerEnd = start.find('\n');
    const auto columns = headerEnd == start.npos ? std::nullopt : MetricsColumns::of(std::string_view(start).substr(0, headerEnd));
    if (!columns) return last;
    std::string text;  // of the file from `begin` on, up to the end of its last whole line
    for (std::int64_t begin = file.size(); begin > std::int64_t(headerEnd) + 1;) {
        const std::int64_t from = std::max(begin - block, std::int64_t(headerEnd) + 1);
        text.insert(0, file.bytes(from, begin));
        begin = from;
        std::string_view rest(text.data(), text.rfind('\n') + 1);
        // The first line may have begun before; it waits for the next block.
        while (!rest.empty()) {
            rest.remove_suffix(1);
            const auto lineStart = rest.rfind('\n') + 1;
            if (lineStart == 0 && begin > std::int64_t(headerEnd) + 1) break;
            const MetricsRow row(*columns, rest.substr(lineStart));
            StepMetrics step;
            EpochMetrics epoch;
            if (row.fits() && !last.step && row.isStep() && row.read(step)) last.step = std::move(step);
            if (row.fits() && !last.epoch && row.isEpoch() && row.read(epoch)) last.epoch = std::move(epoch);
            if (last.step && last.epoch) return last;
            rest = rest.substr(0, lineStart);
        }
        text.resize(rest.size() + (rest.empty() ? 0 : 1));
    }
    return last;
}

}  // namespace sonoglyph
