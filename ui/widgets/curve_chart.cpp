#include "ui/widgets/curve_chart.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

#include "ui/widgets/curve_figure.h"
#include "ui/widgets/curve_painter.h"
#include "ui/widgets/curve_readout.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int kRefreshMilliseconds = 40;
constexpr int kFewRows = 3;
constexpr std::chrono::microseconds kSmoothingBudget{4000};

}  // namespace

CurveChart::CurveChart(QWidget* parent)
    : FigureView(parent), painter_(std::make_unique<CurvePainter>(plot_, QRectF(0, 0, 100, 100), smallNumberFont())),
      emptyText_(tr("The curves appear here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    timer_.setSingleShot(true);
    timer_.setInterval(kRefreshMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &CurveChart::redraw);
    describe();
}

CurveChart::~CurveChart() = default;

QString CurveChart::kindOfFigure() const { return plot_.title.isEmpty() ? tr("Curves") : plot_.title; }

int CurveChart::addCurve(const CurveStyle& style)
{
    schedule();
    return plot_.add(style);
}

void CurveChart::clearCurves()
{
    plot_.clear();
    crosshair_.reset();
    redraw();
}

void CurveChart::setCurveVisible(int curve, bool visible)
{
    if (plot_[curve].visible == visible) return;
    plot_[curve].visible = visible;
    redraw();
}

void CurveChart::setPoints(int curve, const QList<QPointF>& points)
{
    plot_.setPoints(curve, points);
    schedule();
}

void CurveChart::appendPoints(int curve, const QList<QPointF>& points)
{
    plot_[curve].raw.append(points);
    schedule();
}

void CurveChart::setBand(int curve, const QList<QPointF>& low, const QList<QPointF>& high)
{
    plot_[curve].bandLow.clear();
    plot_[curve].bandHigh.clear();
    plot_[curve].bandLow.append(low);
    plot_[curve].bandHigh.append(high);
    schedule();
}

void CurveChart::setTitle(const QString& title)
{
    plot_.title = title;
    redraw();
}

void CurveChart::setAxisTitles(const QString& x, const QString& y)
{
    plot_.xTitle = x;
    plot_.yTitle = y;
    redraw();
}

void CurveChart::setEmptyText(const QString& text)
{
    emptyText_ = text;
    redraw();
}

void CurveChart::setLogarithmic(Qt::Orientation axis, bool logarithmic)
{
    bool& present = axis == Qt::Horizontal ? plot_.xLogarithmic : plot_.yLogarithmic;
    if (present == logarithmic) return;
    present = logarithmic;
    if (axis == Qt::Horizontal && plot_.xView && !(plot_.xView->low > 0)) plot_.xView.reset();
    plot_.yView.reset();
    redraw();
    Q_EMIT logarithmicChanged(axis, logarithmic);
}

void CurveChart::setSmoothing(int points)
{
    plot_.setSmoothing(points);
    redraw();
}

void CurveChart::setMarks(const QList<CurveMark>& marks)
{
    if (plot_.marks == marks) return;
    plot_.marks = marks;
    redraw();
}

void CurveChart::setView(const std::optional<CurveRange>& view)
{
    if (plot_.xView == view) return;
    plot_.xView = view;
    if (!view) plot_.yView.reset();
    redraw();
}

void CurveChart::setCrosshair(const std::optional<double>& x)
{
    if (crosshair_ == x) return;
    crosshair_ = x;
    pointerY_ = -1;
    update();
}

void CurveChart::schedule()
{
    if (isVisible() && !timer_.isActive()) timer_.start();
}

void CurveChart::redraw()
{
    stale_ = true;
    update();
}

void CurveChart::refreshNow()
{
    settled_ = plot_.catchUp(kSmoothingBudget);
    painter_ = std::make_unique<CurvePainter>(plot_, rect(), smallNumberFont());
    image_ = plot_.empty() ? QImage() : painter_->image(devicePixelRatioF(), colors());
    stale_ = false;
    describe();
    if (!settled_) schedule();
}

CurveRange CurveChart::shownRange(Qt::Orientation axis) const
{
    return axis == Qt::Horizontal ? painter_->x().range() : painter_->y().range();
}

void CurveChart::paintEvent(QPaintEvent*)
{
    if (stale_) refreshNow();
    QPainter painter(this);
    const Colors& theme = colors();
    painter_->paintLegend(painter, theme);
    if (plot_.empty()) {
        painter.setFont(smallFont());
        paintEmpty(painter, painter_->plotArea(), emptyText_, theme);
        return paintFocus(painter, rect());
    }
    const QRectF& area = painter_->plotArea();
    painter.drawImage(area.topLeft(), image_);
    painter_->paintAxes(painter, theme);
    painter_->paintMarks(painter, theme);
    if (drag_ && drag_->begun && !drag_->moves) {
        QColor chosen = theme.accent;
        chosen.setAlphaF(0.16f);
        painter.fillRect(
            QRectF(QPointF(std::min(drag_->from, drag_->to), area.top()), QPointF(std::max(drag_->from, drag_->to), area.bottom())),
            chosen);
    } else if (crosshair_) {
        const CurveReadout readout(plot_, *painter_, *crosshair_);
        readout.paintDots(painter, theme);
        // Where the crosshair only follows another chart's, many numbers would hide the curves.
        if (hasFocus() || pointerY_ >= 0 || readout.rows().size() <= kFewRows)
            readout.paintBox(painter, rect(), pointerY_ >= 0 ? readout.nearest(pointerY_) : 0, theme);
    }
    paintFocus(painter, rect());
}

void CurveChart::showEvent(QShowEvent* event)
{
    FigureView::showEvent(event);
    redraw();
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    FigureView::resizeEvent(event);
    redraw();
}

void CurveChart::changeEvent(QEvent* event)
{
    FigureView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) redraw();
}

void CurveChart::addMenuItems(QMenu& menu)
{
    for (const Qt::Orientation axis : {Qt::Vertical, Qt::Horizontal}) {
        QAction* action = menu.addAction(axis == Qt::Vertical ? tr("Logarithmic axis") : tr("Logarithmic horizontal axis"));
        action->setCheckable(true);
        action->setChecked(isLogarithmic(axis));
        connect(action, &QAction::toggled, this, [this, axis](bool on) { setLogarithmic(axis, on); });
    }
    QAction* all = menu.addAction(tr("Show everything"));
    all->setShortcut(Qt::Key_Home);
    all->setEnabled(plot_.xView || plot_.yView);
    connect(all, &QAction::triggered, this, &CurveChart::showEverything);
    QAction* back = menu.addAction(tr("Back to the last view"));
    back->setShortcut(Qt::Key_Backspace);
    back->setEnabled(!back_.isEmpty());
    connect(back, &QAction::triggered, this, &CurveChart::goBack);
}

FigurePtr CurveChart::figure() const
{
    CurveFigure shown;
    shown.plot = plot_;
    return copyOf(shown);
}

void CurveChart::describe()
{
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int i = 0; i < plot_.size(); ++i) {
        if (!plot_.isShown(i)) continue;
        const QPointF last = plot_[i].raw.back();
        parts << tr("%1: %2 at %3 %4").arg(plot_[i].style.name, significantText(last.y(), 4), plot_.xTitle, significantText(last.x(), 7));
    }
    setAccessibleDescription(parts.isEmpty() ? emptyText_ : parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
