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
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/train/metrics.h"

namespace sonoglyph {

/// Appends rows; each is in the file when add() comes back. Not thread-safe. Errors: NotFound, Unwritable, DiskFull; a row that did not
/// fit leaves no half line.
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
    /// Waits until the rows are on the disk. Before every checkpoint.
    Result<void> sync();

private:
    MetricsCsvWriter(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    Result<void> append(std::string_view lines);

    std::filesystem::path file_;
    int descriptor_ = -1;
};

struct MetricsTable {
    std::vector<StepMetrics> steps;
    std::vector<EpochMetrics> epochs;
    std::vector<Message> notes;  ///< e.g. that a torn last line was dropped
};

/// The whole file, also while it is being written. Columns are found by name, unknown ones ignored. Errors: NotFound, Unreadable, Corrupt
/// (names the line).
Result<MetricsTable> readMetricsCsv(const std::filesystem::path& file);

/// Drops every row of a later step than `lastStep`, and a torn last line: what a resumed run will write again. No file is no error.
Result<void> truncateMetricsCsv(const std::filesystem::path& file, std::int64_t lastStep);

}  // namespace sonoglyph
