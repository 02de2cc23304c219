#include "ui/widgets/voice_map_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/widgets/dot_raster.h"

namespace sonoglyph {

namespace {

constexpr double dotSize = 5, reach = 8, margin = 0.06;
constexpr double mostZoom = 400, leastZoom = 0.5;  // of what shows everything
constexpr double clickWay = 4;
constexpr int glyphsAtMost = 400;  // that are in sight: more would lie over one another

}  // namespace

VoiceMapView::VoiceMapView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString VoiceMapView::kindOfFigure() const { return tr("Map of the recordings"); }

void VoiceMapView::setDots(std::shared_ptr<const std::vector<MapDot>> dots)
{
    figure_.dots = std::move(dots);
    hover_ = step_ = -1;
    figure_.solo = -1;
    lasso_.clear();
    const bool had = !std::exchange(selection_, {}).isEmpty();
    showAll();
    if (had) Q_EMIT selectionChanged();
}

void VoiceMapView::setGroups(const QStringList& names)
{
    figure_.groups = names;
    figure_.solo = -1;
    update();
}

void VoiceMapView::setAxes(const QString& x, const QString& y)
{
    figure_.xAxis = x;
    figure_.yAxis = y;
    update();
}

void VoiceMapView::setStar(std::optional<QPointF> star)
{
    figure_.star = star;
    update();
}

void VoiceMapView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void VoiceMapView::setSelection(const QVector<int>& dots)
{
    if (dots == selection_) return;
    selection_ = dots;
    step_ = -1;
    describe();
    update();
    Q_EMIT selectionChanged();
}

FigurePtr VoiceMapView::figure() const
{
    MapFigure shown = figure_;
    shown.width = figure_.plotArea(rect(), smallNumberFont()).width();
    return copyOf(shown);
}

QRectF VoiceMapView::legendRect(int group) const { return figure_.legendIn(rect(), smallNumberFont(), group); }

void VoiceMapView::showAll()
{
    const QRectF plot = figure_.plotArea(rect(), smallNumberFont());
    figure_.center = {};
    fit_ = 1;
    if (count() > 0 && plot.width() > 10 && plot.height() > 10) {
        float left = figure_.dots->front().x, right = left, bottom = figure_.dots->front().y, top = bottom;
        for (const MapDot& dot : *figure_.dots) {
            left = std::min(left, dot.x);
            right = std::max(right, dot.x);
            bottom = std::min(bottom, dot.y);
            top = std::max(top, dot.y);
        }
        figure_.center = QPointF(double(left + right) / 2, double(bottom + top) / 2);
        const double wide = std::max(1e-6, double(right - left)), high = std::max(1e-6, double(top - bottom));
        fit_ = std::min(plot.width() / wide, plot.height() / high) / (1 + 2 * margin);
    }
    figure_.scale = fit_;
    describe();
    update();
}

QPointF VoiceMapView::toWidget(const QPointF& plane) const
{
    const QPointF middle = figure_.plotArea(rect(), smallNumberFont()).center();
    return middle + QPointF((plane.x() - figure_.center.x()) * figure_.scale, (figure_.center.y() - plane.y()) * figure_.scale);
}

QPointF VoiceMapView::toPlane(const QPointF& widget) const
{
    const QPointF way = widget - figure_.plotArea(rect(), smallNumberFont()).center();
    return {figure_.center.x() + way.x() / figure_.scale, figure_.center.y() - way.y() / figure_.scale};
}

int VoiceMapView::dotAt(const QPointF& widget) const
{
    const QPointF plane = toPlane(widget);
    double nearest = reach * reach / (figure_.scale * figure_.scale);
    int found = -1;
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*figure_.dots)[std::size_t(i)];
        const double x = double(dot.x) - plane.x(), y = double(dot.y) - plane.y(), way = x * x + y * y;
        if (way >= nearest || !figure_.visible(i)) continue;
        nearest = way;
        found = i;
    }
    return found;
}

