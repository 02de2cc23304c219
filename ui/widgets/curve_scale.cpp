#include "ui/widgets/curve_scale.h"

#include <algorithm>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

double roundedUp(double value)
{
    if (!(value > 0)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (factor * power >= value * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

CurveRange tenthsOfDecades(const CurveExtent& extent, double room)
{
    return {std::pow(10.0, std::floor(std::log10(extent.low) * 10 - room) / 10),
            std::pow(10.0, std::ceil(std::log10(extent.high) * 10 + room) / 10)};
}

}  // namespace

CurveRange growingRange(const CurveExtent& extent, bool logarithmic)
{
    if (logarithmic) {
        if (extent.empty() || !(extent.high > 0)) return {1, 10};
        const double low = extent.low > 0 ? extent.low : std::min(1.0, extent.high / 10);
        return low < extent.high ? CurveRange{low, low * roundedUp(extent.high / low)} : CurveRange{low / 2, low * 2};
    }
    if (extent.empty()) return {0, 1};
    if (!(extent.high > extent.low)) return {std::min(0.0, extent.low), std::max(roundedUp(extent.high), extent.low + 1)};
    const double left = extent.low >= 0 && extent.low < 0.25 * extent.high ? 0 : extent.low;
    return {left, left + roundedUp(extent.high - left)};
}

CurveRange fittingRange(const CurveExtent& extent, bool logarithmic)
{
    if (extent.empty() || (logarithmic && !(extent.low > 0))) return logarithmic ? CurveRange{1, 10} : CurveRange{0, 1};
    if (logarithmic) return tenthsOfDecades(extent, 0.2);
    const double high = extent.high, low = extent.low > 0 && extent.low < 0.4 * high ? 0 : extent.low;
    if (!(high > low)) {
        const double room = std::max(std::abs(high) * 0.1, 1e-9);
        return {low - room, high + room};
    }
    const double step = niceStep(high - low, 8);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

CurveScale::CurveScale(const CurveRange& range, double from, double to, bool logarithmic)
    : range_(range), from_(from), to_(to), logarithmic_(logarithmic), start_(linear(range.low)),
      pixels_((to - from) / (linear(range.high) - linear(range.low)))
{
}

double CurveScale::toValue(double pixel) const
{
    const double value = start_ + (pixel - from_) / pixels_;
    return logarithmic_ ? std::pow(10.0, value) : value;
}

QList<CurveScale::Tick> CurveScale::ticks(int most) const
{
    QList<Tick> out;
    most = std::max(2, most);
    if (logarithmic_) {
        for (const double value : logTicks(range_.low, range_.high, most)) out.append({value, significantText(value, 1)});
        if (out.size() >= 2) return out;
        out.clear();  // less than a decade: as on a linear axis
    }
    const double step = niceStep(range_.high - range_.low, most);
    for (const double value : niceTicks(range_.low, range_.high, most)) out.append({value, tickText(value, step)});
    return out;
}

CurveRange CurveScale::zoomed(double pixel, double factor) const
{
    return {toValue(pixel + (from_ - pixel) * factor), toValue(pixel + (to_ - pixel) * factor)};
}

CurveRange CurveScale::moved(double pixels) const { return {toValue(from_ + pixels), toValue(to_ + pixels)}; }

}  // namespace sonoglyph
