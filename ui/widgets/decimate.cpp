#include "ui/widgets/decimate.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

using Points = QList<QPointF>::const_iterator;

bool finite(const QPointF& point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }
bool before(const QPointF& point, double x) { return point.x() < x; }
bool after(double x, const QPointF& point) { return x < point.x(); }

// Calls `take(begin, end)` for the points of every column that has any. Columns are found by bisection: looking at every x costs more than
// looking at every y.
template <class Take>
void forEachColumn(Points begin, Points end, double left, double right, int columns, Take take)
{
    while (begin != end) {
        const int column = right > left ? std::clamp(int((begin->x() - left) / (right - left) * columns), 0, columns - 1) : columns - 1;
        const double edge = left + (right - left) * (column + 1) / columns;
        Points next = column == columns - 1 ? end : std::lower_bound(begin, end, edge, before);
        if (next == begin) ++next;  // rounding must not keep it here
        take(begin, next);
        begin = next;
    }
}

struct Extremes {
    Points low, high;
    bool any = false;
};

Extremes extremesOf(Points begin, Points end)
{
    Extremes found{begin, begin, false};
    for (Points point = begin; point != end; ++point) {
        if (!finite(*point)) continue;
        if (!found.any || point->y() < found.low->y()) found.low = point;
        if (!found.any || point->y() > found.high->y()) found.high = point;
        found.any = true;
    }
    return found;
}

}  // namespace

QList<QPointF> decimated(const QList<QPointF>& points, double left, double right, int columns)
{
    QList<QPointF> out;
    if (points.isEmpty() || columns < 1 || !(right >= left)) return out;
    const Points begin = std::lower_bound(points.begin(), points.end(), left, before);
    const Points end = std::upper_bound(begin, points.end(), right, after);
    if (begin != points.begin() && finite(*(begin - 1))) out.append(*(begin - 1));
    if (end - begin <= 2 * columns) {
        std::copy_if(begin, end, std::back_inserter(out), finite);
    } else {
        out.reserve(2 * columns + 2);
        forEachColumn(begin, end, left, right, columns, [&out](Points from, Points to) {
            const Extremes found = extremesOf(from, to);
            if (!found.any) return;
            out.append(*std::min(found.low, found.high));
            if (found.low != found.high) out.append(*std::max(found.low, found.high));
        });
    }
    if (end != points.end() && finite(*end)) out.append(*end);
    return out;
}

Envelope envelope(const QList<QPointF>& points, double left, double right, int columns)
{
    Envelope out;
    if (points.isEmpty() || columns < 1 || !(right >= left)) return out;
    const Points begin = std::lower_bound(points.begin(), points.end(), left, before);
    const Points end = std::upper_bound(begin, points.end(), right, after);
    out.lower.reserve(columns);
    out.upper.reserve(columns);
    forEachColumn(begin, end, left, right, columns, [&out](Points from, Points to) {
        const Extremes found = extremesOf(from, to);
        if (!found.any) return;
        out.lower.append(*found.low);
        out.upper.append(*found.high);
    });
    return out;
}

qsizetype countBetween(const QList<QPointF>& points, double left, double right)
{
    const Points begin = std::lower_bound(points.begin(), points.end(), left, before);
    return std::upper_bound(begin, points.end(), right, after) - begin;
}

QList<QPointF> averaged(const QList<QPointF>& points, double left, double right, int bins, bool positiveOnly)
{
    QList<QPointF> out;
    if (bins < 1 || !(right > left)) return out;
    const Points begin = std::lower_bound(points.begin(), points.end(), left, before);
    const Points end = std::upper_bound(begin, points.end(), right, after);
    forEachColumn(begin, end, left, right, bins, [&out, positiveOnly](Points from, Points to) {
        QPointF sum;
        int count = 0;
        for (; from != to; ++from) {
            if (!finite(*from) || (positiveOnly && from->y() <= 0)) continue;
            sum += *from;
            ++count;
        }
        if (count > 0) out.append(sum / count);
    });
    return out;
}

}  // namespace sonoglyph
