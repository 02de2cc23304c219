#include "ui/logic/seed_band.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/logic/smoothing.h"

namespace sonoglyph {

namespace {

QList<QPointF> smoothed(QList<QPointF> points, int over)
{
    if (over <= 1) return points;
    Smoothing smoothing(over);
    for (QPointF& point : points) point.setY(smoothing.add(point.y()));
    return points;
}

/// Reads a curve at ascending places.
class Reader {
public:
    explicit Reader(const QList<QPointF>& points) : points_(points) {}

    /// `x` lies between its first and its last point.
    double at(double x)
    {
        while (next_ + 1 < points_.size() && points_[next_].x() < x) ++next_;
        const QPointF& b = points_[next_];
        if (next_ == 0 || b.x() == x) return b.y();
        const QPointF& a = points_[next_ - 1];
        return b.x() > a.x() ? a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()) : b.y();
    }

private:
    const QList<QPointF>& points_;
    qsizetype next_ = 0;
};

}  // namespace

SeedBand seedBand(const QList<QList<QPointF>>& curves, int smoothing)
{
    SeedBand band;
    QList<QList<QPointF>> all;
    double from = -INFINITY, to = INFINITY;
    for (const QList<QPointF>& curve : curves) {
        if (curve.isEmpty()) return band;
        all.append(smoothed(curve, smoothing));
        from = std::max(from, curve.first().x());
        to = std::min(to, curve.last().x());
    }
    if (all.size() < 2) return band;
    std::vector<Reader> readers(all.begin(), all.end());
    const auto count = double(all.size());
    for (const QPointF& point : all.first()) {
        const double x = point.x();
        if (x < from || x > to) continue;
        double sum = 0, squares = 0;
        std::vector<double> values;
        for (Reader& reader : readers) sum += values.emplace_back(reader.at(x));
        const double mean = sum / count;
        for (const double value : values) squares += (value - mean) * (value - mean);
        const double deviation = std::sqrt(squares / (count - 1));
        band.mean.append({x, mean});
        band.low.append({x, mean - deviation});
        band.high.append({x, mean + deviation});
    }
    return band;
}

bool differBySeedOnly(RunConfig a, RunConfig b)
{
    if (a.seed == b.seed) return false;
    for (RunConfig* config : {&a, &b}) {
        const RunConfig usual;
        config->seed = usual.seed;
        config->data.seed = usual.data.seed;  // of split and pairing: a seed of the run sets both
        config->threads = usual.threads;
        config->device = usual.device;
        config->previewEvery = usual.previewEvery;
        config->checkpointMinutes = usual.checkpointMinutes;
        if (config->rateSchedule == RateSchedule::Constant) {
            config->epochs = usual.epochs;
            config->maxSteps = usual.maxSteps;
        }
        config->data.folder.clear();
    }
    return a == b;
}

bool endsDifferBySeedOnly(const RunConfig& a, const RunConfig& b)
{
    return a.epochs == b.epochs && a.maxSteps == b.maxSteps && differBySeedOnly(a, b);
}

std::vector<std::vector<std::size_t>> groupsOf(const std::vector<RunConfig>& configs,
                                               const std::function<bool(const RunConfig&, const RunConfig&)>& alike)
{
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < configs.size(); ++i) {
        const auto home = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return std::all_of(group.begin(), group.end(), [&](std::size_t other) { return alike(configs[other], configs[i]); });
        });
        if (home == groups.end())
            groups.push_back({i});
        else
            home->push_back(i);
    }
    return groups;
}

}  // namespace sonoglyph
