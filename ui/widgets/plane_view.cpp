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

constexpr double reach = 10;

QString percent(double share) { return PlaneView::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

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
    figure_.trails = trails;
    for (PlaneTrail& trail : figure_.trails) {
        const auto broken = [](const PlanePoint& p) { return !std::isfinite(p.accuracy) || !std::isfinite(p.diversity); };
        if (std::any_of(trail.points.begin(), trail.points.end(), broken)) trail = {trail.name, trail.alpha, {}, -1};
        trail.current = std::clamp(trail.current, -1, int(trail.points.size()) - 1);
    }
    if (figure_.current >= figure_.trails.size()) figure_.current = -1;
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
    if (trail == figure_.current) return;
    figure_.current = trail >= 0 && trail < figure_.trails.size() ? trail : -1;
    describe();
    update();
}

void PlaneView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const bool any = std::any_of(figure_.trails.begin(), figure_.trails.end(), [](const PlaneTrail& t) { return !t.points.isEmpty(); });
    if (!any)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        figure_.paintPlane(painter, rect(), colors());
    paintFocus(painter, rect());
}

PlaneView::Spot PlaneView::spotAt(const QPointF& position) const
{
    const PlaneFigure::Scale scale = figure_.scaleFor(rect(), smallNumberFont());
    Spot nearest;
    double best = reach;
    for (int i = 0; i < figure_.trails.size(); ++i) {
        for (int k = 0; k < figure_.trails[i].points.size(); ++k) {
            const QPointF away = scale.place(figure_.trails[i].points[k]) - position;
            // Where dots lie on one another, the present one.
            const double distance = std::hypot(away.x(), away.y()) - (k == figure_.trails[i].current ? 1 : 0);
            if (distance >= best) continue;
            best = distance;
            nearest = {i, k};
        }
    }
    return nearest;
}

QPointF PlaneView::dotOf(int trail) const
{
    const PlaneTrail& t = figure_.trails[trail];
    return t.current < 0 ? QPointF() : figure_.scaleFor(rect(), smallNumberFont()).place(t.points[t.current]);
}

QString PlaneView::readOut(const Spot& spot) const
{
    if (spot.trail < 0) return {};
    const PlaneTrail& trail = figure_.trails[spot.trail];
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
    Q_EMIT chosen(spot.trail, figure_.trails[spot.trail].points[spot.point].epoch);
}

void PlaneView::leaveEvent(QEvent*)
{
    hover_ = {};
    Q_EMIT hovered({});
}

void PlaneView::keyPressEvent(QKeyEvent* event)
{
    const int count = int(figure_.trails.size());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (count == 0 || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right && !enter)) return FigureView::keyPressEvent(event);
    if (!enter) return setCurrent(std::clamp(figure_.current + (event->key() == Qt::Key_Left ? -1 : 1), 0, count - 1));
    if (figure_.current < 0 || figure_.trails[figure_.current].current < 0) return;
    Q_EMIT chosen(figure_.current, figure_.trails[figure_.current].points[figure_.trails[figure_.current].current].epoch);
}

void PlaneView::describe()
{
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int i = 0; i < figure_.trails.size(); ++i)
        if (figure_.trails[i].current >= 0) parts << readOut({i, figure_.trails[i].current});
    if (figure_.current >= 0 && figure_.trails[figure_.current].current >= 0)
        parts.prepend(tr("At %1.").arg(figure_.trails[figure_.current].name));
    setAccessibleDescription(parts.isEmpty() ? emptyText_ : parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
