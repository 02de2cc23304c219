#include "ui/widgets/spectrogram_view.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/spectrogram_actions.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double leastRange = 1;    // decibels
constexpr double closestCells = 4;  // of a zoomed view, in either direction
constexpr double wheelStep = 0.8;   // of a notch
constexpr double keyPan = 0.2;
constexpr double cursorWidth = 1.5;

/// `low` and `high` moved into 0 to 1, and as far apart as before where there is room.
void keepInside(double& low, double& high, double least)
{
    const double size = std::clamp(high - low, std::min(1.0, least), 1.0);
    low = std::clamp(low, 0.0, 1.0 - size);
    high = low + size;
}

}  // namespace

SpectrogramView::SpectrogramView(QWidget* parent) : FigureView(parent), emptyText_(tr("The spectrogram appears here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString SpectrogramView::kindOfFigure() const
{
    if (figure_.exact) return tr("Network input");
    return figure_.look.scale == FrequencyScale::Mel ? tr("Mel spectrogram") : tr("Linear spectrogram");
}

void SpectrogramView::setParams(const SpectrogramParams& params, int rate)
{
    figure_.params = params;
    figure_.rate = params.rate > 0 ? params.rate : std::max(1, rate);
    repaintPicture();
}

void SpectrogramView::setSpectrogram(const Spectrogram& spectrogram, double seconds)
{
    figure_.mel.set(spectrogram);
    figure_.fourier.clear();
    figure_.seconds = seconds;
    resetWindow();
    describe();
    repaintPicture();
}

void SpectrogramView::setFourier(const Spectrogram& bins)
{
    figure_.fourier.set(bins);
    repaintPicture();
}

void SpectrogramView::startLive(int frames)
{
    clear();
    figure_.mel.startRing(frames);
}

void SpectrogramView::appendColumn(std::span<const float> values)
{
    figure_.mel.append(values);
    if (!figure_.isLive()) figure_.seconds = 0;
    describe();
    repaintPicture();
}

void SpectrogramView::clear()
{
    figure_.mel.clear();
    figure_.fourier.clear();
    figure_.seconds = 0;
    playPosition_ = -1;
    hover_ = {-1, -1};
    resetWindow();
    describe();
    repaintPicture();
}

void SpectrogramView::setLook(SpectrogramLook look)
{
    look.highest = std::isfinite(look.highest) ? std::clamp(look.highest, -200.0 + leastRange, 0.0) : 0.0;
    look.lowest = std::isfinite(look.lowest) ? std::clamp(look.lowest, -200.0, look.highest - leastRange) : -80.0;
    if (look == figure_.look) return;
    const bool otherScale = look.scale != figure_.look.scale;
    figure_.look = look;
    // The same heights are other frequencies.
    if (otherScale) setWindow({figure_.window.left, figure_.window.right, 0, 1});
    describe();
    repaintPicture();
    Q_EMIT lookChanged();
}

void SpectrogramView::setColorMap(ColorMap map)
{
    SpectrogramLook look = figure_.look;
    look.map = map;
    setLook(look);
}

void SpectrogramView::setExact(bool exact)
{
    figure_.exact = exact;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(exact);
    setSizePolicy(policy);
    updateGeometry();
    describe();
    update();
}

void SpectrogramView::setAxesVisible(bool visible)
{
    figure_.axesVisible = visible;
    update();
}

void SpectrogramView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

QSize SpectrogramView::sizeHint() const { return figure_.exact ? QSize(192, 192) : QSize(480, 200); }

const QImage& SpectrogramView::picture() const
{
    if (picture_.isNull()) picture_ = figure_.makePicture(colors());
    return picture_;
}

void SpectrogramView::setEffects(const std::optional<EffectMap>& effects)
{
    if (!effects && !figure_.effects) return;
    figure_.effects = effects;
    repaintPicture();
}

void SpectrogramView::repaintPicture()
{
    picture_ = QImage();
    update();
}

SpectrogramFigure::Layout SpectrogramView::layoutNow() const
{
    return figure_.layoutFor(rect(), QFontMetricsF(smallNumberFont()), devicePixelRatioF());
}

QRectF SpectrogramView::plotRect() const { return layoutNow().plot; }

SpectrogramView::Cell SpectrogramView::nearestCell(QPointF position) const
{
    const QRectF where = layoutNow().picture;
    if (figure_.grid().empty() || where.isEmpty()) return {};
    const double x = figure_.window.left + (position.x() - where.left()) / where.width() * (figure_.window.right - figure_.window.left);
    const double y =
        figure_.window.bottom + (where.bottom() - position.y()) / where.height() * (figure_.window.top - figure_.window.bottom);
    const int columns = figure_.grid().frames(), rows = figure_.axis().rows();
    return {std::clamp(int(std::floor(x * columns)), 0, columns - 1), std::clamp(int(std::floor(y * rows)), 0, rows - 1)};
}

std::optional<SpectrogramView::Cell> SpectrogramView::cellAt(QPointF position) const
{
    if (figure_.grid().empty() || !layoutNow().picture.contains(position)) return std::nullopt;
    return nearestCell(position);
}

QRectF SpectrogramView::cellsRect(const Cell& first, int columns, int rows) const
{
    const QRectF where = layoutNow().picture;
    const double width = where.width() / ((figure_.window.right - figure_.window.left) * std::max(1, figure_.grid().frames()));
    const double height = where.height() / ((figure_.window.top - figure_.window.bottom) * figure_.axis().rows());
    const double left = where.left() + first.column * width - figure_.window.left * width * figure_.grid().frames();
    const double bottom = where.bottom() - first.row * height + figure_.window.bottom * height * figure_.axis().rows();
    return {left, bottom - rows * height, columns * width, rows * height};
}

void SpectrogramView::paintReadOut(QPainter& painter, const QRectF& plot, const QRectF& where) const
{
    const auto cell = cellAt(hover_);
    if (!cell) return;
    const QRectF box = cellsRect(*cell, 1, 1);
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(Qt::NoBrush);
    if (figure_.exact) return painter.drawRect(box);
    painter.save();
    painter.setClipRect(where);
    painter.setOpacity(0.6);
    painter.drawLine(QPointF(box.center().x(), plot.top()), QPointF(box.center().x(), plot.bottom()));
    painter.drawLine(QPointF(plot.left(), box.center().y()), QPointF(plot.right(), box.center().y()));
    painter.restore();

    const QFontMetricsF metrics(painter.font());
    const QString text = readOut(*cell);
    QRectF label(0, 0, metrics.horizontalAdvance(text) + 2 * kGrid, metrics.height() + kGrid);
    label.moveTopRight(plot.topRight() + QPointF(-kGrid, kGrid));
    if (box.center().x() > label.left() - kGrid) label.moveLeft(plot.left() + kGrid);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor back = colors().raised;
    back.setAlphaF(0.92f);
    painter.setBrush(back);
    painter.drawRoundedRect(label, 4, 4);
    painter.setPen(colors().text);
    painter.drawText(label, Qt::AlignCenter, text);
}

QRectF SpectrogramView::cursorRect() const
{
    const auto [left, right] = figure_.timeRange();
    if (figure_.exact || figure_.isLive() || playPosition_ < left || playPosition_ > right || right <= left) return {};
    const QRectF plot = plotRect();
    const double x = plot.left() + (playPosition_ - left) / (right - left) * plot.width();
    return {x - cursorWidth / 2, plot.top(), cursorWidth, plot.height()};
}

void SpectrogramView::setPlayPosition(double seconds)
{
    if (seconds == playPosition_) return;
    // Only the strips that change: some sixty times a second.
    const auto strip = [this] { return cursorRect().adjusted(-2, -2, 2, 2).toAlignedRect(); };
    const QRect before = strip();
    playPosition_ = seconds;
    update(before);
    update(strip());
}

void SpectrogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.frames() == 0 && !figure_.isLive()) {
        if (figure_.exact) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().mat);
            painter.drawRoundedRect(fitted({1, 1}, rect(), false, 1), 4, 4);
        }
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        figure_.paintSpectrogram(painter, rect(), colors(), picture(), devicePixelRatioF());
        if (const QRectF cursor = cursorRect(); !cursor.isEmpty()) {
            painter.fillRect(cursor.adjusted(-1, 0, 1, 0), QColor(0, 0, 0, 120));
            painter.fillRect(cursor, Qt::white);
        }
        const auto [plot, where] = layoutNow();
        paintReadOut(painter, plot, where);
    }
    paintFocus(painter, rect());
}

