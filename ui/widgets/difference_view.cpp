#include "ui/widgets/difference_view.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

DifferenceView::DifferenceView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(kindOfFigure());
}

QString DifferenceView::kindOfFigure() const { return tr("Difference"); }

void DifferenceView::setValues(int width, int height, std::span<const float> values)
{
    values_.clear();
    image_ = QImage();
    if (!values.empty() && values.size() == std::size_t(width) * std::size_t(height)) {
        values_.assign(values.begin(), values.end());
        image_ = QImage(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                image_.setPixel(x, y, colorAt(ColorMap::Difference, (values_[std::size_t(y * width + x)] + 1) / 2));
    }
    update();
}

void DifferenceView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    update();
}

QRectF DifferenceView::gridArea() const { return fitted(image_.size(), QRectF(rect()), true, devicePixelRatioF()); }

void DifferenceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    if (image_.isNull())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        painter.drawImage(gridArea(), image_);
    paintFocus(painter, rect());
}

void DifferenceView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!image_.isNull()) painter.drawImage(fitted(image_.size(), area, false, 1), enlarged(image_, 20));
}

QString DifferenceView::figureCsv() const
{
    QString csv;
    if (image_.isNull()) return csv;
    csv = QStringLiteral("row,column,difference\n");
    for (int y = 0; y < image_.height(); ++y)
        for (int x = 0; x < image_.width(); ++x)
            csv += QStringLiteral("%1,%2,%3\n").arg(y).arg(x).arg(double(values_[std::size_t(y * image_.width() + x)]), 0, 'f', 4);
    return csv;
}

void DifferenceView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = gridArea();
    if (image_.isNull() || !area.contains(event->position())) return Q_EMIT hovered({});
    const double cell = area.width() / image_.width();
    const int x = std::min(image_.width() - 1, int((event->position().x() - area.left()) / cell));
    const int y = std::min(image_.height() - 1, int((event->position().y() - area.top()) / cell));
    const double value = double(values_[std::size_t(y * image_.width() + x)]);
    Q_EMIT hovered(tr("row %1, column %2: %3").arg(y).arg(x).arg((value > 0 ? QStringLiteral("+") : QString()) + numberText(value, 2)));
}

void DifferenceView::leaveEvent(QEvent*) { Q_EMIT hovered({}); }

}  // namespace sonoglyph
