#include "ui/widgets/curve_plot.h"

#include <algorithm>

#include "ui/widgets/alpha_color.h"

namespace sonoglyph {

namespace {

constexpr qsizetype kSlice = 4096;  // points between two looks at the clock

}  // namespace

int CurvePlot::add(const CurveStyle& style)
{
    curves_.emplace_back();
    curves_.back().style = style;
    curves_.back().smoother = Smoothing(smoothing_);
    if (style.counterpart >= 0) {
        CurveStyle& twin = curves_.back().style;
        twin.dash = {3, 2};
        twin.marks = true;
        twin.smooth = false;
    }
    return size() - 1;
}

void CurvePlot::setPoints(int curve, const QList<QPointF>& points)
{
    Curve& c = (*this)[curve];
    c.raw.clear();
    c.smoothed.clear();
    c.smoother = Smoothing(smoothing_);
    c.raw.append(points);
}

QColor CurvePlot::color(int curve, const Colors& theme) const
{
    const CurveStyle& style = (*this)[curve].style;
    if (style.counterpart >= 0) return color(style.counterpart, theme);
    if (style.alpha > 0) return alphaColor(style.alpha, theme);
    return style.color.isValid() ? withoutHue(style.color, theme) : seriesColor(curve, theme);
}

bool CurvePlot::isNamed(int curve) const
{
    const Curve& c = (*this)[curve];
    return c.visible && c.style.inLegend && !c.style.name.isEmpty() && (c.style.counterpart < 0 || !c.raw.empty());
}

bool CurvePlot::empty() const
{
    return std::all_of(curves_.begin(), curves_.end(), [](const Curve& c) { return !c.visible || c.raw.empty(); });
}

void CurvePlot::setSmoothing(int points)
{
    points = std::max(1, points);
    if (points == smoothing_) return;
    smoothing_ = points;
    for (Curve& c : curves_) {
        c.smoothed.clear();
        c.smoother = Smoothing(points);
    }
}

bool CurvePlot::catchUp(std::chrono::microseconds budget)
{
    if (smoothing_ <= 1) return true;
    const auto end = std::chrono::steady_clock::now() + budget;
    for (int i = 0; i < size(); ++i) {
        Curve& c = (*this)[i];
        if (!c.visible || !isSmoothed(i)) continue;
        while (c.smoothed.size() < c.raw.size()) {
            const qsizetype stop = std::min(c.raw.size(), c.smoothed.size() + kSlice);
            for (qsizetype k = c.smoothed.size(); k < stop; ++k) c.smoothed.append({c.raw[k].x(), c.smoother.add(c.raw[k].y())});
            if (std::chrono::steady_clock::now() > end) return false;
        }
    }
    return true;
}

CurveRange CurvePlot::xRange() const
{
    if (xView) return *xView;
    CurveExtent extent;
    for (const Curve& c : curves_) {
        if (!c.visible || c.raw.empty()) continue;
        extent.take(c.raw[0].x());
        extent.take(c.raw.back().x());
    }
    if (xLogarithmic && !(extent.low > 0)) {
        for (const Curve& c : curves_) {
            if (!c.visible || c.raw.empty() || c.raw.back().x() <= 0) continue;
            qsizetype first = c.raw.lowerBound(0);
            while (c.raw[first].x() <= 0) ++first;
            extent.low = extent.low > 0 ? std::min(extent.low, c.raw[first].x()) : c.raw[first].x();
        }
    }
    return growingRange(extent, xLogarithmic);
}

CurveRange CurvePlot::yRange() const
{
    if (yView) return *yView;
    const CurveRange x = xView.value_or(CurveRange{-INFINITY, INFINITY});
    CurveExtent extent;
    for (const Curve& c : curves_) {
        if (!c.visible) continue;
        extent.take(c.raw.extent(x.low, x.high, yLogarithmic));
        extent.take(c.bandLow.extent(x.low, x.high, yLogarithmic));
        extent.take(c.bandHigh.extent(x.low, x.high, yLogarithmic));
    }
    return fittingRange(extent, yLogarithmic);
}

}  // namespace sonoglyph
