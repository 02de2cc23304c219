#include "ui/widgets/curve_inset.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_raster.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

CurveInset::CurveInset(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CurveInset::setPiece(const QList<QPointF>& points, double mark, const QColor& color)
{
    points_.clear();
    points_.append(points);
    mark_ = mark;
    color_ = color;
    update();
}

void CurveInset::paintEvent(QPaintEvent*)
{
    if (points_.size() < 2 || !(points_.back().x() > points_[0].x())) return;
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(this->size()) * ratio).toSize();
    CurveExtent y = points_.extent(points_[0].x(), points_.back().x());
    if (!(y.high > y.low)) y = {y.low - 1, y.high + 1};
    const CurveScale xScale({points_[0].x(), points_.back().x()}, 0, size.width(), false);
    const CurveScale yScale({y.low, y.high}, size.height() - 3 * ratio, 3 * ratio, false);
    std::vector<CurveSpan> spans(std::size_t(size.width()));
    points_.trace(xScale, yScale, spans);
    CurveRaster raster(size, colors().window);
    raster.drawLine(spans, color_, 1.5 * ratio);
    QImage image = raster.image();
    image.setDevicePixelRatio(ratio);
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), image);
    const double at = xScale.toPixel(mark_) / ratio;
    if (!(at >= 0 && at <= width())) return;
    painter.setPen(QPen(colors().secondaryText, 1, Qt::DashLine));
    painter.drawLine(QPointF(std::round(at), 0), QPointF(std::round(at), height()));
}

}  // namespace sonoglyph
