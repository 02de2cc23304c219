// metrics.csv: the numbers of a run, one row a step or an epoch, readable by any spreadsheet while it is being written.
//
// Columns (units in the header): scope ("step" or "epoch"), epoch, step, seconds, total, reconstruction, kl, kl_weight,
// samples_per_second, test_total, test_reconstruction, test_kl, accuracy, accuracy_mean, active_units, adversarial, discriminator,
// d_real, d_drawn, gradient_norm, discriminator_gradient_norm, diversity, kl_per_dimension (epochs: as many numbers as there are
// dimensions, with spaces between). In an epoch row total, reconstruction and kl are the training means; cells that do not apply are empty.
// Numbers do not depend on the locale and read back to the same bits. Rows are appended whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/train/metrics.h"

namespace sonoglyph {

/// Appends rows; each is in the file when add() comes back. Where it cannot be (an error), no half line is left, and the row waits in
/// memory for the next add() or flush(): nothing is lost by a disk that was full for a while. Not thread-safe, but sync() may run beside
/// the rest. Errors: NotFound (the file was removed), Unwritable, DiskFull.
class MetricsCsvWriter {
public:
    /// Writes the header where the file is new or empty. A torn last line (a crash) is cut off. A file of an earlier version, which has not
    /// all of the columns, is written anew with empty cells in them.
    static Result<MetricsCsvWriter> open(const std::filesystem::path& file);
    ~MetricsCsvWriter();
    MetricsCsvWriter(MetricsCsvWriter&& other) noexcept;
    MetricsCsvWriter& operator=(MetricsCsvWriter&& other) noexcept;

    Result<void> add(const StepMetrics& metrics);
    Result<void> add(const EpochMetrics& metrics);
    /// Writes the rows that wait.
    Result<void> flush();
    /// Waits until the rows in the file are on the disk. Before every checkpoint.
    Result<void> sync();
    /// Where the file was removed or moved away, writes what it held to its old place and goes on there.
    Result<void> putBack();

private:
    MetricsCsvWriter(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    Result<void> append(std::string_view line);

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::string waiting_;  ///< lines that could not be written yet
};

struct MetricsTable {
    std::vector<StepMetrics> steps;
    std::vector<EpochMetrics> epochs;
    std::vector<Message> notes;  ///< e.g. that a torn last line was dropped
};

/// The whole file, also while it is being written. Columns are found by name, unknown ones ignored. Errors: NotFound, Unreadable, Corrupt
/// (names the line).
Result<MetricsTable> readMetricsCsv(const std::filesystem::path& file);

/// Drops what a resumed run will write again: step rows behind `lastStep`, epoch rows behind `lastEvaluatedStep`, a torn last line and,
/// behind the row of `lastStep`, whatever a power cut left that is no row. Gives notes about what was damaged. No file is no error.
Result<std::vector<Message>> truncateMetricsCsv(const std::filesystem::path& file, std::int64_t lastStep, std::int64_t lastEvaluatedStep);

/// The first cell in which two files differ; all columns count but seconds and samples_per_second. Errors: NotFound, Unreadable.
Result<std::optional<Message>> firstDifference(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace sonoglyph
