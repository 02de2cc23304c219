// Follows metrics.csv while another program writes it: reads only what has been appended since. Not thread-safe.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/train/metrics_csv.h"
#include "core/train/metrics_rows.h"

namespace sonoglyph {

class MetricsTail {
public:
    struct News {
        bool anew = false;  ///< the rows begin again from the first: what was told before no longer counts
        std::vector<StepMetrics> steps;
        std::vector<EpochMetrics> epochs;

        bool empty() const { return !anew && steps.empty() && epochs.empty(); }
    };

    explicit MetricsTail(std::filesystem::path file) : file_(std::move(file)) {}

    /// The whole lines that came since the last call; a line that is just being written waits for the next. All together they are the rows
    /// of readMetricsCsv(). A file that has been replaced or cut (a run that goes on from an earlier checkpoint) is told anew, one that is
    /// not there yet is empty. Errors: Unreadable, Corrupt (names no line; the next call begins anew).
    Result<News> read();

private:
    void forget();

    std::filesystem::path file_;
    std::optional<MetricsColumns> columns_;
    std::uint64_t device_ = 0, inode_ = 0;  ///< the file that was read so far
    std::int64_t done_ = 0;                 ///< bytes, whole lines
    bool told_ = false;                     ///< something of it
};

/// The last rows of a metrics.csv, read from its end: a long one takes no longer than a short one.
struct LastMetrics {
    std::optional<StepMetrics> step;
    std::optional<EpochMetrics> epoch;
};

/// Rows that cannot be read are passed over; no file, no rows.
LastMetrics readLastMetrics(const std::filesystem::path& file);

}  // namespace sonoglyph
