// The rows of metrics.csv as text: their columns, and how they are read and written. Inside the core only; files: metrics_csv.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/train/metrics.h"

namespace sonoglyph {

/// In the order of the file.
enum MetricsColumn : std::size_t {
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

/// With their newline.
std::string metricsHeader();
std::string metricsRow(const StepMetrics& m);
std::string metricsRow(const EpochMetrics& m);

/// The cells of a line, without its end.
std::vector<std::string_view> cellsOf(std::string_view line);
/// "total [nat]" -> "total".
std::string_view withoutUnit(std::string_view header);
std::string_view columnName(MetricsColumn column);

/// Where each column stands in one file, found by name; unknown ones are passed over.
class MetricsColumns {
public:
    /// None where the line is no header: it names neither scope, epoch nor step.
    static std::optional<MetricsColumns> of(std::string_view header);

    std::size_t count() const { return count_; }
    std::optional<std::size_t> place(MetricsColumn column) const { return places_[column]; }
    /// Whether every column of the file is one of ours.
    bool allKnown() const { return allKnown_; }

private:
    std::array<std::optional<std::size_t>, ColumnCount> places_;
    std::size_t count_ = 0;
    bool allKnown_ = true;
};

/// One line below the header.
class MetricsRow {
public:
    MetricsRow(const MetricsColumns& columns, std::string_view line) : columns_(columns), cells_(cellsOf(line)) {}

    /// It has as many cells as the header.
    bool fits() const { return cells_.size() == columns_.count(); }
    bool isStep() const { return cell(Scope) == "step"; }
    bool isEpoch() const { return cell(Scope) == "epoch"; }
    /// None where the cell is empty or no number.
    std::optional<std::int64_t> step() const;
    /// False where a cell is no number. Cells that are empty leave `m` as it is.
    bool read(StepMetrics& m) const;
    bool read(EpochMetrics& m) const;
    /// The same row with the columns of this version; what it does not have stays empty.
    std::string upgraded() const;

private:
    std::string_view cell(MetricsColumn column) const;
    template <class Number>
    bool take(MetricsColumn column, Number& out) const;
    template <class Number>
    bool take(MetricsColumn column, std::optional<Number>& out) const;
    bool take(MetricsColumn column, std::vector<double>& out) const;
    bool take(std::optional<DiscriminatorMetrics>& out) const;

    const MetricsColumns& columns_;
    std::vector<std::string_view> cells_;
};

}  // namespace sonoglyph
