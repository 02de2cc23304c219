#include "core/train/metrics_csv.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/train/metrics_rows.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

Error corrupt(const fs::path& file, std::size_t line)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 is damaged in line %2. Correct or delete that line."), {file.string(), std::to_string(line)}},
            {}};
}

bool readRow(const MetricsRow& row, MetricsTable& table)
{
    if (row.isStep()) return row.read(table.steps.emplace_back());
    if (row.isEpoch()) return row.read(table.epochs.emplace_back());
    return false;
}

/// Bytes up to and with the last newline: what is behind was torn off by a crash or is just being written.
std::size_t wholeBytes(std::string_view content)
{
    const auto last = content.rfind('\n');
    return last == content.npos ? 0 : last + 1;
}

/// Calls use(row, line text, line number) for every row below the header.
template <class Use>
Result<void> forEachRow(const fs::path& file, std::string_view content, Use use)
{
    std::optional<MetricsColumns> columns;
    std::size_t number = 0;
    while (!content.empty()) {
        const auto end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(end + 1);
        ++number;
        if (number == 1) {
            columns = MetricsColumns::of(line);
            if (!columns) return corrupt(file, number);
            continue;
        }
        const MetricsRow row(*columns, line);
        if (!row.fits() || !use(row, line)) return corrupt(file, number);
    }
    return {};
}

constexpr std::size_t maxMetricsBytes = std::size_t(1) << 30;

/// `content` with the columns of this version; what its columns do not have stays empty. None where a column is none of ours: it would be
/// lost. Errors: Corrupt.
Result<std::optional<std::string>> upgraded(const fs::path& file, std::string_view content)
{
    const auto columns = MetricsColumns::of(content.substr(0, content.find('\n')));
    if (!columns) return corrupt(file, 1);
    if (!columns->allKnown()) return std::optional<std::string>();
    std::string out = metricsHeader();
    const auto use = [&](const MetricsRow& row, std::string_view) {
        MetricsTable checked;
        if (!readRow(row, checked)) return false;
        out += row.upgraded();
        return true;
    };
    if (auto read = forEachRow(file, content, use); !read) return read.error();
    return std::optional(std::move(out));
}

}  // namespace

Result<MetricsCsvWriter> MetricsCsvWriter::open(const fs::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(file, errno);
    MetricsCsvWriter writer(file, descriptor);
    auto content = readTextFile(file, maxMetricsBytes);
    if (!content) return content.error();
    const std::size_t whole = wholeBytes(*content);
    if (whole != content->size() && ::ftruncate(descriptor, off_t(whole)) < 0) return writeError(file, errno);
    if (whole == 0) {
        if (auto written = writer.append(metricsHeader()); !written) return written.error();
    } else if (std::string_view(*content).substr(0, content->find('\n') + 1) != metricsHeader()) {
        auto anew = upgraded(file, std::string_view(*content).substr(0, whole));
        if (!anew) return anew.error();
        if (!*anew) return corrupt(file, 1);  // rows of ours would not fit its columns
        if (auto replaced = replaceFile(file, **anew); !replaced) return replaced.error();
        return open(file);
    }
    return writer;
}

MetricsCsvWriter::~MetricsCsvWriter()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

MetricsCsvWriter::MetricsCsvWriter(MetricsCsvWriter&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)), waiting_(std::move(other.waiting_))
{
}

MetricsCsvWriter& MetricsCsvWriter::operator=(MetricsCsvWriter&& other) noexcept
{
    std::swap(file_, other.file_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(waiting_, other.waiting_);
    return *this;
}

Result<void> MetricsCsvWriter::append(std::string_view line)
{
    waiting_ += line;
    return flush();
}

Result<void> MetricsCsvWriter::flush()
{
    if (waiting_.empty()) return {};
    struct stat before {};
    if (::fstat(descriptor_, &before) < 0) return writeError(file_, errno);
    if (before.st_nlink == 0)
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "%1 was removed while the run was going on."), {file_.string()}}};
    for (std::string_view left = waiting_; !left.empty();) {
        const ssize_t written = ::write(descriptor_, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int failed = errno;
            if (left.size() != waiting_.size()) (void)!::ftruncate(descriptor_, before.st_size);
            return writeError(file_, failed);
        }
        left.remove_prefix(std::size_t(written));
    }
    waiting_.clear();
    return {};
}

