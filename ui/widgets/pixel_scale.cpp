#include "ui/widgets/pixel_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sonoglyph {

namespace {

struct Tap {
    std::array<int, 4> at;
    std::array<float, 4> weight;
};

// Catmull & Rom 1974 (cubic convolution with a = -0.5), half-pixel centres, edges repeated.
std::vector<Tap> taps(int from, int to)
{
    std::vector<Tap> all{std::size_t(to)};
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * from / to - 0.5;
        const int base = int(std::floor(centre));
        const float t = float(centre - base);
        Tap& tap = all[std::size_t(i)];
        tap.weight = {t * (-0.5f + t * (1.0f - 0.5f * t)), 1.0f + t * t * (-2.5f + 1.5f * t), t * (0.5f + t * (2.0f - 1.5f * t)),
                      t * t * (-0.5f + 0.5f * t)};
        for (int k = 0; k < 4; ++k) tap.at[std::size_t(k)] = std::clamp(base - 1 + k, 0, from - 1);
    }
    return all;
}

}  // namespace

QImage scaledSmoothly(const QImage& image, QSize size)
{
    if (image.isNull() || size.isEmpty()) return {};
    if (size.width() < image.width()) return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const auto across = taps(image.width(), size.width());
    const auto down = taps(image.height(), size.height());
    std::vector<float> wide(std::size_t(image.height()) * std::size_t(size.width()));
    for (int y = 0; y < image.height(); ++y) {
        const uchar* in = image.constScanLine(y);
        float* out = wide.data() + std::size_t(y) * std::size_t(size.width());
        for (const Tap& tap : across) {
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k) sum += tap.weight[k] * in[tap.at[k]];
            *out++ = sum;
        }
    }
    QImage result(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        const Tap& tap = down[std::size_t(y)];
        std::array<const float*, 4> rows;
        for (std::size_t k = 0; k < 4; ++k) rows[k] = wide.data() + std::size_t(tap.at[k]) * std::size_t(size.width());
        uchar* out = result.scanLine(y);
        for (int x = 0; x < size.width(); ++x) {
            const float sum =
                tap.weight[0] * rows[0][x] + tap.weight[1] * rows[1][x] + tap.weight[2] * rows[2][x] + tap.weight[3] * rows[3][x];
            out[x] = uchar(std::clamp(sum + 0.5f, 0.0f, 255.0f));
        }
    }
    return result;
}

QImage enlarged(const QImage& image, int factor)
{
    return image.scaled(image.size() * std::max(1, factor), Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

QRectF fitted(QSize picture, const QRectF& area, bool whole, qreal devicePixelRatio)
{
    if (picture.isEmpty() || area.isEmpty()) return {};
    double factor = std::min(area.width() / picture.width(), area.height() / picture.height());
    if (whole && factor * devicePixelRatio >= 1) factor = std::floor(factor * devicePixelRatio + 1e-6) / devicePixelRatio;
    QRectF result(QPointF(), QSizeF(picture) * factor);
    result.moveCenter(area.center());
    if (whole) {
        const auto snap = [devicePixelRatio](double v) { return std::round(v * devicePixelRatio) / devicePixelRatio; };
        result.moveTo(snap(result.x()), snap(result.y()));
    }
    return result;
}

QImage toGrey(const QImage& image)
{
    return image.isNull() || image.format() == QImage::Format_Grayscale8 ? image : image.convertToFormat(QImage::Format_Grayscale8);
}

}  // namespace sonoglyph
