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
    points_ = points;
    setCursor(cursor_);
}

void CursorCurve::setAxes(const QString& x, const QString& y)
{
    xAxis_ = x;
    yAxis_ = y;
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
    cursor_ = points_.isEmpty() ? x : std::clamp(x, points_.front().x, points_.back().x);
    describe();
    update();
}

double CursorCurve::valueAt(int x) const
{
    if (points_.isEmpty()) return 0;
    const auto after = std::lower_bound(points_.begin(), points_.end(), x, [](const CursorCurvePoint& p, int at) { return p.x < at; });
    if (after == points_.end()) return points_.back().y;
    if (after->x == x || after == points_.begin()) return after->y;
    const CursorCurvePoint& before = *std::prev(after);
    return before.y + (after->y - before.y) * (x - before.x) / (after->x - before.x);
}

QRectF CursorCurve::plotArea(const QRectF& area, const QFont& font) const
{
    const QFontMetricsF metrics(font);
    return area.adjusted(metrics.horizontalAdvance(QStringLiteral("100 % ")), metrics.height() + 2, -8, -metrics.height() - 4);
}

QPointF CursorCurve::placeIn(const QRectF& plot, double x, double y) const
{
    const double first = points_.front().x, wide = std::max(1.0, double(points_.back().x) - first);
    return {plot.left() + (x - first) / wide * plot.width(), plot.bottom() - y * plot.height()};
}

QPointF CursorCurve::placeOf(int x) const
{
    return points_.isEmpty() ? QPointF() : placeIn(plotArea(rect(), smallNumberFont()), x, valueAt(x));
}

void CursorCurve::paintCurve(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const QRectF plot = plotArea(area, painter.font());
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(theme.hairline);
    for (const double y : {0.0, 0.5, 1.0}) painter.drawLine(placeIn(plot, points_.front().x, y), placeIn(plot, points_.back().x, y));
    painter.setPen(theme.secondaryText);
    for (const double y : {0.0, 0.5, 1.0}) {
        const QPointF at = placeIn(plot, points_.front().x, y);
        painter.drawText(QRectF(area.left(), at.y() - line / 2, plot.left() - area.left() - 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(int(100 * y)));
    }
    painter.drawText(QRectF(plot.left(), area.top(), plot.width(), line), Qt::AlignLeft, yAxis_);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignLeft, QString::number(points_.front().x));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignHCenter, xAxis_);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignRight, QString::number(points_.back().x));

    QPolygonF curve, band;
    for (const CursorCurvePoint& p : points_) {
        curve << placeIn(plot, p.x, p.y);
        band << placeIn(plot, p.x, p.high);
    }
    for (auto p = points_.rbegin(); p != points_.rend(); ++p) band << placeIn(plot, p->x, p->low);
    QColor fill = seriesColor(0, theme);
    fill.setAlphaF(0.2f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(band);
    painter.setPen(QPen(seriesColor(0, theme), 1.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);

    const QPointF at = placeIn(plot, cursor_, valueAt(cursor_));
    painter.setPen(QPen(theme.accent, 1));
    painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    painter.setBrush(theme.accent);
    painter.drawEllipse(at, 3.5, 3.5);
    painter.setPen(theme.accent);
    painter.drawText(QRectF(plot.left(), area.top(), plot.width(), line), Qt::AlignRight,
                     tr("%1: %2 %").arg(QString::number(cursor_), QLocale().toString(100 * valueAt(cursor_), 'f', 1)));
}

void CursorCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    if (points_.isEmpty())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintCurve(painter, rect(), colors());
    paintFocus(painter, rect());
}

void CursorCurve::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!points_.isEmpty()) paintCurve(painter, area.adjusted(2, 2, -2, -2), printColors());
}

QString CursorCurve::figureCsv() const
{
    if (points_.isEmpty()) return {};
    QString csv = QStringLiteral("x,y,low,high\n");
    for (const CursorCurvePoint& p : points_)
        csv += QStringLiteral("%1,%2,%3,%4\n").arg(p.x).arg(p.y, 0, 'g', 7).arg(p.low, 0, 'g', 7).arg(p.high, 0, 'g', 7);
    return csv;
}

void CursorCurve::change(int x)
{
    const int before = cursor_;
    setCursor(x);
    if (cursor_ != before) Q_EMIT cursorMoved(cursor_);
}

void CursorCurve::moveTo(const QPointF& position)
{
    const QRectF plot = plotArea(rect(), smallNumberFont());
    const double share = (position.x() - plot.left()) / std::max(1.0, plot.width());
    change(int(std::lround(points_.front().x + share * (points_.back().x - points_.front().x))));
}

void CursorCurve::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !points_.isEmpty()) moveTo(event->position());
}

void CursorCurve::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && !points_.isEmpty()) moveTo(event->position());
}

void CursorCurve::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !points_.isEmpty()) Q_EMIT cursorReleased();
}

void CursorCurve::keyPressEvent(QKeyEvent* event)
{
    if (points_.isEmpty()) return FigureView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        change(cursor_ - 1);
        break;
    case Qt::Key_Right:
        change(cursor_ + 1);
        break;
    case Qt::Key_Home:
        change(points_.front().x);
        break;
    case Qt::Key_End:
        change(points_.back().x);
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
        points_.isEmpty() ? emptyText_ : tr("%1: %2 %").arg(QString::number(cursor_), QLocale().toString(100 * valueAt(cursor_), 'f', 1)));
}

}  // namespace sonoglyph
