#include "ui/widgets/voice_map_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/widgets/dot_raster.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double dotSize = 5, reach = 8, margin = 0.06;
constexpr double mostZoom = 400, leastZoom = 0.5;  // of what shows everything
constexpr double clickWay = 4;
constexpr int glyphsAtMost = 400;  // that are in sight: more would lie over one another

QPainterPath starPath(const QPointF& at, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = -M_PI / 2 + i * M_PI / 5, r = i % 2 ? radius * 0.45 : radius;
        const QPointF point = at + QPointF(std::cos(angle) * r, std::sin(angle) * r);
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

/// Ten groups can be told apart: after the colours of series come darker, or lighter, ones.
QColor groupColor(int group, const Colors& theme)
{
    constexpr int series = 7;
    const QColor color = seriesColor(group, theme);
    return group < series ? color : mixed(color, theme.text, 0.5);
}

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
    dots_ = std::move(dots);
    hover_ = step_ = -1;
    solo_ = -1;
    lasso_.clear();
    const bool had = !std::exchange(selection_, {}).isEmpty();
    showAll();
    if (had) Q_EMIT selectionChanged();
}

void VoiceMapView::setGroups(const QStringList& names)
{
    groups_ = names;
    solo_ = -1;
    update();
}

void VoiceMapView::setAxes(const QString& x, const QString& y)
{
    xAxis_ = x;
    yAxis_ = y;
    update();
}

void VoiceMapView::setStar(std::optional<QPointF> star)
{
    star_ = star;
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

QRectF VoiceMapView::plotArea(const QRectF& area, const QFont& font) const
{
    const double line = QFontMetricsF(font).height();
    return area.adjusted(1, groups_.isEmpty() ? 1 : line + 6, -1, -line - 3);
}

QRectF VoiceMapView::legendIn(const QRectF& area, const QFont& font, int group) const
{
    const QFontMetricsF metrics(font);
    double x = area.left() + 2;
    for (int i = 0; i < group; ++i) x += metrics.height() + metrics.horizontalAdvance(groups_[i]) + 8;
    return {x, area.top(), metrics.height() + metrics.horizontalAdvance(groups_.value(group)) + 4, metrics.height() + 2};
}

QRectF VoiceMapView::legendRect(int group) const { return legendIn(rect(), smallNumberFont(), group); }

void VoiceMapView::showAll()
{
    const QRectF plot = plotArea(rect(), smallNumberFont());
    center_ = {};
    fit_ = 1;
    if (count() > 0 && plot.width() > 10 && plot.height() > 10) {
        float left = dots_->front().x, right = left, bottom = dots_->front().y, top = bottom;
        for (const MapDot& dot : *dots_) {
            left = std::min(left, dot.x);
            right = std::max(right, dot.x);
            bottom = std::min(bottom, dot.y);
            top = std::max(top, dot.y);
        }
        center_ = QPointF(double(left + right) / 2, double(bottom + top) / 2);
        const double wide = std::max(1e-6, double(right - left)), high = std::max(1e-6, double(top - bottom));
        fit_ = std::min(plot.width() / wide, plot.height() / high) / (1 + 2 * margin);
    }
    scale_ = fit_;
    describe();
    update();
}

QPointF VoiceMapView::toWidget(const QPointF& plane) const
{
    const QPointF middle = plotArea(rect(), smallNumberFont()).center();
    return middle + QPointF((plane.x() - center_.x()) * scale_, (center_.y() - plane.y()) * scale_);
}

QPointF VoiceMapView::toPlane(const QPointF& widget) const
{
    const QPointF way = widget - plotArea(rect(), smallNumberFont()).center();
    return {center_.x() + way.x() / scale_, center_.y() - way.y() / scale_};
}

int VoiceMapView::dotAt(const QPointF& widget) const
{
    const QPointF plane = toPlane(widget);
    double nearest = reach * reach / (scale_ * scale_);
    int found = -1;
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*dots_)[std::size_t(i)];
        const double x = double(dot.x) - plane.x(), y = double(dot.y) - plane.y(), way = x * x + y * y;
        if (way >= nearest || !visible(i)) continue;
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
    for (int group = 0; group < std::max(1, int(groups_.size())); ++group) {
        QColor color = groupColor(group, theme);
        color.setAlphaF(0.8f);
        colors.push_back(color.rgba());
    }
    const DotRaster raster(dotSize * ratio);
    const QPointF middle = QPointF(plot.width(), plot.height()) / 2;
    std::vector<int> glyphs;
    int inSight = 0;
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*dots_)[std::size_t(i)];
        if (!visible(i)) continue;
        const QPointF at = middle + QPointF((double(dot.x) - center_.x()) * scale_, (center_.y() - double(dot.y)) * scale_);
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
        const MapDot& dot = (*dots_)[std::size_t(i)];
        painter.setPen(QColor::fromRgba(colors[std::min<std::size_t>(dot.group, colors.size() - 1)] | 0xff000000));
        const QPointF at = toWidget({double(dot.x), double(dot.y)});
        painter.drawText(QRectF(at - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter, QString(QChar(dot.glyph)));
    }
    painter.restore();
}

