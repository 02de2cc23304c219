// Thousands of round dots blended into a picture. Any thread.
#pragma once

#include <vector>

#include <QColor>
#include <QImage>
#include <QPointF>

namespace sonoglyph {

class DotRaster {
public:
    /// A dot of `diameter` device pixels, smooth at its edge; odd sizes are sharpest.
    explicit DotRaster(double diameter);
    /// `image` is ARGB32_Premultiplied; `at`: the middle, in its pixels. What lies outside is left out.
    void blend(QImage& image, const QPointF& at, QRgb color) const;

private:
    int side_;
    std::vector<unsigned char> cover_;  ///< 0 to 255, row by row
};

}  // namespace sonoglyph
