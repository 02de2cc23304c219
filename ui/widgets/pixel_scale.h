// Small pictures made large: smooth by Catmull-Rom splines (no diamonds as with bilinear), or with exact pixels. Any thread.
#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>

namespace sonoglyph {

/// `image` must be Grayscale8; the result has `size`.
QImage scaledSmoothly(const QImage& image, QSize size);
/// Every pixel becomes `factor` x `factor`; for files, whose viewers would blur a small picture. Any format, which is kept.
QImage enlarged(const QImage& image, int factor);
/// The largest rectangle of the shape of `picture` in the middle of `area`; with `whole` its pixels have a whole number of device pixels,
/// where at least one fits.
QRectF fitted(QSize picture, const QRectF& area, bool whole, qreal devicePixelRatio);
/// As Grayscale8.
QImage toGrey(const QImage& image);

}  // namespace sonoglyph
