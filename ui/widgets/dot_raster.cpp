#include "ui/widgets/dot_raster.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

DotRaster::DotRaster(double diameter) : side_(int(std::ceil(diameter)) | 1), cover_(std::size_t(side_) * std::size_t(side_))
{
    const double middle = (side_ - 1) / 2.0, radius = diameter / 2;
    for (int y = 0; y < side_; ++y)
        for (int x = 0; x < side_; ++x) {
            const double inside = std::clamp(radius + 0.5 - std::hypot(x - middle, y - middle), 0.0, 1.0);
            cover_[std::size_t(y * side_ + x)] = static_cast<unsigned char>(std::lround(255 * inside));
        }
}

void DotRaster::blend(QImage& image, const QPointF& at, QRgb color) const
{
    const int left = int(std::lround(at.x())) - side_ / 2, top = int(std::lround(at.y())) - side_ / 2;
    const int fromX = std::max(0, -left), toX = std::min(side_, image.width() - left);
    const int fromY = std::max(0, -top), toY = std::min(side_, image.height() - top);
    if (fromX >= toX || fromY >= toY) return;
    const unsigned red = unsigned(qRed(color)), green = unsigned(qGreen(color)), blue = unsigned(qBlue(color)),
                   alpha = unsigned(qAlpha(color));
    for (int y = fromY; y < toY; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(top + y));
        const unsigned char* cover = cover_.data() + std::size_t(y * side_);
        for (int x = fromX; x < toX; ++x) {
            const unsigned a = cover[x] * alpha / 255;
            if (a == 0) continue;
            QRgb& pixel = line[left + x];
            const unsigned rest = 255 - a;
            pixel = qRgba(int((red * a + unsigned(qRed(pixel)) * rest) / 255), int((green * a + unsigned(qGreen(pixel)) * rest) / 255),
                          int((blue * a + unsigned(qBlue(pixel)) * rest) / 255), int(a + unsigned(qAlpha(pixel)) * rest / 255));
        }
    }
}

}  // namespace sonoglyph
