// How hands move the chart: pointer, wheel and keys.
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_chart.h"
#include "ui/widgets/curve_painter.h"
#include "ui/widgets/curve_readout.h"

namespace sonoglyph {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kNear = 12;     // pixels between a click and a curve
constexpr double kLeast = 1e-6;  // of the values: a view is not made shorter
constexpr int kOneTurn = 600;    // milliseconds: wheel steps that follow each other so fast are one

}  // namespace

void CurveChart::moveCrosshair(const std::optional<double>& x)
{
    if (x || crosshair_) update();
    if (crosshair_ == x) return;
    crosshair_ = x;
    Q_EMIT crosshairMoved();
}

void CurveChart::stepCrosshair(int direction)
{
    const CurveRange range = shownRange(Qt::Horizontal);
    double last = range.low;
    for (int i = 0; i < plot_.size(); ++i) {
        if (plot_.isShown(i)) last = std::max(last, plot_[i].raw.back().x());
    }
    last = std::min(last, range.high);
    pointerY_ = -1;
    const CurveScale& x = painter_->x();
    const double pixel = x.toPixel(crosshair_.value_or(last)) + direction * std::max(1.0, painter_->plotArea().width() / 100);
    moveCrosshair(std::clamp(x.toValue(pixel), range.low, last));
}

void CurveChart::changeView(const std::optional<CurveRange>& view, bool remember)
{
    if (view == plot_.xView) return;
    if (view) {
        const double least = kLeast * std::max(std::abs(view->low), std::abs(view->high));
        if (!std::isfinite(view->low) || !std::isfinite(view->high) || !(view->high - view->low > least)) return;
    }
    if (remember) back_.append(plot_.xView);
    plot_.xView = view;
    redraw();
    Q_EMIT viewChanged();
}

void CurveChart::zoom(double factor)
{
    if (plot_.empty()) return;
    const QRectF& area = painter_->plotArea();
    const double at = crosshair_ ? painter_->x().toPixel(*crosshair_) : area.center().x();
    changeView(painter_->x().zoomed(at, 1 / factor), true);
}

void CurveChart::goBack()
{
    if (!back_.isEmpty()) changeView(back_.takeLast(), false);
}

void CurveChart::showEverything()
{
    plot_.yView.reset();
    redraw();
    changeView({}, true);
}

void CurveChart::click(double y)
{
    if (!crosshair_) return;
    const CurveReadout readout(plot_, *painter_, *crosshair_);
    const int row = y < 0 ? (readout.rows().isEmpty() ? -1 : 0) : readout.nearest(y);
    if (row < 0 || (y >= 0 && std::abs(readout.dot(readout.rows()[row]).y() - y) > kNear)) return;
    Q_EMIT clicked(readout.rows()[row].curve, readout.rows()[row].x);
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    const bool moves = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
    if (plot_.empty() || (event->button() != Qt::LeftButton && !moves)) return FigureView::mousePressEvent(event);
    drag_ = Drag{event->position().x(), event->position().x(), moves, false};
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF& area = painter_->plotArea();
    const QPointF at = event->position();
    pointerY_ = at.y();
    const bool inside = area.adjusted(-kGrid, 0, kGrid, kGrid).contains(at) && !plot_.empty();
    moveCrosshair(inside ? std::optional(painter_->x().toValue(std::clamp(at.x(), area.left(), area.right()))) : std::nullopt);
    if (!drag_) return;
    if (!drag_->begun && std::abs(at.x() - drag_->from) >= QApplication::startDragDistance()) {
        drag_->begun = true;
        if (drag_->moves) back_.append(plot_.xView);
    }
    if (drag_->moves && drag_->begun) changeView(painter_->x().moved(drag_->to - at.x()), false);
    drag_->to = std::clamp(at.x(), area.left(), area.right());
    update();
}

void CurveChart::mouseReleaseEvent(QMouseEvent* event)
{
    const std::optional<Drag> drag = std::exchange(drag_, std::nullopt);
    update();
    if (!drag || drag->moves) return;
    if (!drag->begun) return click(event->position().y());
    const CurveScale& x = painter_->x();
    changeView(CurveRange{x.toValue(std::min(drag->from, drag->to)), x.toValue(std::max(drag->from, drag->to))}, true);
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent*) { showEverything(); }

void CurveChart::wheelEvent(QWheelEvent* event)
{
    if (plot_.empty()) return FigureView::wheelEvent(event);
    const QPointF delta = event->angleDelta();
    const double turns = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
    const bool along = event->modifiers().testFlag(Qt::ShiftModifier) || delta.y() == 0;
    const bool first = !sinceWheel_.isValid() || sinceWheel_.elapsed() > kOneTurn;
    sinceWheel_.start();
    const QRectF& area = painter_->plotArea();
    if (event->position().x() < area.left() && !along) {
        plot_.yView = painter_->y().zoomed(std::clamp(event->position().y(), area.top(), area.bottom()), std::pow(kZoomStep, -turns));
        redraw();
    } else if (along) {
        changeView(painter_->x().moved(-turns * area.width() / 10), first);
    } else {
        const double at = std::clamp(event->position().x(), area.left(), area.right());
        changeView(painter_->x().zoomed(at, std::pow(kZoomStep, -turns)), first);
    }
    event->accept();
}

bool CurveChart::event(QEvent* event)
{
    // Backspace and Home are somebody's shortcut elsewhere; here they are the chart's.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_Backspace || key == Qt::Key_Plus || key == Qt::Key_Minus) event->accept();
    }
    return FigureView::event(event);
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const bool along = event->modifiers().testFlag(Qt::ShiftModifier);
    const double tenth = painter_->plotArea().width() / 10;
    switch (plot_.empty() ? 0 : event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (along)
            changeView(painter_->x().moved(direction * tenth), !event->isAutoRepeat());
        else
            stepCrosshair(direction);
        return;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kZoomStep * kZoomStep);
    case Qt::Key_Minus:
        return zoom(1 / (kZoomStep * kZoomStep));
    case Qt::Key_Backspace:
        return goBack();
    case Qt::Key_Home:
        return showEverything();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return click(-1);
    default:
        FigureView::keyPressEvent(event);
    }
}

void CurveChart::leaveEvent(QEvent*) { moveCrosshair({}); }

}  // namespace sonoglyph
