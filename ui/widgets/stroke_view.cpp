#include "ui/widgets/stroke_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace sonoglyph {

void StrokeView::setSelecting(bool selecting)
{
    selecting_ = selecting;
    begun_.reset();
    setSelection({});
    setCursor(selecting ? Qt::CrossCursor : Qt::ArrowCursor);
}

void StrokeView::setSelection(const PixelMask& selection)
{
    selection_ = selection;
    update();
}

void StrokeView::choose(const PixelMask& pixels)
{
    if (pixels == selection_) return;
    setSelection(pixels);
    Q_EMIT selected(pixels);
}

// The border of what is selected: a line between every pixel in it and one that is not.
void StrokeView::paintEvent(QPaintEvent* event)
{
    DigitView::paintEvent(event);
    const int width = image().width(), height = image().height();
    if (image().isNull() || selection_.size() != std::size_t(width) * std::size_t(height)) return;
    const auto in = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && selection_[std::size_t(y * width + x)] != 0;
    };
    const QRectF area = imageArea();
    const double cell = area.width() / width;
    QList<QLineF> lines;
    for (int y = 0; y <= height; ++y) {
        for (int x = 0; x <= width; ++x) {
            const QPointF corner = area.topLeft() + QPointF(x, y) * cell;
            if (in(x, y) != in(x, y - 1)) lines << QLineF(corner, corner + QPointF(cell, 0));
            if (in(x, y) != in(x - 1, y)) lines << QLineF(corner, corner + QPointF(0, cell));
        }
    }
    QPainter painter(this);
    for (const QPen& pen : {QPen(Qt::black, 4, Qt::SolidLine, Qt::SquareCap), QPen(colors().accent, 2, Qt::SolidLine, Qt::SquareCap)}) {
        painter.setPen(pen);
        painter.drawLines(lines);
    }
}

void StrokeView::mousePressEvent(QMouseEvent* event)
{
    if (!selecting_ || event->button() != Qt::LeftButton) return DigitView::mousePressEvent(event);
    begun_ = pixelAt(event->position());
    dragged_ = false;
}

void StrokeView::mouseMoveEvent(QMouseEvent* event)
{
    DigitView::mouseMoveEvent(event);
    const QPoint now = pixelAt(event->position());
    if (!selecting_ || !begun_ || image().isNull() || (now == *begun_ && !dragged_)) return;
    dragged_ = true;
    const QRect box = QRect(QPoint(std::min(begun_->x(), now.x()), std::min(begun_->y(), now.y())),
                            QPoint(std::max(begun_->x(), now.x()), std::max(begun_->y(), now.y())));
    choose(pixelsIn(box, image().width(), image().height()));
}

void StrokeView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!selecting_ || event->button() != Qt::LeftButton) return DigitView::mouseReleaseEvent(event);
    if (begun_ && !dragged_) choose(strokeAt(image(), *begun_));
    begun_.reset();
}

void StrokeView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!selecting_) return DigitView::mouseDoubleClickEvent(event);
    choose({});
}

void StrokeView::keyPressEvent(QKeyEvent* event)
{
    if (!selecting_) return DigitView::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape && !selection_.empty()) return choose({});
    FigureView::keyPressEvent(event);
}

}  // namespace sonoglyph
