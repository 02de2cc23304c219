#include "core/train/metrics_csv.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/base/atomic_file.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

/// Columns in the order of the file; the unit stands after the name in the header.
enum Column : std::size_t {
    Scope,
    Epoch,
    Step,
    Seconds,
    Total,
    Reconstruction,
    Kl,
    KlWeight,
    SamplesPerSecond,
    TestTotal,
    TestReconstruction,
    TestKl,
    Accuracy,
    AccuracyMean,
    ActiveUnits,
    Adversarial,
    DiscriminatorLoss,
    DReal,
    DDrawn,
    GradientNorm,
    DiscriminatorGradientNorm,
    Diversity,
    KlPerDimension,
    ColumnCount
};

constexpr std::array<std::string_view, ColumnCount> headers{"scope",
                                                            "epoch",
                                                            "step",
                                                            "seconds [s]",
                                                            "total [nat]",
                                                            "reconstruction [nat]",
                                                            "kl [nat]",
                                                            "kl_weight",
                                                            "samples_per_second [1/s]",
                                                            "test_total [nat]",
                                                            "test_reconstruction [nat]",
                                                            "test_kl [nat]",
                                                            "accuracy",
                                                            "accuracy_mean",
                                                            "active_units",
                                                            "adversarial [nat]",
                                                            "discriminator [nat]",
                                                            "d_real",
                                                            "d_drawn",
                                                            "gradient_norm",
                                                            "discriminator_gradient_norm",
                                                            "diversity",
                                                            "kl_per_dimension [nat]"};

std::string_view withoutUnit(std::string_view header) { return header.substr(0, header.find(" [")); }

template <class Number>
std::string text(Number number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

template <class Number>
std::string text(const std::optional<Number>& number)
{
    return number ? text(*number) : std::string();
}

std::string text(const std::vector<double>& numbers)
{
    std::string out;
    for (const double number : numbers) out += (out.empty() ? "" : " ") + text(number);
    return out;
}

using Cells = std::array<std::string, ColumnCount>;

std::string joined(const Cells& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i ? "," : "") + cells[i];
    return line + "\n";
}

std::string headerLine()
{
    Cells cells;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = headers[i];
    return joined(cells);
}

std::vector<std::string_view> cut(std::string_view line)
{
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::vector<std::string_view> cells;
    for (std::size_t comma; (comma = line.find(',')) != line.npos; line.remove_prefix(comma + 1)) cells.push_back(line.substr(0, comma));
    cells.push_back(line);
    return cells;
}

Error corrupt(const fs::path& file, std::size_t line)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 is damaged in line %2. Correct or delete that line."), {file.string(), std::to_string(line)}},
            {}};
}

/// Where each column stands in a file.
using Places = std::array<std::optional<std::size_t>, ColumnCount>;

class Row {
public:
    Row(const Places& places, std::string_view line) : places_(places), cells_(cut(line)) {}

    std::string_view cell(Column column) const
    {
        const auto place = places_[column];
        return place && *place < cells_.size() ? cells_[*place] : std::string_view();
    }
    /// Leaves `out` where the cell is empty. False where it is no number.
    template <class Number>
    bool read(Column column, Number& out) const
    {
        const std::string_view value = cell(column);
        return value.empty() || number(value, out);
    }
    template <class Number>
    bool read(Column column, std::optional<Number>& out) const
    {
        return cell(column).empty() || read(column, out.emplace());
    }
    bool read(Column column, std::vector<double>& out) const
    {
        for (std::string_view rest = cell(column); !rest.empty();) {
            const std::string_view value = rest.substr(0, rest.find(' '));
            if (!number(value, out.emplace_back())) return false;
            rest.remove_prefix(std::min(rest.size(), value.size() + 1));
        }
        return true;
    }
    std::size_t size() const { return cells_.size(); }

private:
    template <class Number>
    static bool number(std::string_view value, Number& out)
    {
        const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), out);
        return failed == std::errc() && end == value.data() + value.size();
    }

    const Places& places_;
    std::vector<std::string_view> cells_;
};

bool readDiscriminator(const Row& row, std::optional<DiscriminatorMetrics>& out)
{
    if (row.cell(DiscriminatorLoss).empty()) return true;
    DiscriminatorMetrics& d = out.emplace();
    return row.read(Adversarial, d.adversarial) && row.read(DiscriminatorLoss, d.loss) && row.read(DReal, d.real) &&
           row.read(DDrawn, d.drawn) && row.read(DiscriminatorGradientNorm, d.gradientNorm);
}

bool readStep(const Row& row, StepMetrics& m)
{
    return row.read(Epoch, m.epoch) && row.read(Step, m.step) && row.read(Seconds, m.seconds) && row.read(Total, m.total) &&
           row.read(Reconstruction, m.reconstruction) && row.read(Kl, m.kl) && row.read(KlWeight, m.klWeight) &&
           row.read(SamplesPerSecond, m.samplesPerSecond) && row.read(ActiveUnits, m.activeUnits) &&
           row.read(GradientNorm, m.gradientNorm) && readDiscriminator(row, m.discriminator);
}

bool readEpoch(const Row& row, EpochMetrics& m)
{
    return row.read(Epoch, m.epoch) && row.read(Step, m.step) && row.read(Seconds, m.seconds) && row.read(Total, m.trainTotal) &&
           row.read(Reconstruction, m.trainReconstruction) && row.read(Kl, m.trainKl) && row.read(TestTotal, m.testTotal) &&
           row.read(TestReconstruction, m.testReconstruction) && row.read(TestKl, m.testKl) && row.read(Accuracy, m.accuracy) &&
           row.read(AccuracyMean, m.accuracyMean) && row.read(ActiveUnits, m.activeUnits) && row.read(Diversity, m.diversity) &&
           row.read(KlPerDimension, m.klPerDimension);
}

