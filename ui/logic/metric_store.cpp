#include "ui/logic/metric_store.h"

#include <algorithm>

#include "core/train/metrics_csv.h"

namespace sonoglyph {

namespace {

void cutAfter(QList<QPointF>& points, std::int64_t step)
{
    const auto end = std::find_if(points.cbegin(), points.cend(), [&](const QPointF& point) { return point.x() > double(step); });
    points.erase(end, points.cend());
}

}  // namespace

void MetricStore::clear() { *this = MetricStore(); }

void MetricStore::add(const StepMetrics& step)
{
    const double values[] = {step.total, step.reconstruction, step.kl};
    for (std::size_t term = 0; term < train_.size(); ++term) train_[term].append({double(step.step), values[term]});
}

void MetricStore::add(const EpochMetrics& epoch)
{
    const double values[] = {epoch.testTotal, epoch.testReconstruction, epoch.testKl};
    for (std::size_t term = 0; term < test_.size(); ++term) test_[term].append({double(epoch.step), values[term]});
    epochs_.push_back(epoch);
}

void MetricStore::forgetAfter(std::int64_t step)
{
    for (auto& points : train_) cutAfter(points, step);
    for (auto& points : test_) cutAfter(points, step);
    std::erase_if(epochs_, [&](const EpochMetrics& epoch) { return epoch.step > step; });
}

std::int64_t MetricStore::lastStep() const { return train_[0].isEmpty() ? 0 : std::int64_t(train_[0].last().x()); }

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
