#include "ui/widgets/wipe_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

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
    first_ = toGrey(first);
    second_ = toGrey(second);
    describe();
    update();
}

void WipeView::setNames(const QString& first, const QString& second)
{
    firstName_ = first;
    secondName_ = second;
    describe();
    update();
}

void WipeView::setEdge(double edge)
{
    edge_ = std::clamp(edge, 0.0, 1.0);
    describe();
    update();
}

QRectF WipeView::imageIn(const QRectF& area, double line) const
{
    return fitted({28, 28}, area.adjusted(0, line + 2, 0, 0), false, devicePixelRatioF());
}

QRectF WipeView::imageArea() const { return imageIn(rect(), QFontMetricsF(smallFont()).height()); }

void WipeView::paintWipe(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF place = imageIn(area, metrics.height());
    const double at = place.left() + edge_ * place.width();
    const auto draw = [&](const QImage& image, double left, double right) {
        painter.save();
        painter.setClipRect(QRectF(left, place.top(), right - left, place.height()));
        if (image.isNull())
            painter.fillRect(place, theme.mat);
        else
            painter.drawImage(place, print ? enlarged(image, 8) : image);
        painter.restore();
    };
    draw(first_, place.left(), at);
    draw(second_, at, place.right());
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QPointF(at, place.top()), QPointF(at, place.bottom()));
    painter.setPen(theme.secondaryText);
    const QRectF names(place.left(), place.top() - metrics.height() - 2, place.width(), metrics.height());
    const double half = names.width() / 2 - 4;
    painter.drawText(names, Qt::AlignLeft, metrics.elidedText(firstName_, Qt::ElideMiddle, half));
    painter.drawText(names, Qt::AlignRight, metrics.elidedText(secondName_, Qt::ElideMiddle, half));
}

void WipeView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    paintWipe(painter, rect(), colors(), false);
    paintFocus(painter, imageArea());
}

void WipeView::paintFigure(QPainter& painter, const QRectF& area) const { paintWipe(painter, area, printColors(), true); }

QString WipeView::figureCsv() const
{
    if (first_.isNull() || second_.isNull() || first_.size() != second_.size()) return {};
    QString csv = QStringLiteral("row,column,%1,%2\n").arg(csvField(firstName_), csvField(secondName_));
    for (int y = 0; y < first_.height(); ++y)
        for (int x = 0; x < first_.width(); ++x)
            csv += QStringLiteral("%1,%2,%3,%4\n").arg(y).arg(x).arg(first_.constScanLine(y)[x]).arg(second_.constScanLine(y)[x]);
    return csv;
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
        return setEdge(edge_ - step);
    case Qt::Key_Right:
        return setEdge(edge_ + step);
    case Qt::Key_Home:
        return setEdge(0.5);
    default:
        FigureView::keyPressEvent(event);
    }
}

void WipeView::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(
        tr("%1 left of the edge, %2 right of it; the edge at %3 %").arg(firstName_, secondName_).arg(qRound(100 * edge_)));
}

}  // namespace sonoglyph
