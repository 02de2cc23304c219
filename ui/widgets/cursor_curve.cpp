#include "ui/widgets/cursor_curve.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace sonoglyph {

CursorCurve::CursorCurve(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString CursorCurve::kindOfFigure() const { return tr("Accuracy"); }

void CursorCurve::setPoints(const QList<CursorCurvePoint>& points)
{
    figure_.points = points;
    setCursor(figure_.cursor);
}

void CursorCurve::setAxes(const QString& x, const QString& y)
{
    figure_.xAxis = x;
    figure_.yAxis = y;
    update();
}

void CursorCurve::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void CursorCurve::setCursor(int x)
{
    figure_.cursor = figure_.points.isEmpty() ? x : std::clamp(x, figure_.points.front().x, figure_.points.back().x);
    describe();
    update();
}

QPointF CursorCurve::placeOf(int x) const
{
    return figure_.points.isEmpty() ? QPointF() : figure_.placeIn(CursorFigure::plotArea(rect(), smallNumberFont()), x, figure_.valueAt(x));
}

void CursorCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    if (figure_.points.isEmpty())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        figure_.paintCurve(painter, rect(), colors());
    paintFocus(painter, rect());
}

void CursorCurve::change(int x)
{
    const int before = figure_.cursor;
    setCursor(x);
    if (figure_.cursor != before) Q_EMIT cursorMoved(figure_.cursor);
}

void CursorCurve::moveTo(const QPointF& position)
{
    const QRectF plot = CursorFigure::plotArea(rect(), smallNumberFont());
    const double share = (position.x() - plot.left()) / std::max(1.0, plot.width());
    change(int(std::lround(figure_.points.front().x + share * (figure_.points.back().x - figure_.points.front().x))));
}

void CursorCurve::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !figure_.points.isEmpty()) moveTo(event->position());
}

void CursorCurve::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && !figure_.points.isEmpty()) moveTo(event->position());
}

void CursorCurve::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !figure_.points.isEmpty()) Q_EMIT cursorReleased();
}

void CursorCurve::keyPressEvent(QKeyEvent* event)
{
    if (figure_.points.isEmpty()) return FigureView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        change(figure_.cursor - 1);
        break;
    case Qt::Key_Right:
        change(figure_.cursor + 1);
        break;
    case Qt::Key_Home:
        change(figure_.points.front().x);
        break;
    case Qt::Key_End:
        change(figure_.points.back().x);
        break;
    default:
        return FigureView::keyPressEvent(event);
    }
    Q_EMIT cursorReleased();
}

void CursorCurve::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(
        figure_.points.isEmpty()
            ? emptyText_
            : tr("%1: %2 %").arg(QString::number(figure_.cursor), QLocale().toString(100 * figure_.valueAt(figure_.cursor), 'f', 1)));
}

}  // namespace sonoglyph
