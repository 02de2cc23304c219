// The points of one curve, and their extremes over blocks of 4, 16, 64 ... points, kept up to date while it grows: a view of any stretch
// costs what it has pixels, not what it has points. A copy shares the points; one thread may read it while another appends to the original.
#pragma once

#include <vector>

#include <QList>
#include <QPointF>

#include "ui/widgets/curve_scale.h"
#include "ui/widgets/shared_array.h"

namespace sonoglyph {

/// What a curve covers of one column of pixels, y downwards; top > bottom: nothing.
struct CurveSpan {
    float top = std::numeric_limits<float>::infinity();
    float bottom = -std::numeric_limits<float>::infinity();

    bool empty() const { return !(top <= bottom); }
    float middle() const { return (top + bottom) / 2; }
    void take(float y)
    {
        if (y < top) top = y;
        if (y > bottom) bottom = y;
    }
    void take(const CurveSpan& other)
    {
        if (other.top < top) top = other.top;
        if (other.bottom > bottom) bottom = other.bottom;
    }
};

class CurveSeries {
public:
    /// x must not fall. Points that are not finite are left out.
    void append(const QPointF& point);
    void append(const QList<QPointF>& points);
    void clear();

    bool empty() const { return points_.empty(); }
    qsizetype size() const { return qsizetype(points_.size()); }
    const QPointF& operator[](qsizetype i) const { return points_[std::size_t(i)]; }
    const QPointF& back() const { return points_.back(); }

    /// The first point at or behind `x`; size() where there is none.
    qsizetype lowerBound(double x) const;
    /// The point whose x is nearest; -1 where there are no points.
    qsizetype nearest(double x) const;
    /// Of y from `left` to `right`; with `positiveOnly`, of values above 0.
    CurveExtent extent(double left, double right, bool positiveOnly = false) const;

    /// The spans that the line through the points covers in columns 0 to spans.size() - 1 (pixels of `x`); those it does not reach stay as
    /// they were. No extreme is lost, whatever the number of points. On logarithmic axes points of 0 and less are left out.
    void trace(const CurveScale& x, const CurveScale& y, std::vector<CurveSpan>& spans) const;

private:
    struct Block {
        double x = 0;  // of its first point
        CurveExtent y;
    };
    static constexpr int kShift = 2;

    void traceLines(qsizetype begin, qsizetype end, int left, int right, const CurveScale& x, const CurveScale& y,
                    std::vector<CurveSpan>& spans) const;
    void traceBlocks(qsizetype begin, qsizetype end, int left, int right, const CurveScale& x, const CurveScale& y,
                     std::vector<CurveSpan>& spans) const;

    SharedArray<QPointF> points_;
    std::vector<SharedArray<Block>> levels_;  // whole blocks only
};

/// Closes the gaps between neighbouring columns of a line: first where it jumps from one to the next, then where columns are empty.
void bridge(std::vector<CurveSpan>& spans);

}  // namespace sonoglyph
