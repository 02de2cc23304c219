#include "ui/widgets/plane_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double dot = 5, point = 2, reach = 10;

QString percent(double share) { return PlaneView::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

/// `low` and `high` with a margin, at least `least` apart.
void widen(double& low, double& high, double least)
{
    const double margin = std::max(0.12 * (high - low), (least - (high - low)) / 2);
    low -= margin;
    high += margin;
}

/// Beside a dot, where nothing is yet: right, left, then further above and below; right of it where nowhere is room.
QRectF freePlace(const QPointF& at, const QSizeF& size, const QRectF& plot, const QList<QRectF>& taken)
{
    const double right = at.x() + dot + 4, left = at.x() - dot - 4 - size.width(), middle = at.y() - size.height() / 2;
    for (const double rows : {0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0}) {
        for (const double x : {right, left}) {
            const QRectF box(QPointF(x, middle + rows * size.height() * 0.9), size);
            const auto touches = [&box](const QRectF& other) { return box.adjusted(0, 2, 0, -2).intersects(other); };
            if (plot.contains(box) && std::none_of(taken.begin(), taken.end(), touches)) return box;
        }
    }
    return {QPointF(right, middle), size};
}

}  // namespace

PlaneView::PlaneView(QWidget* parent) : FigureView(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString PlaneView::kindOfFigure() const { return tr("Consistency and diversity"); }

void PlaneView::setTrails(const QList<PlaneTrail>& trails)
{
    trails_ = trails;
    for (PlaneTrail& trail : trails_) {
        const auto broken = [](const PlanePoint& p) { return !std::isfinite(p.accuracy) || !std::isfinite(p.diversity); };
        if (std::any_of(trail.points.begin(), trail.points.end(), broken)) trail = {trail.name, trail.color, {}, -1};
        trail.current = std::clamp(trail.current, -1, int(trail.points.size()) - 1);
    }
    if (current_ >= trails_.size()) current_ = -1;
    hover_ = {};
    describe();
    update();
}

void PlaneView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void PlaneView::setCurrent(int trail)
{
    if (trail == current_) return;
    current_ = trail >= 0 && trail < trails_.size() ? trail : -1;
    describe();
    update();
}

QPointF PlaneView::Scale::place(const PlanePoint& p) const
{
    return {plot.left() + plot.width() * (p.diversity - lowX) / (highX - lowX),
            plot.bottom() - plot.height() * (p.accuracy - lowY) / (highY - lowY)};
}

PlaneView::Scale PlaneView::scaleFor(const QRectF& area, const QFont& font) const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Scale scale;
    scale.lowX = scale.lowY = infinity;
    scale.highX = scale.highY = -infinity;
    for (const PlaneTrail& trail : trails_) {
        for (const PlanePoint& p : trail.points) {
            scale.lowX = std::min(scale.lowX, p.diversity);
            scale.highX = std::max(scale.highX, p.diversity);
            scale.lowY = std::min(scale.lowY, p.accuracy);
            scale.highY = std::max(scale.highY, p.accuracy);
        }
    }
    if (scale.lowX > scale.highX) {
        scale.lowX = scale.lowY = 0;
        scale.highX = 0.05;
        scale.highY = 1;
    }
    widen(scale.lowX, scale.highX, 0.01);
    widen(scale.lowY, scale.highY, 0.02);
    scale.lowX = std::max(scale.lowX, 0.0);
    scale.lowY = std::max(scale.lowY, 0.0);
    const QFontMetricsF metrics(font);
    const double left = metrics.horizontalAdvance(QStringLiteral("100.0 %")) + 6, below = 2 * metrics.height() + 4;
    scale.plot = area.adjusted(left, metrics.height() + 4, -10, -below);
    return scale;
}

void PlaneView::paintAxes(QPainter& painter, const Scale& scale, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF& plot = scale.plot;
    const double stepX = niceStep(scale.highX - scale.lowX, std::max(2, int(plot.width() / 64)));
    const double stepY = niceStep(100 * (scale.highY - scale.lowY), std::max(2, int(plot.height() / 40)));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double x : niceTicks(scale.lowX, scale.highX, std::max(2, int(plot.width() / 64)))) {
        const double at = scale.place({0, scale.lowY, x}).x();
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(at - 40, plot.bottom() + 3, 80, metrics.height()), Qt::AlignHCenter, tickText(x, stepX));
    }
    for (const double y : niceTicks(100 * scale.lowY, 100 * scale.highY, std::max(2, int(plot.height() / 40)))) {
        const double at = scale.place({0, y / 100, scale.lowX}).y();
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(plot.left() - 86, at - metrics.height() / 2, 80, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(tickText(y, stepY)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(plot.left(), plot.bottom() + metrics.height() + 3, plot.width(), metrics.height()), Qt::AlignRight,
                     metrics.elidedText(tr("diverse →  (deviation of a pixel within a digit)"), Qt::ElideRight, plot.width()));
    painter.drawText(QRectF(0, plot.top() - metrics.height() - 3, plot.right(), metrics.height()), Qt::AlignLeft,
                     metrics.elidedText(tr("↑ consistent  (read right by LeNet-5)"), Qt::ElideRight, plot.right()));
}

void PlaneView::paintNames(QPainter& painter, const Scale& scale, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> taken;
    for (int i = 0; i < trails_.size(); ++i) {
        if (trails_[i].current < 0) continue;
        const QPointF at = scale.place(trails_[i].points[trails_[i].current]);
        taken << QRectF(at.x() - dot, at.y() - dot, 2 * dot, 2 * dot);
    }
    for (int i = 0; i < trails_.size(); ++i) {
        if (trails_[i].current < 0) continue;
        const QString name = metrics.elidedText(trails_[i].name, Qt::ElideMiddle, scale.plot.width() / 2);
        const QSizeF size(metrics.horizontalAdvance(name) + 2, metrics.height());
        const QPointF at = scale.place(trails_[i].points[trails_[i].current]);
        const QRectF box = freePlace(at, size, scale.plot, taken);
        taken << box;
        if (std::abs(box.center().y() - at.y()) > 1) {
            painter.setPen(QPen(mixed(theme.surface, trails_[i].color, 0.6), 1));
            painter.drawLine(at, QPointF(box.center().x() > at.x() ? box.left() - 1 : box.right() + 1, box.center().y()));
        }
        painter.setPen(i == current_ ? theme.text : theme.secondaryText);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, name);
    }
}

