// Perceptually uniform colour maps for spectrograms and matrices, and a diverging one for differences. Any thread.
//
// magma, viridis: Smith & van der Walt (matplotlib, CC0); cividis: Nunez, Anderton & Renslow 2018 (matplotlib, CC0).
#pragma once

#include <QImage>
#include <QRgb>
#include <QString>

#include <array>
#include <functional>

#include "ui/widgets/theme.h"

namespace sonoglyph {

enum class ColorMap {
    Magma,
    Viridis,
    Cividis,
    Grey,
    Difference,  ///< blue over white (0.5) to vermillion
};

/// `value` 0 to 1, clamped; not a number: the colour of 0. Opaque.
QRgb colorAt(ColorMap map, float value);
/// The entry of the map's table for `value`, as colorAt() takes it.
std::size_t indexOf(float value);
/// All 256 entries, for Format_Indexed8 images.
const std::array<QRgb, 256>& colorTable(ColorMap map);
/// An image of values 0 to 1 in `map`, indexed, so that withoutHue() finds the values again.
QImage mapped(ColorMap map, int width, int height, const std::function<float(int x, int y)>& valueAt);

/// What may be drawn where the theme is grey: the map `Grey`. Of Difference the sign stays: middle grey is no difference, darker is less,
/// lighter is more.
ColorMap withoutHue(ColorMap map, const Colors& theme);
/// An image as it is drawn with `theme`. Where that is grey, one that mapped() made has its values in the map `Grey`; any other is as grey
/// as it is bright.
QImage withoutHue(const QImage& image, const Colors& theme);
/// For people, translated.
QString colorMapName(ColorMap map);

}  // namespace sonoglyph