Result<void> MetricsCsvWriter::putBack()
{
    struct stat mine {
    }, there{};
    if (::fstat(descriptor_, &mine) < 0) return writeError(file_, errno);
    if (::stat(file_.c_str(), &there) == 0 && there.st_dev == mine.st_dev && there.st_ino == mine.st_ino) return {};
    // A removed file lives on as long as it is open.
    std::string content(std::size_t(mine.st_size), '\0');
    for (std::size_t done = 0; done < content.size();) {
        const ssize_t got = ::pread(descriptor_, content.data() + done, content.size() - done, off_t(done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return writeError(file_, got < 0 ? errno : EIO);
        done += std::size_t(got);
    }
    if (auto replaced = replaceFile(file_, content); !replaced) return replaced;
    const int descriptor = ::open(file_.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
    if (descriptor < 0) return writeError(file_, errno);
    ::close(std::exchange(descriptor_, descriptor));
    return {};
}

Result<void> MetricsCsvWriter::add(const StepMetrics& m) { return append(metricsRow(m)); }

Result<void> MetricsCsvWriter::add(const EpochMetrics& m) { return append(metricsRow(m)); }

Result<void> MetricsCsvWriter::sync()
{
    if (::fdatasync(descriptor_) < 0) return writeError(file_, errno);
    return {};
}

Result<MetricsTable> readMetricsCsv(const fs::path& file)
{
    const auto content = readTextFile(file, maxMetricsBytes);
    if (!content) return content.error();
    const std::size_t whole = wholeBytes(*content);
    MetricsTable table;
    const auto use = [&](const MetricsRow& row, std::string_view) { return readRow(row, table); };
    if (auto read = forEachRow(file, std::string_view(*content).substr(0, whole), use); !read) return read.error();
    if (whole != content->size())
        table.notes.push_back({SONOGLYPH_TEXT("core", "The last line of %1 is not complete and was left out."), {file.string()}});
    return table;
}

Result<std::vector<Message>> truncateMetricsCsv(const fs::path& file, std::int64_t lastStep, std::int64_t lastEvaluatedStep)
{
    std::vector<Message> notes;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return notes;
    const auto content = readTextFile(file, maxMetricsBytes);
    if (!content) return content.error();
    const std::size_t whole = wholeBytes(*content);
    std::string kept;
    std::int64_t reached = 0;
    const auto use = [&](const MetricsRow& row, std::string_view line) {
        const auto step = row.step();
        if (!step) return false;
        if (kept.empty()) kept = content->substr(0, content->find('\n') + 1);
        if (*step <= (row.isEpoch() ? lastEvaluatedStep : lastStep)) kept.append(line).push_back('\n');
        reached = std::max(reached, *step);
        return true;
    };
    auto read = forEachRow(file, std::string_view(*content).substr(0, whole), use);
    if (!read && reached < lastStep) return read.error();
    if (whole != content->size() || !read)
        notes.push_back({SONOGLYPH_TEXT("core", "The last line of %1 is not complete and was left out."), {file.string()}});
    if (lastStep == 0) kept.clear();  // a new header comes with the first row
    if (kept.size() != content->size())
        if (auto replaced = replaceFile(file, kept); !replaced) return replaced.error();
    return notes;
}

Result<std::optional<Message>> firstDifference(const fs::path& a, const fs::path& b)
{
    const auto textA = readTextFile(a, maxMetricsBytes), textB = readTextFile(b, maxMetricsBytes);
    if (!textA || !textB) return (textA ? textB : textA).error();
    const auto nextRow = [](std::string_view& rest) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        return cellsOf(line);
    };
    std::string_view restA = *textA, restB = *textB;
    std::vector<std::string_view> names;
    for (int number = 1; !restA.empty() || !restB.empty(); ++number) {
        const auto rowA = nextRow(restA), rowB = nextRow(restB);
        if (number == 1) names = rowA;
        for (std::size_t i = 0; i < std::max({names.size(), rowA.size(), rowB.size()}); ++i) {
            const std::string_view name = i < names.size() ? withoutUnit(names[i]) : "";
            const std::string_view cellA = i < rowA.size() ? rowA[i] : "", cellB = i < rowB.size() ? rowB[i] : "";
            if (cellA == cellB || name == columnName(Seconds) || name == columnName(SamplesPerSecond)) continue;
            return std::optional<Message>(
                {SONOGLYPH_TEXT("core", "Line %1, column %2: %3 in %4, but %5 in %6."),
                 {std::to_string(number), std::string(name), std::string(cellA), a.string(), std::string(cellB), b.string()}});
        }
    }
    return std::optional<Message>();
}

}  // namespace sonoglyph
