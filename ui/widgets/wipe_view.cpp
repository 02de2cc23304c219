#include "ui/widgets/wipe_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

WipeView::WipeView(QWidget* parent) : FigureView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setToolTip(tr("Drag the edge between the two images. A double click puts it back into the middle."));
    describe();
}

QString WipeView::kindOfFigure() const { return tr("Two images, wiped"); }

void WipeView::setImages(const QImage& first, const QImage& second)
{
    figure_.first = toGrey(first);
    figure_.second = toGrey(second);
    describe();
    update();
}

void WipeView::setNames(const QString& first, const QString& second)
{
    figure_.firstName = first;
    figure_.secondName = second;
    describe();
    update();
}

void WipeView::setEdge(double edge)
{
    figure_.edge = std::clamp(edge, 0.0, 1.0);
    describe();
    update();
}

QRectF WipeView::imageArea() const { return WipeFigure::imageIn(rect(), QFontMetricsF(smallFont()).height()); }

void WipeView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    figure_.paintWipe(painter, rect(), colors());
    paintFocus(painter, imageArea());
}

void WipeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return FigureView::mousePressEvent(event);
    mouseMoveEvent(event);
}

void WipeView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton)) return;
    const QRectF place = imageArea();
    if (place.width() > 0) setEdge((event->position().x() - place.left()) / place.width());
}

void WipeView::mouseDoubleClickEvent(QMouseEvent*) { setEdge(0.5); }

void WipeView::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 0.01 : 0.05;
    switch (event->key()) {
    case Qt::Key_Left:
        return setEdge(figure_.edge - step);
    case Qt::Key_Right:
        return setEdge(figure_.edge + step);
    case Qt::Key_Home:
        return setEdge(0.5);
    default:
        FigureView::keyPressEvent(event);
    }
}

void WipeView::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(tr("%1 left of the edge, %2 right of it; the edge at %3 %")
                                 .arg(figure_.firstName, figure_.secondName)
                                 .arg(qRound(100 * figure_.edge)));
}

}  // namespace sonoglyph
