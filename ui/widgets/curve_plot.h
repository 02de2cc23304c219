// What a chart of curves shows, without any drawing: the curves and their smoothed doubles, bands, marks, and which stretch is in view.
// A copy shares the points; it may go to another thread.
#pragma once

#include <chrono>
#include <deque>
#include <optional>

#include <QColor>
#include <QList>
#include <QString>

#include "ui/logic/smoothing.h"
#include "ui/widgets/curve_series.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

struct CurveStyle {
    QString name;
    QColor color = {};       ///< invalid: seriesColor() of the curve's number, which follows the theme
    QList<qreal> dash = {};  ///< as in seriesDash()
    double alpha = 0;        ///< above 0: alphaColor() instead
    int counterpart = -1;    ///< of this curve: its rare twin (held out, of train) in the same colour, dashed, a mark at every point
    bool marks = false;      ///< at every point, where there is room
    bool smooth = true;      ///< takes part in the smoothing; counterparts never do
    bool inLegend = true;
};

/// Something that happened at `x`: a vertical line and a word.
struct CurveMark {
    double x = 0;
    QString text;
    bool operator==(const CurveMark&) const = default;
};

class CurvePlot {
public:
    struct Curve {
        CurveStyle style;
        bool visible = true;
        CurveSeries raw, smoothed;
        Smoothing smoother;
        CurveSeries bandLow, bandHigh;  ///< the deviation around a mean; empty: none
    };

    int add(const CurveStyle& style);
    void clear() { curves_.clear(); }
    int size() const { return int(curves_.size()); }
    const Curve& operator[](int curve) const { return curves_[std::size_t(curve)]; }
    Curve& operator[](int curve) { return curves_[std::size_t(curve)]; }
    void setPoints(int curve, const QList<QPointF>& points);
    QColor color(int curve, const Colors& theme) const;
    /// Named in the legend: a counterpart only once it has points.
    bool isNamed(int curve) const;
    bool isShown(int curve) const { return (*this)[curve].visible && !(*this)[curve].raw.empty(); }
    /// No curve that is shown has a point.
    bool empty() const;

    /// Over how many points the mean goes; 1: no smoothing.
    void setSmoothing(int points);
    int smoothing() const { return smoothing_; }
    bool isSmoothed(int curve) const { return smoothing_ > 1 && (*this)[curve].style.smooth; }
    /// Smooths what has come since, for about `budget` at most; whether that was everything.
    bool catchUp(std::chrono::microseconds budget);
    /// The line that stands out: smoothed where there is smoothing.
    const CurveSeries& line(int curve) const { return isSmoothed(curve) ? (*this)[curve].smoothed : (*this)[curve].raw; }

    /// What the axes show: the view where one was chosen, else everything that is shown. y fits the part of the curves that is in view.
    CurveRange xRange() const;
    CurveRange yRange() const;

    QString title, xTitle, yTitle;
    bool xLogarithmic = false, yLogarithmic = false;
    std::optional<CurveRange> xView, yView;
    QList<CurveMark> marks;

private:
    std::deque<Curve> curves_;
    int smoothing_ = 1;
};

}  // namespace sonoglyph