bool readRow(const Row& row, MetricsTable& table)
{
    if (row.cell(Scope) == "step") return readStep(row, table.steps.emplace_back());
    if (row.cell(Scope) == "epoch") return readEpoch(row, table.epochs.emplace_back());
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
    Places places;
    std::size_t columns = 0, number = 0;
    while (!content.empty()) {
        const auto end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(end + 1);
        ++number;
        if (number == 1) {
            const auto cells = cut(line);
            columns = cells.size();
            for (std::size_t i = 0; i < cells.size(); ++i) {
                for (std::size_t c = 0; c < headers.size(); ++c) {
                    if (withoutUnit(cells[i]) == withoutUnit(headers[c])) places[c] = i;
                }
            }
            if (!places[Scope] || !places[Epoch] || !places[Step]) return corrupt(file, number);
            continue;
        }
        const Row row(places, line);
        if (row.size() != columns || !use(row, line)) return corrupt(file, number);
    }
    return {};
}

constexpr std::size_t maxMetricsBytes = std::size_t(1) << 30;

/// `content` with the columns of this version; what its columns do not have stays empty. None where a column is none of ours: it would be
/// lost. Errors: Corrupt.
Result<std::optional<std::string>> upgraded(const fs::path& file, std::string_view content)
{
    for (const auto cell : cut(content.substr(0, content.find('\n')))) {
        const auto known = [&](std::string_view header) { return withoutUnit(header) == withoutUnit(cell); };
        if (std::none_of(headers.begin(), headers.end(), known)) return std::optional<std::string>();
    }
    std::string out = headerLine();
    const auto use = [&](const Row& row, std::string_view) {
        MetricsTable checked;
        if (!readRow(row, checked)) return false;
        Cells cells;
        for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = row.cell(Column(c));
        out += joined(cells);
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
        if (auto written = writer.append(headerLine()); !written) return written.error();
    } else if (std::string_view(*content).substr(0, content->find('\n') + 1) != headerLine()) {
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

Result<void> MetricsCsvWriter::add(const StepMetrics& m)
{
    Cells cells;
    cells[Scope] = "step";
    cells[Epoch] = text(m.epoch);
    cells[Step] = text(m.step);
    cells[Seconds] = text(m.seconds);
    cells[Total] = text(m.total);
    cells[Reconstruction] = text(m.reconstruction);
    cells[Kl] = text(m.kl);
    cells[KlWeight] = text(m.klWeight);
    cells[SamplesPerSecond] = text(m.samplesPerSecond);
    cells[ActiveUnits] = text(m.activeUnits);
    cells[GradientNorm] = text(m.gradientNorm);
    if (const auto& d = m.discriminator) {
        cells[Adversarial] = text(d->adversarial);
        cells[DiscriminatorLoss] = text(d->loss);
        cells[DReal] = text(d->real);
        cells[DDrawn] = text(d->drawn);
        cells[DiscriminatorGradientNorm] = text(d->gradientNorm);
    }
    return append(joined(cells));
}

Result<void> MetricsCsvWriter::add(const EpochMetrics& m)
{
    Cells cells;
    cells[Scope] = "epoch";
    cells[Epoch] = text(m.epoch);
    cells[Step] = text(m.step);
    cells[Seconds] = text(m.seconds);
    cells[Total] = text(m.trainTotal);
    cells[Reconstruction] = text(m.trainReconstruction);
    cells[Kl] = text(m.trainKl);
    cells[TestTotal] = text(m.testTotal);
    cells[TestReconstruction] = text(m.testReconstruction);
    cells[TestKl] = text(m.testKl);
    cells[Accuracy] = text(m.accuracy);
    cells[AccuracyMean] = text(m.accuracyMean);
    cells[ActiveUnits] = text(m.activeUnits);
    cells[Diversity] = text(m.diversity);
    cells[KlPerDimension] = text(m.klPerDimension);
    return append(joined(cells));
}

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
    const auto use = [&](const Row& row, std::string_view) { return readRow(row, table); };
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
    const auto use = [&](const Row& row, std::string_view line) {
        std::int64_t step = 0;
        if (row.cell(Step).empty() || !row.read(Step, step)) return false;
        if (kept.empty()) kept = content->substr(0, content->find('\n') + 1);
        if (step <= (row.cell(Scope) == "epoch" ? lastEvaluatedStep : lastStep)) kept.append(line).push_back('\n');
        reached = std::max(reached, step);
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
        return cut(line);
    };
    std::string_view restA = *textA, restB = *textB;
    std::vector<std::string_view> names;
    for (int number = 1; !restA.empty() || !restB.empty(); ++number) {
        const auto rowA = nextRow(restA), rowB = nextRow(restB);
        if (number == 1) names = rowA;
        for (std::size_t i = 0; i < std::max({names.size(), rowA.size(), rowB.size()}); ++i) {
            const std::string_view name = i < names.size() ? withoutUnit(names[i]) : "";
            const std::string_view cellA = i < rowA.size() ? rowA[i] : "", cellB = i < rowB.size() ? rowB[i] : "";
            if (cellA == cellB || name == withoutUnit(headers[Seconds]) || name == withoutUnit(headers[SamplesPerSecond])) continue;
            return std::optional<Message>(
                {SONOGLYPH_TEXT("core", "Line %1, column %2: %3 in %4, but %5 in %6."),
                 {std::to_string(number), std::string(name), std::string(cellA), a.string(), std::string(cellB), b.string()}});
        }
    }
    return std::optional<Message>();
}

}  // namespace sonoglyph
