#include "ui/widgets/curve_series.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

// Density may change along a curve (a logarithmic axis, a pause): every stretch of so many columns is drawn as suits it.
constexpr int kChunk = 64;
constexpr std::size_t kBlocksAColumn = 3;
constexpr double kFar = 1e6;  // pixels; keeps the arithmetic of spans finite

bool before(const QPointF& point, double x) { return point.x() < x; }

float pixel(const CurveScale& scale, double value) { return float(std::clamp(scale.toPixel(value), -kFar, kFar)); }

}  // namespace

void CurveSeries::append(const QPointF& point)
{
    if (!std::isfinite(point.x()) || !std::isfinite(point.y())) return;
    points_.push_back(point);
    std::size_t count = points_.size();
    for (std::size_t level = 0;; ++level) {
        if (count % (1u << kShift) != 0) return;
        count >>= kShift;
        if (level == levels_.size()) levels_.emplace_back();
        Block block;
        for (std::size_t i = (count - 1) << kShift; i < count << kShift; ++i) {
            if (i == (count - 1) << kShift) block.x = level == 0 ? points_[i].x() : levels_[level - 1][i].x;
            if (level == 0)
                block.y.take(points_[i].y());
            else
                block.y.take(levels_[level - 1][i].y);
        }
        levels_[level].push_back(block);
    }
}

void CurveSeries::append(const QList<QPointF>& points)
{
    if (points_.size() + std::size_t(points.size()) > points_.capacity())
        points_.reserve((points_.size() + std::size_t(points.size())) * 3 / 2);
    for (const QPointF& point : points) append(point);
}

void CurveSeries::clear()
{
    points_.clear();
    levels_.clear();
}

qsizetype CurveSeries::lowerBound(double x) const { return std::lower_bound(points_.begin(), points_.end(), x, before) - points_.begin(); }

qsizetype CurveSeries::nearest(double x) const
{
    const qsizetype after = lowerBound(x);
    if (after == 0) return empty() ? -1 : 0;
    if (after == size()) return after - 1;
    return x - (*this)[after - 1].x() <= (*this)[after].x() - x ? after - 1 : after;
}

CurveExtent CurveSeries::extent(double left, double right, bool positiveOnly) const
{
    CurveExtent found;
    const auto begin = std::size_t(lowerBound(left));
    const auto end =
        std::size_t(std::upper_bound(points_.begin(), points_.end(), right, [](double x, const QPointF& point) { return x < point.x(); }) -
                    points_.begin());
    for (std::size_t at = begin; at < end;) {
        // The largest whole block that starts here, does not reach beyond the end and needs no second look.
        std::size_t level = 0;
        while (level < levels_.size()) {
            const std::size_t shift = kShift * (level + 1), size = std::size_t(1) << shift;
            if (at % size != 0 || at + size > end) break;
            const CurveExtent& y = levels_[level][at >> shift].y;
            if (positiveOnly && y.low <= 0 && y.high > 0) break;
            ++level;
        }
        const CurveExtent y = level == 0 ? CurveExtent{points_[at].y(), points_[at].y()} : levels_[level - 1][at >> (kShift * level)].y;
        if (!positiveOnly || y.low > 0) found.take(y);
        at += std::size_t(1) << (kShift * level);
    }
    return found;
}

void CurveSeries::trace(const CurveScale& x, const CurveScale& y, std::vector<CurveSpan>& spans) const
{
    if (empty()) return;
    const int columns = int(spans.size());
    qsizetype begin = lowerBound(x.toValue(0));
    for (int left = 0; left < columns; left += kChunk) {
        const int right = std::min(columns, left + kChunk);
        const double edge = x.toValue(right);
        const qsizetype end = std::lower_bound(points_.begin() + begin, points_.end(), edge, before) - points_.begin();
        if (end - begin <= 2 * (right - left))
            traceLines(begin, end, left, right, x, y, spans);
        else
            traceBlocks(begin, end, left, right, x, y, spans);
        begin = end;
    }
    bridge(spans);
}

