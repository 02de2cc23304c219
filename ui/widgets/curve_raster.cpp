#include "ui/widgets/curve_raster.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

constexpr float kSide = 0.45f;  // how much of a line's width shows in the columns beside its own
constexpr float kTall = 16;     // half widths: noise that fills a column so far has no sides to be seen

QRgb mixedPixel(QRgb under, QRgb over, unsigned share)  // share: 0 to 256
{
    const unsigned rest = 256 - share;
    const unsigned redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * share) >> 8;
    const unsigned green = ((under & 0x00ff00) * rest + (over & 0x00ff00) * share) >> 8;
    return 0xff000000u | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/// Where a dashed line is on.
class Dash {
public:
    Dash(const QList<qreal>& pattern, double width)
    {
        for (const qreal part : pattern) {
            lengths_.append(part * width);
            total_ += part * width;
        }
    }
    /// Goes on by `length`; whether the line is on there.
    bool advance(double length)
    {
        if (lengths_.isEmpty()) return true;
        at_ = std::fmod(at_ + length, total_);
        double rest = at_;
        for (qsizetype i = 0; i < lengths_.size(); ++i) {
            if (rest < lengths_[i]) return i % 2 == 0;
            rest -= lengths_[i];
        }
        return true;
    }

private:
    QList<double> lengths_;
    double total_ = 0, at_ = 0;
};

}  // namespace

CurveRaster::CurveRaster(const QSize& size, const QColor& background)
    : width_(size.width()), height_(size.height()), pixels_(std::size_t(width_) * std::size_t(height_), background.rgb())
{
}

void CurveRaster::blend(int column, float top, float bottom, QRgb color, float opacity)
{
    top = std::max(top, 0.0f);
    bottom = std::min(bottom, float(height_));
    if (!(top < bottom)) return;
    const int first = int(top), last = std::min(int(bottom), height_ - 1);
    QRgb* pixels = pixels_.data() + std::size_t(column) * std::size_t(height_);
    const auto put = [&](int row, float covered) { pixels[row] = mixedPixel(pixels[row], color, unsigned(covered * opacity * 256)); };
    if (first == last) return put(first, bottom - top);
    put(first, float(first + 1) - top);
    const auto share = unsigned(opacity * 256);
    if (share >= 256)
        std::fill(pixels + first + 1, pixels + last, color);
    else
        for (int row = first + 1; row < last; ++row) pixels[row] = mixedPixel(pixels[row], color, share);
    put(last, bottom - float(last));
}

void CurveRaster::drawRow(int row, const QColor& color)
{
    if (row < 0 || row >= height_) return;
    for (std::size_t i = std::size_t(row); i < pixels_.size(); i += std::size_t(height_)) pixels_[i] = color.rgb();
}

template <int Repeat>
void CurveRaster::copyTo(QImage& image) const
{
    constexpr int block = 16;  // of columns and rows that are in the cache together
    auto* out = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    for (int left = 0; left < width_; left += block) {
        const int right = std::min(left + block, width_);
        for (int top = 0; top < height_; top += block) {
            const int bottom = std::min(top + block, height_);
            for (int row = top; row < bottom; ++row) {
                const QRgb* from = pixels_.data() + qsizetype(left) * height_ + row;
                QRgb* to = out + row * stride + qsizetype(left) * Repeat;
                for (int column = left; column < right; ++column, from += height_, to += Repeat)
                    for (int i = 0; i < Repeat; ++i) to[i] = *from;
            }
        }
    }
}

QImage CurveRaster::image(bool twiceAsWide) const
{
    QImage image(twiceAsWide ? 2 * width_ : width_, height_, QImage::Format_RGB32);
    if (twiceAsWide)
        copyTo<2>(image);
    else
        copyTo<1>(image);
    return image;
}

void CurveRaster::drawLine(const std::vector<CurveSpan>& spans, const QColor& color, double width, const QList<qreal>& dash)
{
    const QRgb rgb = color.rgb();
    const auto half = float(width / 2), tall = kTall * half;
    const int columns = std::min(width_, int(spans.size()));
    Dash dashes(dash, width);
    CurveSpan before;
    for (int column = 0; column < columns; ++column) {
        const CurveSpan span = spans[std::size_t(column)];
        if (span.empty()) {
            before = span;
            continue;
        }
        const float climb = before.empty() ? 0 : span.middle() - before.middle();
        // Noise is not dashed: its gaps would look like stripes.
        const bool isTall = span.bottom - span.top >= tall;
        if (dash.isEmpty() || dashes.advance(std::sqrt(1 + double(climb) * climb)) || isTall) {
            if (!isTall) {
                CurveSpan wide = span;
                wide.take(before);
                if (column + 1 < columns) wide.take(spans[std::size_t(column) + 1]);
                if (wide.top < span.top) blend(column, wide.top - half, span.top - half, rgb, kSide);
                if (wide.bottom > span.bottom) blend(column, span.bottom + half, wide.bottom + half, rgb, kSide);
            }
            blend(column, span.top - half, span.bottom + half, rgb, 1);
        }
        before = span;
    }
}

void CurveRaster::fill(const std::vector<CurveSpan>& spans, const QColor& color, double opacity)
{
    const int columns = std::min(width_, int(spans.size()));
    for (int column = 0; column < columns; ++column) {
        const CurveSpan& span = spans[std::size_t(column)];
        if (!span.empty()) blend(column, span.top, span.bottom, color.rgb(), float(opacity));
    }
}

QList<QPolygonF> polylines(const std::vector<CurveSpan>& spans, double columnsAPoint)
{
    QList<QPolygonF> lines;
    bool open = false;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const CurveSpan& span = spans[i];
        if (span.empty()) {
            open = false;
            continue;
        }
        if (!open) lines.append(QPolygonF());
        open = true;
        QPolygonF& line = lines.last();
        const double x = (double(i) + 0.5) / columnsAPoint;
        if (span.bottom - span.top < columnsAPoint) {
            line.append(QPointF(x, span.middle() / columnsAPoint));
        } else {
            const bool downwards = line.isEmpty() || line.last().y() * columnsAPoint <= span.middle();
            line.append(QPointF(x, (downwards ? span.top : span.bottom) / columnsAPoint));
            line.append(QPointF(x, (downwards ? span.bottom : span.top) / columnsAPoint));
        }
    }
    return lines;
}

}  // namespace sonoglyph