QString SpectrogramView::readOut(const Cell& cell) const
{
    const double seconds = figure_.firstSecond() + (cell.column + 0.5) * figure_.secondsPerColumn();
    const int decimals = figure_.secondsPerColumn() * figure_.grid().frames() * (figure_.window.right - figure_.window.left) < 0.5 ? 3 : 2;
    return tr("%1 s   %2 Hz   %3 dB")
        .arg(numberText(seconds, decimals))
        .arg(std::lround(figure_.axis().hertzOfRow(cell.row)))
        .arg(numberText(figure_.decibels(double(figure_.grid().at(figure_.bandOf(cell), cell.column))), 0));
}

void SpectrogramView::setWindow(SpectrogramFigure::Window window)
{
    keepInside(window.left, window.right, closestCells / std::max(1, figure_.grid().frames()));
    keepInside(window.bottom, window.top, closestCells / figure_.axis().rows());
    if (window == figure_.window) return;
    figure_.window = window;
    setCursor(figure_.isZoomed() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    describe();
    update();
    Q_EMIT windowChanged();
}

void SpectrogramView::resetWindow()
{
    grabbed_.reset();
    showAll();
}

void SpectrogramView::showAll()
{
    if (!figure_.isZoomed()) return;
    figure_.window = {};
    unsetCursor();
    describe();
    update();
    Q_EMIT windowChanged();
}

void SpectrogramView::zoom(double time, double frequency, QPointF at)
{
    const QRectF where = layoutNow().picture;
    if (figure_.exact || figure_.isLive() || figure_.frames() == 0 || where.isEmpty() || !(time > 0) || !(frequency > 0)) return;
    const double x = std::clamp((at.x() - where.left()) / where.width(), 0.0, 1.0);
    const double y = std::clamp((where.bottom() - at.y()) / where.height(), 0.0, 1.0);
    const auto around = [](double low, double high, double share, double factor, double least) {
        const double size = std::clamp((high - low) * factor, std::min(1.0, least), 1.0);
        const double begin = low + share * (high - low) - share * size;
        return std::pair(begin, begin + size);
    };
    const auto [left, right] = around(figure_.window.left, figure_.window.right, x, time, closestCells / figure_.grid().frames());
    const auto [bottom, top] = around(figure_.window.bottom, figure_.window.top, y, frequency, closestCells / figure_.axis().rows());
    setWindow({left, right, bottom, top});
}

void SpectrogramView::pan(double time, double frequency)
{
    if (!figure_.isZoomed()) return;
    const double dx = time * (figure_.window.right - figure_.window.left), dy = frequency * (figure_.window.top - figure_.window.bottom);
    setWindow({figure_.window.left + dx, figure_.window.right + dx, figure_.window.bottom + dy, figure_.window.top + dy});
}

void SpectrogramView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const auto [plot, where] = layoutNow();
    if (figure_.exact || figure_.isLive() || figure_.frames() == 0 || turned.isNull()) return event->ignore();
    event->accept();
    const QPointF at = event->position();
    // Sideways, by a touchpad or with Alt, it scrolls.
    if (std::abs(turned.x()) > std::abs(turned.y())) return pan(-turned.x() / 600.0, 0);
    const double factor = std::pow(wheelStep, turned.y() / 120.0);
    const bool timeOnly = event->modifiers() & Qt::ShiftModifier || at.y() > plot.bottom();
    const bool frequencyOnly = event->modifiers() & Qt::ControlModifier || at.x() < plot.left();
    zoom(frequencyOnly ? 1 : factor, timeOnly ? 1 : factor, at);
}