void PlaneView::paintPlane(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    const Scale scale = scaleFor(area, painter.font());
    paintAxes(painter, scale, theme);
    for (int i = 0; i < trails_.size(); ++i) {
        const PlaneTrail& trail = trails_[i];
        QPolygonF line;
        for (const PlanePoint& p : trail.points) line << scale.place(p);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mixed(theme.surface, trail.color, 0.6), i == current_ ? 2 : 1.25));
        painter.drawPolyline(line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(trail.color);
        for (const QPointF& p : line) painter.drawEllipse(p, point, point);
        if (trail.current < 0) continue;
        const QPointF at = line[trail.current];
        painter.drawEllipse(at, dot, dot);
        if (i != current_) continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawEllipse(at, dot + 2.5, dot + 2.5);
    }
    paintNames(painter, scale, theme);
}

void PlaneView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const bool any = std::any_of(trails_.begin(), trails_.end(), [](const PlaneTrail& t) { return !t.points.isEmpty(); });
    if (!any)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintPlane(painter, rect(), colors());
    paintFocus(painter, rect());
}

void PlaneView::paintFigure(QPainter& painter, const QRectF& area) const { paintPlane(painter, area, printColors()); }

QString PlaneView::figureCsv() const
{
    QString csv;
    for (const PlaneTrail& trail : trails_)
        for (const PlanePoint& p : trail.points)
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(trail.name), QString::number(p.epoch), QString::number(p.accuracy, 'g', 8),
                            QString::number(p.diversity, 'g', 8));
    return csv.isEmpty() ? csv : QStringLiteral("model,epoch,accuracy,diversity\n") + csv;
}

PlaneView::Spot PlaneView::spotAt(const QPointF& position) const
{
    const Scale scale = scaleFor(rect(), smallNumberFont());
    Spot nearest;
    double best = reach;
    for (int i = 0; i < trails_.size(); ++i) {
        for (int k = 0; k < trails_[i].points.size(); ++k) {
            const QPointF away = scale.place(trails_[i].points[k]) - position;
            // Where dots lie on one another, the present one.
            const double distance = std::hypot(away.x(), away.y()) - (k == trails_[i].current ? 1 : 0);
            if (distance >= best) continue;
            best = distance;
            nearest = {i, k};
        }
    }
    return nearest;
}

QPointF PlaneView::dotOf(int trail) const
{
    const PlaneTrail& t = trails_[trail];
    return t.current < 0 ? QPointF() : scaleFor(rect(), smallNumberFont()).place(t.points[t.current]);
}

QString PlaneView::readOut(const Spot& spot) const
{
    if (spot.trail < 0) return {};
    const PlaneTrail& trail = trails_[spot.trail];
    const PlanePoint& p = trail.points[spot.point];
    return tr("%1, epoch %2: accuracy %3, diversity %4")
        .arg(trail.name, QString::number(p.epoch), percent(p.accuracy), QLocale().toString(p.diversity, 'f', 4));
}

void PlaneView::mouseMoveEvent(QMouseEvent* event)
{
    const Spot spot = spotAt(event->position());
    if (spot == hover_) return;
    hover_ = spot;
    setCursor(spot.trail >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT hovered(readOut(spot));
}

void PlaneView::mouseReleaseEvent(QMouseEvent* event)
{
    const Spot spot = spotAt(event->position());
    if (event->button() != Qt::LeftButton || spot.trail < 0) return;
    setCurrent(spot.trail);
    Q_EMIT chosen(spot.trail, trails_[spot.trail].points[spot.point].epoch);
}

void PlaneView::leaveEvent(QEvent*)
{
    hover_ = {};
    Q_EMIT hovered({});
}

void PlaneView::keyPressEvent(QKeyEvent* event)
{
    const int count = int(trails_.size());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (count == 0 || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right && !enter)) return FigureView::keyPressEvent(event);
    if (!enter) return setCurrent(std::clamp(current_ + (event->key() == Qt::Key_Left ? -1 : 1), 0, count - 1));
    if (current_ < 0 || trails_[current_].current < 0) return;
    Q_EMIT chosen(current_, trails_[current_].points[trails_[current_].current].epoch);
}

void PlaneView::describe()
{
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int i = 0; i < trails_.size(); ++i)
        if (trails_[i].current >= 0) parts << readOut({i, trails_[i].current});
    if (current_ >= 0 && trails_[current_].current >= 0) parts.prepend(tr("At %1.").arg(trails_[current_].name));
    setAccessibleDescription(parts.isEmpty() ? emptyText_ : parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