void VoiceMapView::paintDots(QPainter& painter, const QRectF& plot, const Colors& theme)
{
    const double ratio = devicePixelRatioF();
    const QSize size = (plot.size() * ratio).toSize();
    if (picture_.size() != size) picture_ = QImage(size, QImage::Format_ARGB32_Premultiplied);
    picture_.fill(Qt::transparent);
    std::vector<QRgb> colors;
    for (int group = 0; group < std::max(1, int(figure_.groups.size())); ++group) {
        QColor color = MapFigure::groupColor(group, theme);
        color.setAlphaF(0.8f);
        colors.push_back(color.rgba());
    }
    const DotRaster raster(dotSize * ratio);
    const QPointF middle = QPointF(plot.width(), plot.height()) / 2;
    std::vector<int> glyphs;
    int inSight = 0;
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*figure_.dots)[std::size_t(i)];
        if (!figure_.visible(i)) continue;
        const QPointF at =
            middle + QPointF((double(dot.x) - figure_.center.x()) * figure_.scale, (figure_.center.y() - double(dot.y)) * figure_.scale);
        if (at.x() < -dotSize || at.y() < -dotSize || at.x() > plot.width() + dotSize || at.y() > plot.height() + dotSize) continue;
        if (++inSight <= glyphsAtMost && dot.glyph != 0) glyphs.push_back(i);
        raster.blend(picture_, at * ratio, colors[std::min<std::size_t>(dot.group, colors.size() - 1)]);
    }
    if (inSight > glyphsAtMost || glyphs.empty()) {
        painter.drawImage(plot, picture_);
        return;
    }
    // Few are in sight: what each says can be read.
    painter.save();
    painter.setClipRect(plot);
    for (const int i : glyphs) {
        const MapDot& dot = (*figure_.dots)[std::size_t(i)];
        painter.setPen(QColor::fromRgba(colors[std::min<std::size_t>(dot.group, colors.size() - 1)] | 0xff000000));
        const QPointF at = toWidget({double(dot.x), double(dot.y)});
        painter.drawText(QRectF(at - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter, QString(QChar(dot.glyph)));
    }
    painter.restore();
}

void VoiceMapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    if (count() == 0) {
        paintEmpty(painter, rect(), emptyText_, colors());
        return paintFocus(painter, rect());
    }
    const Colors& theme = colors();
    const QRectF plot = figure_.plotArea(rect(), painter.font());
    painter.fillRect(plot, theme.surface);
    paintDots(painter, plot, theme);
    figure_.paintFrame(painter, rect(), plot, theme);
    painter.setClipRect(plot);
    const auto ring = [&](int dot, const QColor& color, double radius) {
        if (dot < 0 || dot >= count()) return;
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(toWidget({double((*figure_.dots)[std::size_t(dot)].x), double((*figure_.dots)[std::size_t(dot)].y)}), radius,
                            radius);
    };
    if (selection_.size() <= 2000)
        for (const int dot : selection_) ring(dot, theme.text, 4.5);
    ring(step_ >= 0 && step_ < selection_.size() ? selection_[step_] : -1, theme.accent, 7);
    ring(hover_, theme.accent, 6);
    if (figure_.star) {
        painter.setPen(QPen(theme.window, 2));
        painter.setBrush(theme.accent);
        painter.drawPath(MapFigure::starPath(toWidget(*figure_.star), 9));
    }
    if (!lasso_.isEmpty()) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.12f);
        painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawPolygon(lasso_);
    }
    painter.setClipping(false);
    paintFocus(painter, rect());
}

void VoiceMapView::setHover(int dot)
{
    if (dot == hover_) return;
    hover_ = dot;
    setToolTip(dot >= 0 && name_ ? name_(dot) : QString());
    update();
    Q_EMIT hovered(dot);
}

void VoiceMapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0) return;
    pressed_ = last_ = event->position();
    moving_ = false;
    lasso_.clear();
    if (event->modifiers() & Qt::ShiftModifier) lasso_ << event->position();
}

void VoiceMapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || count() == 0) return setHover(dotAt(event->position()));
    if (!lasso_.isEmpty()) {
        lasso_ << event->position();
        return update();
    }
    moving_ = moving_ || (event->position() - pressed_).manhattanLength() > clickWay;
    if (!moving_) return;
    setCursor(Qt::ClosedHandCursor);
    figure_.center -= QPointF(event->position().x() - last_.x(), last_.y() - event->position().y()) / figure_.scale;
    last_ = event->position();
    update();
}

void VoiceMapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0) return;
    unsetCursor();
    if (!lasso_.isEmpty()) return closeLasso(event->modifiers() & Qt::ControlModifier);
    if (std::exchange(moving_, false)) return;
    for (int group = 0; group < figure_.groups.size(); ++group) {
        if (!legendRect(group).contains(event->position())) continue;
        figure_.solo = figure_.solo == group ? -1 : group;
        return update();
    }
    if (!figure_.plotArea(rect(), smallNumberFont()).contains(event->position())) return;
    if (const int dot = dotAt(event->position()); dot >= 0)
        Q_EMIT chosen(dot);
    else
        Q_EMIT groundChosen(toPlane(event->position()));
}

void VoiceMapView::mouseDoubleClickEvent(QMouseEvent*) { showAll(); }

void VoiceMapView::closeLasso(bool adds)
{
    const QPolygonF area = std::exchange(lasso_, {});
    QVector<int> inside = adds ? selection_ : QVector<int>();
    if (area.size() >= 3)
        for (int i = 0; i < count(); ++i) {
            const MapDot& dot = (*figure_.dots)[std::size_t(i)];
            if (figure_.visible(i) && area.containsPoint(toWidget({double(dot.x), double(dot.y)}), Qt::OddEvenFill)) inside << i;
        }
    std::sort(inside.begin(), inside.end());
    inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
    update();
    setSelection(inside);
}

void VoiceMapView::zoom(double factor, const QPointF& widget)
{
    const QPointF before = toPlane(widget);
    figure_.scale = std::clamp(figure_.scale * factor, leastZoom * fit_, mostZoom * fit_);
    figure_.center += before - toPlane(widget);  // what is under the pointer stays there
    update();
}

void VoiceMapView::wheelEvent(QWheelEvent* event)
{
    if (count() == 0) return event->ignore();
    event->accept();
    zoom(std::pow(2, event->angleDelta().y() / 360.0), event->position());
}

void VoiceMapView::leaveEvent(QEvent*) { setHover(-1); }

void VoiceMapView::stepThroughSelection(int by)
{
    if (selection_.isEmpty()) return;
    step_ = step_ < 0 ? (by > 0 ? 0 : int(selection_.size()) - 1) : int((step_ + by + selection_.size()) % selection_.size());
    describe();
    update();
    Q_EMIT chosen(selection_[step_]);
}

void VoiceMapView::keyPressEvent(QKeyEvent* event)
{
    if (count() == 0) return FigureView::keyPressEvent(event);
    const QPointF middle = figure_.plotArea(rect(), smallNumberFont()).center();
    const double step = 40 / figure_.scale;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25, middle);
    case Qt::Key_Minus:
        return zoom(0.8, middle);
    case Qt::Key_0:
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Left:
        figure_.center.rx() -= step;
        return update();
    case Qt::Key_Right:
        figure_.center.rx() += step;
        return update();
    case Qt::Key_Up:
        figure_.center.ry() += step;
        return update();
    case Qt::Key_Down:
        figure_.center.ry() -= step;
        return update();
    case Qt::Key_N:
        return stepThroughSelection(1);
    case Qt::Key_P:
        return stepThroughSelection(-1);
    case Qt::Key_Escape:
        return setSelection({});
    default:
        return FigureView::keyPressEvent(event);
    }
}

void VoiceMapView::resizeEvent(QResizeEvent* event)
{
    const bool whole = std::abs(figure_.scale - fit_) < 1e-9 * fit_;
    FigureView::resizeEvent(event);
    if (whole) showAll();
}

void VoiceMapView::describe()
{
    setAccessibleName(figureTitle());
    if (count() == 0) return setAccessibleDescription(emptyText_);
    QString text = tr("%n recording(s)", nullptr, count());
    if (!selection_.isEmpty()) text += QStringLiteral(", ") + tr("%n of them surrounded", nullptr, int(selection_.size()));
    if (step_ >= 0 && step_ < selection_.size() && name_) text += QStringLiteral(". ") + name_(selection_[step_]);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
