#include "ui/widgets/decimate.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

bool finite(const QPointF& point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }

}  // namespace

QList<QPointF> decimated(const QList<QPointF>& points, double left, double right, int columns)
{
    QList<QPointF> out;
    if (points.isEmpty() || columns < 1 || !(right >= left)) return out;
    const auto before = [](const QPointF& point, double x) { return point.x() < x; };
    const auto after = [](double x, const QPointF& point) { return x < point.x(); };
    auto begin = std::lower_bound(points.begin(), points.end(), left, before);
    auto end = std::upper_bound(begin, points.end(), right, after);
    if (begin != points.begin() && finite(*(begin - 1))) out.append(*(begin - 1));
    const bool neighbour = end != points.end() && finite(*end);

    if (end - begin <= 2 * columns) {
        std::copy_if(begin, end, std::back_inserter(out), finite);
    } else {
        const double scale = right > left ? columns / (right - left) : 0.0;
        out.reserve(2 * columns + 2);
        while (begin != end) {
            const int column = std::min(columns - 1, int((begin->x() - left) * scale));
            auto low = end, high = end;
            for (; begin != end && std::min(columns - 1, int((begin->x() - left) * scale)) == column; ++begin) {
                if (!finite(*begin)) continue;
                if (low == end || begin->y() < low->y()) low = begin;
                if (high == end || begin->y() > high->y()) high = begin;
            }
            if (low == end) continue;
            if (low == high) {
                out.append(*low);
            } else {
                out.append(*std::min(low, high));
                out.append(*std::max(low, high));
            }
        }
    }
    if (neighbour) out.append(*end);
    return out;
}

qsizetype countBetween(const QList<QPointF>& points, double left, double right)
{
    const auto begin = std::lower_bound(points.begin(), points.end(), left, [](const QPointF& point, double x) { return point.x() < x; });
    return std::upper_bound(begin, points.end(), right, [](double x, const QPointF& point) { return x < point.x(); }) - begin;
}

QList<QPointF> averaged(const QList<QPointF>& points, double left, double right, int bins, bool positiveOnly)
{
    QList<QPointF> out;
    if (bins < 1 || !(right > left)) return out;
    auto point = std::lower_bound(points.begin(), points.end(), left, [](const QPointF& p, double x) { return p.x() < x; });
    const double scale = bins / (right - left);
    const auto binOf = [&](const QPointF& p) { return std::min(bins - 1, int((p.x() - left) * scale)); };
    while (point != points.end() && point->x() <= right) {
        const int bin = binOf(*point);
        QPointF sum;
        int count = 0;
        for (; point != points.end() && point->x() <= right && binOf(*point) == bin; ++point) {
            if (!finite(*point) || (positiveOnly && point->y() <= 0)) continue;
            sum += *point;
            ++count;
        }
        if (count > 0) out.append(sum / count);
    }
    return out;
}

}  // namespace sonoglyph
