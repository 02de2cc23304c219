// Perceptually uniform colour maps for spectrograms and matrices, and a diverging one for differences. Any thread.
//
// magma, viridis: Smith & van der Walt (matplotlib, CC0); cividis: Nunez, Anderton & Renslow 2018 (matplotlib, CC0).
#pragma once

#include <QImage>
#include <QRgb>
#include <QString>

#include <array>
#include <span>

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
/// All 256 entries, for Format_Indexed8 images.
const std::array<QRgb, 256>& colorTable(ColorMap map);
/// For people, translated.
QString colorMapName(ColorMap map);

}  // namespace sonoglyph