void VoiceMapView::paintFrame(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    for (int group = 0; group < groups_.size(); ++group) {
        const QRectF place = legendIn(area, font, group);
        const bool faint = solo_ >= 0 && solo_ != group;
        QColor color = groupColor(group, theme);
        if (faint) color = mixed(theme.window, color, 0.25);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(place.left() + metrics.height() / 2, place.center().y()), 4, 4);
        painter.setPen(faint ? theme.secondaryText : theme.text);
        painter.drawText(place.adjusted(metrics.height(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, groups_[group]);
    }
    painter.setPen(theme.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 2, plot.width(), metrics.height()), Qt::AlignRight, xAxis_);
    painter.drawText(QRectF(plot.left() + 4, plot.top() + 2, plot.width() - 8, metrics.height()), Qt::AlignLeft, yAxis_);
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
    const QRectF plot = plotArea(rect(), painter.font());
    painter.fillRect(plot, theme.surface);
    paintDots(painter, plot, theme);
    paintFrame(painter, rect(), plot, theme);
    painter.setClipRect(plot);
    const auto ring = [&](int dot, const QColor& color, double radius) {
        if (dot < 0 || dot >= count()) return;
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(toWidget({double((*dots_)[std::size_t(dot)].x), double((*dots_)[std::size_t(dot)].y)}), radius, radius);
    };
    if (selection_.size() <= 2000)
        for (const int dot : selection_) ring(dot, theme.text, 4.5);
    ring(step_ >= 0 && step_ < selection_.size() ? selection_[step_] : -1, theme.accent, 7);
    ring(hover_, theme.accent, 6);
    if (star_) {
        painter.setPen(QPen(theme.window, 2));
        painter.setBrush(theme.accent);
        painter.drawPath(starPath(toWidget(*star_), 9));
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

void VoiceMapView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (count() == 0) return;
    const Colors& theme = printColors();
    const QRectF plot = plotArea(area, painter.font());
    paintFrame(painter, area, plot, theme);
    painter.setClipRect(plot);
    painter.setPen(Qt::NoPen);
    const double shrink = plot.width() / std::max(1.0, plotArea(rect(), smallNumberFont()).width());
    for (int i = 0; i < count(); ++i) {
        if (!visible(i)) continue;
        const MapDot& dot = (*dots_)[std::size_t(i)];
        painter.setBrush(groupColor(dot.group, theme));
        painter.drawEllipse(
            plot.center() + QPointF((double(dot.x) - center_.x()) * scale_, (center_.y() - double(dot.y)) * scale_) * shrink, 1.1, 1.1);
    }
    if (star_) {
        painter.setBrush(theme.text);
        painter.drawPath(
            starPath(plot.center() + QPointF((star_->x() - center_.x()) * scale_, (center_.y() - star_->y()) * scale_) * shrink, 5));
    }
}

QString VoiceMapView::figureCsv() const
{
    if (count() == 0) return {};
    QString csv = QStringLiteral("x,y,group\n");
    for (int i = 0; i < count(); ++i) {
        const MapDot& dot = (*dots_)[std::size_t(i)];
        if (visible(i))
            csv += QStringLiteral("%1,%2,%3\n")
                       .arg(double(dot.x), 0, 'g', 7)
                       .arg(double(dot.y), 0, 'g', 7)
                       .arg(csvField(groups_.value(dot.group)));
    }
    return csv;
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
    center_ -= QPointF(event->position().x() - last_.x(), last_.y() - event->position().y()) / scale_;
    last_ = event->position();
    update();
}

void VoiceMapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0) return;
    unsetCursor();
    if (!lasso_.isEmpty()) return closeLasso(event->modifiers() & Qt::ControlModifier);
    if (std::exchange(moving_, false)) return;
    for (int group = 0; group < groups_.size(); ++group) {
        if (!legendRect(group).contains(event->position())) continue;
        solo_ = solo_ == group ? -1 : group;
        return update();
    }
    if (!plotArea(rect(), smallNumberFont()).contains(event->position())) return;
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
            const MapDot& dot = (*dots_)[std::size_t(i)];
            if (visible(i) && area.containsPoint(toWidget({double(dot.x), double(dot.y)}), Qt::OddEvenFill)) inside << i;
        }
    std::sort(inside.begin(), inside.end());
    inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
    update();
    setSelection(inside);
}

void VoiceMapView::zoom(double factor, const QPointF& widget)
{
    const QPointF before = toPlane(widget);
    scale_ = std::clamp(scale_ * factor, leastZoom * fit_, mostZoom * fit_);
    center_ += before - toPlane(widget);  // what is under the pointer stays there
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
    const QPointF middle = plotArea(rect(), smallNumberFont()).center();
    const double step = 40 / scale_;
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
        center_.rx() -= step;
        return update();
    case Qt::Key_Right:
        center_.rx() += step;
        return update();
    case Qt::Key_Up:
        center_.ry() += step;
        return update();
    case Qt::Key_Down:
        center_.ry() -= step;
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
    const bool whole = std::abs(scale_ - fit_) < 1e-9 * fit_;
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
