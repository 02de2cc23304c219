// One axis of a chart: which values it shows, where they lie in pixels, linear or logarithmic. Any thread.
#pragma once

#include <cmath>
#include <limits>

#include <QList>
#include <QString>

namespace sonoglyph {

/// Lowest and highest of some values; empty until one was taken.
struct CurveExtent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(low <= high); }
    void take(double value)
    {
        if (value < low) low = value;
        if (value > high) high = value;
    }
    void take(const CurveExtent& other)
    {
        if (other.low < low) low = other.low;
        if (other.high > high) high = other.high;
    }
    bool operator==(const CurveExtent&) const = default;
};

/// What an axis shows: low < high, and low > 0 where it is logarithmic.
struct CurveRange {
    double low = 0, high = 1;
    bool operator==(const CurveRange&) const = default;
};

/// For steps, epochs and seconds: from the beginning where that costs little, and to a round end, so that a growing curve moves it only now
/// and then.
CurveRange growingRange(const CurveExtent& extent, bool logarithmic);
/// For what is measured: round limits close around it, from zero where that costs little.
CurveRange fittingRange(const CurveExtent& extent, bool logarithmic);

class CurveScale {
public:
    struct Tick {
        double value = 0;
        QString text;
    };

    CurveScale() = default;
    /// `from` and `to`: the pixels of the range's ends; from > to is allowed (y grows upwards).
    CurveScale(const CurveRange& range, double from, double to, bool logarithmic);

    const CurveRange& range() const { return range_; }
    bool isLogarithmic() const { return logarithmic_; }
    double from() const { return from_; }
    double to() const { return to_; }
    /// Nowhere (not finite) for 0 and less on a logarithmic axis.
    double toPixel(double value) const { return from_ + (linear(value) - start_) * pixels_; }
    double toValue(double pixel) const;
    /// Round values within the range, at most about `most`.
    QList<Tick> ticks(int most) const;
    /// This range made `factor` times as long, with the value at `pixel` kept there.
    CurveRange zoomed(double pixel, double factor) const;
    /// This range moved by `pixels`.
    CurveRange moved(double pixels) const;

private:
    double linear(double value) const { return logarithmic_ ? std::log10(value) : value; }

    CurveRange range_;
    double from_ = 0, to_ = 1;
    bool logarithmic_ = false;
    double start_ = 0, pixels_ = 1;  // of linear() at `from`, and per unit of it
};

}  // namespace sonoglyph