void CurveSeries::traceLines(qsizetype begin, qsizetype end, int left, int right, const CurveScale& x, const CurveScale& y,
                             std::vector<CurveSpan>& spans) const
{
    const auto shown = [&](const QPointF& p) { return (!x.isLogarithmic() || p.x() > 0) && (!y.isLogarithmic() || p.y() > 0); };
    qsizetype first = begin, last = end;
    do --first;
    while (first >= 0 && !shown((*this)[first]));
    while (last < size() && !shown((*this)[last])) ++last;
    bool started = false;
    double fromX = 0, fromY = 0;
    for (qsizetype i = std::max<qsizetype>(first, 0); i <= last && i < size(); ++i) {
        if (!shown((*this)[i])) continue;
        const double toX = x.toPixel((*this)[i].x()), toY = std::clamp(y.toPixel((*this)[i].y()), -kFar, kFar);
        if (!started) fromX = toX, fromY = toY;
        started = true;
        const double slope = toX > fromX ? (toY - fromY) / (toX - fromX) : 0;
        const int from = int(std::max<double>(std::floor(fromX), left)), to = int(std::min<double>(std::floor(toX), right - 1));
        for (int column = from; column <= to; ++column) {
            CurveSpan& span = spans[std::size_t(column)];
            const double a = std::max(fromX, double(column)), b = std::min(toX, column + 1.0);
            span.take(float(fromY + (a - fromX) * slope));
            span.take(float(toY - (toX - b) * slope));
        }
        fromX = toX, fromY = toY;
    }
}

void CurveSeries::traceBlocks(qsizetype begin, qsizetype end, int left, int right, const CurveScale& x, const CurveScale& y,
                              std::vector<CurveSpan>& spans) const
{
    int column = left;
    double edge = x.toValue(left + 1);
    CurveExtent extent;
    const auto close = [&] {
        if (extent.empty()) return;
        spans[std::size_t(column)].take(pixel(y, extent.low));
        spans[std::size_t(column)].take(pixel(y, extent.high));
        extent = {};
    };
    const auto moveTo = [&](double value) {
        while (value >= edge && column + 1 < right) {
            close();
            ++column;
            edge = x.toValue(column + 1);
        }
    };
    const auto takePoints = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            if (y.isLogarithmic() && points_[i].y() <= 0) continue;
            moveTo(points_[i].x());
            extent.take(points_[i].y());
        }
    };
    const auto first = std::size_t(begin), last = std::size_t(end);
    const std::size_t enough = (last - first) / std::size_t(right - left);
    std::size_t level = 0;
    while (level < levels_.size() && kBlocksAColumn << (kShift * (level + 1)) <= enough) ++level;
    if (level == 0) {
        takePoints(first, last);
    } else {
        const std::size_t shift = kShift * level;
        const SharedArray<Block>& blocks = levels_[level - 1];
        const std::size_t from = (first + (std::size_t(1) << shift) - 1) >> shift, to = last >> shift;
        takePoints(first, from << shift);
        for (std::size_t i = from; i < to;) {
            if (y.isLogarithmic() && blocks[i].y.low <= 0) {
                if (blocks[i].y.high > 0) takePoints(i << shift, (i + 1) << shift);
                ++i;
                continue;
            }
            moveTo(blocks[i].x);
            const double limit = edge;
            CurveExtent column = blocks[i].y;
            for (++i; i < to && blocks[i].x < limit && !(y.isLogarithmic() && blocks[i].y.low <= 0); ++i) {
                column.low = std::min(column.low, blocks[i].y.low);
                column.high = std::max(column.high, blocks[i].y.high);
            }
            extent.take(column);
        }
        takePoints(to << shift, last);
    }
    close();
}

void bridge(std::vector<CurveSpan>& spans)
{
    std::size_t last = spans.size();
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].empty()) continue;
        if (last < i) {
            CurveSpan &a = spans[last], &b = spans[i];
            const float from = b.top > a.bottom ? a.bottom : b.bottom < a.top ? a.top : std::clamp(b.middle(), a.top, a.bottom);
            const float to = b.top > a.bottom ? b.top : b.bottom < a.top ? b.bottom : from;
            const auto steps = float(i - last);
            for (std::size_t k = last; k <= i; ++k) {
                const float middle = from + (to - from) * float(k - last) / steps, half = (to - from) / steps / 2;
                if (k > last) spans[k].take(middle - half);
                if (k < i) spans[k].take(middle + half);
            }
        }
        last = i;
    }
}

}  // namespace sonoglyph
