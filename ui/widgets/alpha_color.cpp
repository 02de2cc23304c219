#include "ui/widgets/alpha_color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoglyph {

namespace {

constexpr std::array<double, 4> kAlphas{0.2, 0.5, 1, 2};
constexpr std::array<QRgb, 4> kOnLight{0xffc37e05, 0xffbf3d15, 0xff8c215f, 0xff351563};
constexpr std::array<QRgb, 4> kOnDark{0xffffd970, 0xfff6985a, 0xffe85c96, 0xff9249e5};

}  // namespace

QColor alphaColor(double alpha, const Colors& theme)
{
    const auto& ramp = theme.window.lightness() < 128 ? kOnDark : kOnLight;
    if (!(alpha > kAlphas.front())) return withoutHue(ramp.front(), theme);
    if (alpha >= kAlphas.back()) return withoutHue(ramp.back(), theme);
    const auto above = std::size_t(std::upper_bound(kAlphas.begin(), kAlphas.end(), alpha) - kAlphas.begin());
    const double low = kAlphas[above - 1], high = kAlphas[above];
    return withoutHue(mixed(QColor(ramp[above - 1]), QColor(ramp[above]), std::log(alpha / low) / std::log(high / low)), theme);
}

QColor alphaColor(double alpha) { return alphaColor(alpha, colors()); }

}  // namespace sonoglyph
