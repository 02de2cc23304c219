// Where the entries of a chart's legend stand: in as many columns of one width as fit side by side. Any thread.
#pragma once

#include <algorithm>

#include <QRectF>

namespace sonoglyph {

class LegendFlow {
public:
    /// `count` entries, the widest of `widest`, each `line` high, from the top left of `area`; narrower columns only where not even one
    /// fits.
    LegendFlow(const QRectF& area, int count, double widest, double line)
        : area_(area), count_(count), columns_(std::clamp(int(area.width() / std::max(widest, 1.0)), 1, std::max(count, 1))),
          width_(std::min(widest, area.width())), line_(line)
    {
    }

    double height() const { return (count_ + columns_ - 1) / columns_ * line_; }
    QRectF entry(int i) const { return {area_.left() + i % columns_ * width_, area_.top() + i / columns_ * line_, width_, line_}; }

private:
    QRectF area_;
    int count_, columns_;
    double width_, line_;
};

}  // namespace sonoglyph
