#include "ui/logic/metric_store.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

#include "core/train/metrics_csv.h"

namespace sonoglyph {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double hour = 3600;

}  // namespace

std::uint64_t MetricStore::nextGeneration()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

void MetricStore::clear() { *this = MetricStore(); }

void MetricStore::add(const StepMetrics& step)
{
    steps_.push_back(double(step.step));
    seconds_.push_back(step.seconds);
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i].push_back(valueOf(Quantity(i), step).value_or(nothing));
    if (!step.klPerDimension.empty()) klPerDimension_ = step.klPerDimension;
}

void MetricStore::add(const EpochMetrics& epoch) { epochs_.push_back(epoch); }

void MetricStore::forgetAfter(std::int64_t step)
{
    const auto kept = std::size_t(std::upper_bound(steps_.begin(), steps_.end(), double(step)) - steps_.begin());
    if (kept == steps_.size() && (epochs_.empty() || epochs_.back().step <= step)) return;
    steps_.resize(kept);
    seconds_.resize(kept);
    for (auto& values : values_) values.resize(kept);
    std::erase_if(epochs_, [&](const EpochMetrics& epoch) { return epoch.step > step; });
    klPerDimension_.clear();
    generation_ = nextGeneration();
}

bool MetricStore::hasSteps(Quantity quantity)
{
    StepMetrics everything;
    everything.samplesPerSecond = 1;
    everything.gradientNorm = 1;
    everything.activeUnits = 1;
    everything.discriminator.emplace();
    return valueOf(quantity, everything).has_value();
}

bool MetricStore::hasEpochs(Quantity quantity)
{
    EpochMetrics everything;
    everything.diversity = 1;
    return valueOf(quantity, everything).has_value();
}

double MetricStore::stepsPerEpoch() const
{
    if (!epochs_.empty() && epochs_.back().epoch > 0 && epochs_.back().step > 0)
        return double(epochs_.back().step) / double(epochs_.back().epoch);
    return std::max(1.0, double(lastStep()));
}

double MetricStore::seconds(double step) const
{
    if (steps_.empty()) return 0;
    const auto at = std::size_t(std::lower_bound(steps_.begin(), steps_.end(), step) - steps_.begin());
    return seconds_[std::min(at, steps_.size() - 1)];
}

double MetricStore::position(std::int64_t step, RunAxis axis) const
{
    switch (axis) {
    case RunAxis::Step:
        return double(step);
    case RunAxis::Epoch:
        return double(step) / stepsPerEpoch();
    case RunAxis::Time:
        return seconds(double(step)) / hour;
    }
    return double(step);
}

std::int64_t MetricStore::stepAt(double x, RunAxis axis) const
{
    switch (axis) {
    case RunAxis::Step:
        return std::llround(x);
    case RunAxis::Epoch:
        return std::llround(x * stepsPerEpoch());
    case RunAxis::Time: {
        const auto found = std::lower_bound(seconds_.begin(), seconds_.end(), x * hour * (1 - 1e-12));
        return found == seconds_.end() ? lastStep() : std::int64_t(steps_[std::size_t(found - seconds_.begin())]);
    }
    }
    return std::llround(x);
}

QList<QPointF> MetricStore::curve(Quantity quantity, RunRows which, RunAxis axis, qsizetype from) const
{
    QList<QPointF> points;
    if (which == RunRows::Epochs) {
        for (std::size_t i = std::size_t(from); i < epochs_.size(); ++i) {
            const EpochMetrics& epoch = epochs_[i];
            const auto value = valueOf(quantity, epoch);
            if (!value) continue;
            const double x = axis == RunAxis::Epoch  ? double(epoch.epoch)
                             : axis == RunAxis::Time ? epoch.seconds / hour
                                                     : double(epoch.step);
            points.append({x, *value});
        }
        return points;
    }
    const auto& values = values_[std::size_t(quantity)];
    const double length = stepsPerEpoch();
    points.reserve(qsizetype(values.size()) - from);
    for (std::size_t i = std::size_t(from); i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        points.append({axis == RunAxis::Step ? steps_[i] : axis == RunAxis::Epoch ? steps_[i] / length : seconds_[i] / hour, values[i]});
    }
    return points;
}

const EpochMetrics* MetricStore::epochAt(std::int64_t step) const
{
    const auto found =
        std::lower_bound(epochs_.begin(), epochs_.end(), step, [](const EpochMetrics& epoch, std::int64_t s) { return epoch.step < s; });
    return found == epochs_.end() ? nullptr : &*found;
}

Result<MetricStore> MetricStore::read(const std::filesystem::path& run)
{
    MetricStore store;
    const auto table = readMetricsCsv(run / "metrics.csv");
    if (!table && table.error().code == Errc::NotFound) return store;
    if (!table) return table.error();
    for (const StepMetrics& step : table->steps) store.add(step);
    for (const EpochMetrics& epoch : table->epochs) store.add(epoch);
    return store;
}

}  // namespace sonoglyph
