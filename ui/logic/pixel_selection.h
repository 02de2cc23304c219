// A part of a small image that a person points at: a rectangle, or the piece of a stroke around a pixel. Any thread.
#pragma once

#include <QImage>
#include <QRect>

#include <cstdint>
#include <vector>

namespace sonoglyph {

/// One value a pixel, row by row from the top: not 0 where it is selected. Empty: nothing is selected.
using PixelMask = std::vector<std::uint8_t>;

/// The pixels of a width x height image in `area`; empty where there are none.
PixelMask pixelsIn(const QRect& area, int width, int height);

/// The bright pixels of a Grayscale8 image that hang together with `at` and lie no farther from it than a stroke is long (a fifth of the
/// image's width); empty where `at` is dark or outside.
PixelMask strokeAt(const QImage& image, QPoint at);

}  // namespace sonoglyph
