// Every number of one training run, as columns from which curves are made. One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include <QList>
#include <QPointF>

#include "core/base/result.h"
#include "core/train/metrics.h"
#include "ui/logic/quantity.h"

namespace sonoglyph {

/// What curves are drawn over.
enum class RunAxis {
    Step,
    Epoch,  ///< with fractions inside an epoch
    Time,   ///< hours of training, pauses left out
};

/// Which rows a curve is made of.
enum class RunRows {
    Steps,   ///< what the batches gave
    Epochs,  ///< evaluations on the held-out pairs
};

class MetricStore {
public:
    void clear();
    void add(const StepMetrics& step);
    void add(const EpochMetrics& epoch);
    /// Forgets what lies after `step`: a resumed run goes on from its checkpoint, which may be older than its last metrics.
    void forgetAfter(std::int64_t step);

    bool empty() const { return steps_.empty() && epochs_.empty(); }
    qsizetype rows(RunRows which) const { return qsizetype(which == RunRows::Steps ? steps_.size() : epochs_.size()); }
    /// Whether runs measure the quantity with every step, with every evaluation.
    static bool hasSteps(Quantity quantity);
    static bool hasEpochs(Quantity quantity);
    /// From row `from` on; rows without the quantity give no point.
    QList<QPointF> curve(Quantity quantity, RunRows which, RunAxis axis = RunAxis::Step, qsizetype from = 0) const;
    /// Where on an axis a step lies.
    double position(std::int64_t step, RunAxis axis) const;
    /// The step that is nearest to a place on an axis.
    std::int64_t stepAt(double x, RunAxis axis) const;
    /// Of the finished epochs, else as if the first ended now; 1 where there is nothing.
    double stepsPerEpoch() const;

    const std::vector<EpochMetrics>& epochs() const { return epochs_; }
    /// The evaluation at which `step` was reached or passed; null where none was.
    const EpochMetrics* epochAt(std::int64_t step) const;
    /// 0 where there is none.
    std::int64_t lastStep() const { return steps_.empty() ? 0 : std::int64_t(steps_.back()); }
    /// Of the newest step that told it: nats, batch mean. Empty where none has.
    const std::vector<double>& klPerDimension() const { return klPerDimension_; }

    /// Stays the same while rows are only added: what was drawn of it can be added to.
    std::uint64_t generation() const { return generation_; }

    /// The metrics.csv of a run on disk. Reads files: call it on a worker thread. A run without metrics gives an empty store.
    static Result<MetricStore> read(const std::filesystem::path& run);

private:
    static std::uint64_t nextGeneration();
    double seconds(double step) const;

    std::vector<double> steps_, seconds_;                    // a row a step
    std::array<std::vector<double>, quantityCount> values_;  // not a number: none
    std::vector<EpochMetrics> epochs_;
    std::vector<double> klPerDimension_;
    std::uint64_t generation_ = nextGeneration();
};

}  // namespace sonoglyph