void SpectrogramView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !figure_.isZoomed()) return FigureView::mousePressEvent(event);
    grabbed_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void SpectrogramView::mouseReleaseEvent(QMouseEvent* event)
{
    FigureView::mouseReleaseEvent(event);
    if (!grabbed_) return;
    grabbed_.reset();
    if (figure_.isZoomed()) setCursor(Qt::OpenHandCursor);
}

void SpectrogramView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) showAll();
}

void SpectrogramView::mouseMoveEvent(QMouseEvent* event)
{
    if (grabbed_) {
        const QRectF where = layoutNow().picture;
        const QPointF moved = event->position() - *grabbed_;
        grabbed_ = event->position();
        pan(-moved.x() / std::max(1.0, where.width()), moved.y() / std::max(1.0, where.height()));
    }
    const auto before = cellAt(hover_);
    hover_ = event->position();
    const auto now = cellAt(hover_);
    if (now == before) return;
    const QString text = now ? readOut(*now) : QString();
    if (figure_.exact) setToolTip(text);
    Q_EMIT hovered(text);
    update();
}

void SpectrogramView::leaveEvent(QEvent*)
{
    hover_ = {-1, -1};
    Q_EMIT hovered(QString());
    update();
}

void SpectrogramView::keyPressEvent(QKeyEvent* event)
{
    if (figure_.exact || event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return FigureView::keyPressEvent(event);
    const QPointF middle = plotRect().center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(wheelStep, wheelStep, middle);
    case Qt::Key_Minus:
        return zoom(1 / wheelStep, 1 / wheelStep, middle);
    case Qt::Key_0:
    case Qt::Key_Home:
        return showAll();
    default:
        break;
    }
    if (!figure_.isZoomed()) return FigureView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(-keyPan, 0);
    case Qt::Key_Right:
        return pan(keyPan, 0);
    case Qt::Key_Up:
        return pan(0, keyPan);
    case Qt::Key_Down:
        return pan(0, -keyPan);
    default:
        FigureView::keyPressEvent(event);
    }
}

void SpectrogramView::addMenuItems(QMenu& menu)
{
    auto* actions = new SpectrogramActions(*this, &menu);
    actions->addTo(menu);
}

void SpectrogramView::describe()
{
    setAccessibleName(kindOfFigure());
    if (figure_.frames() == 0) return setAccessibleDescription(emptyText_);
    QString text = tr("%1 columns of %2 frequency bands.").arg(figure_.frames()).arg(figure_.grid().bands());
    if (figure_.isZoomed()) {
        const auto [left, right] = figure_.timeRange();
        const auto [low, high] = figure_.hertzRange();
        text += QLatin1Char(' ') + tr("Shown: %1 to %2 s, %3 to %4 Hz.")
                                       .arg(numberText(left, 2), numberText(right, 2))
                                       .arg(std::lround(low))
                                       .arg(std::lround(high));
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
