#include "ui/logic/pixel_selection.h"

namespace sonoglyph {

namespace {

constexpr int bright = 77;           // of 255: three tenths
constexpr double strokeShare = 0.2;  // of the width: 5 pixels of 28

}  // namespace

PixelMask pixelsIn(const QRect& area, int width, int height)
{
    const QRect part = area.intersected(QRect(0, 0, width, height));
    if (part.isEmpty()) return {};
    PixelMask mask(std::size_t(width) * std::size_t(height));
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) mask[std::size_t(y * width + x)] = 1;
    return mask;
}

PixelMask strokeAt(const QImage& image, QPoint at)
{
    const auto isBright = [&image](QPoint p) { return image.valid(p) && image.constScanLine(p.y())[p.x()] >= bright; };
    if (!isBright(at)) return {};
    const int reach = std::max(1, int(image.width() * strokeShare));
    PixelMask mask(std::size_t(image.width()) * std::size_t(image.height()));
    std::vector<QPoint> open{at};
    while (!open.empty()) {
        const QPoint p = open.back();
        open.pop_back();
        const QPoint away = p - at;
        auto& taken = mask[std::size_t(p.y() * image.width() + p.x())];
        if (taken != 0 || QPoint::dotProduct(away, away) > reach * reach) continue;
        taken = 1;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if (isBright(p + QPoint(dx, dy))) open.push_back(p + QPoint(dx, dy));
    }
    return mask;
}

}  // namespace sonoglyph
