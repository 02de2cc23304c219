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
    if (exact_) return tr("Network input");
    return look_.scale == FrequencyScale::Mel ? tr("Mel spectrogram") : tr("Linear spectrogram");
}

void SpectrogramView::setParams(const SpectrogramParams& params, int rate)
{
    params_ = params;
    rate_ = params.rate > 0 ? params.rate : std::max(1, rate);
    repaintPicture();
}

void SpectrogramView::setSpectrogram(const Spectrogram& spectrogram, double seconds)
{
    mel_.set(spectrogram);
    fourier_.clear();
    seconds_ = seconds;
    resetWindow();
    describe();
    repaintPicture();
}

void SpectrogramView::setFourier(const Spectrogram& bins)
{
    fourier_.set(bins);
    repaintPicture();
}

void SpectrogramView::startLive(int frames)
{
    clear();
    mel_.startRing(frames);
}

void SpectrogramView::appendColumn(std::span<const float> values)
{
    mel_.append(values);
    if (!isLive()) seconds_ = 0;
    describe();
    repaintPicture();
}

void SpectrogramView::clear()
{
    mel_.clear();
    fourier_.clear();
    seconds_ = 0;
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
    if (look == look_) return;
    const bool otherScale = look.scale != look_.scale;
    look_ = look;
    // The same heights are other frequencies.
    if (otherScale) setWindow({window_.left, window_.right, 0, 1});
    describe();
    repaintPicture();
    Q_EMIT lookChanged();
}

void SpectrogramView::setColorMap(ColorMap map)
{
    SpectrogramLook look = look_;
    look.map = map;
    setLook(look);
}

void SpectrogramView::setExact(bool exact)
{
    exact_ = exact;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(exact);
    setSizePolicy(policy);
    updateGeometry();
    describe();
    update();
}

void SpectrogramView::setAxesVisible(bool visible)
{
    axesVisible_ = visible;
    update();
}

void SpectrogramView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

QSize SpectrogramView::sizeHint() const { return exact_ ? QSize(192, 192) : QSize(480, 200); }
QSizeF SpectrogramView::figureSize() const { return exact_ ? QSizeF(200, 200) : QSizeF(340, 160); }

double SpectrogramView::maxHertz() const { return params_.maxFrequency > 0 ? params_.maxFrequency : rate_ / 2.0; }

FrequencyAxis SpectrogramView::melAxis() const { return FrequencyAxis::mel(mel_.bands(), maxHertz()); }

FrequencyAxis SpectrogramView::axis() const
{
    if (look_.scale == FrequencyScale::Mel || exact_) return melAxis();
    const double binHertz = double(rate_) / params_.fftSize;
    const int bins = fourier_.empty() ? 1 + int(maxHertz() / binHertz + 1e-6) : fourier_.bands();
    return FrequencyAxis::linear(bins, binHertz);
}

double SpectrogramView::secondsPerColumn() const
{
    return seconds_ > 0 && !grid().empty() ? seconds_ / grid().frames() : params_.hopSeconds;
}

// Live, time is told from now backwards.
double SpectrogramView::firstSecond() const { return isLive() ? -secondsPerColumn() * frames() : 0; }

double SpectrogramView::decibels(double value) const { return (value - 1) * -params_.floorDecibels; }

std::pair<double, double> SpectrogramView::timeRange() const
{
    const double total = secondsPerColumn() * grid().frames();
    return {firstSecond() + window_.left * total, firstSecond() + window_.right * total};
}

std::pair<double, double> SpectrogramView::hertzRange() const { return {axis().hertzAt(window_.bottom), axis().hertzAt(window_.top)}; }

/// The row of the values that a row of the picture shows: mel bands on a linear scale lie where their peaks do.
int SpectrogramView::bandOf(const Cell& cell) const
{
    if (showsFourier() || exact_ || look_.scale == FrequencyScale::Mel) return cell.row;
    const double share = melAxis().shareOf(axis().hertzOfRow(cell.row));
    return std::clamp(int(std::floor(share * mel_.bands())), 0, mel_.bands() - 1);
}

QImage SpectrogramView::makePicture() const
{
    const SpectrogramGrid& values = grid();
    const int rows = axis().rows();
    if (values.empty()) return {};
    std::vector<int> bands(std::size_t(rows), 0);
    for (int row = 0; row < rows; ++row) bands[std::size_t(row)] = bandOf({0, row});
    const double lowest = std::max(look_.lowest, params_.floorDecibels);
    const auto scale = float(-params_.floorDecibels / (look_.highest - lowest)),
               shift = float((decibels(0) - lowest) / (look_.highest - lowest));
    QImage image(values.frames(), rows, QImage::Format_RGB32);
    for (int row = 0; row < rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(rows - 1 - row));
        for (int frame = 0; frame < values.frames(); ++frame)
            line[frame] = colorAt(shownMap(), values.at(bands[std::size_t(row)], frame) * scale + shift);
    }
    return image;
}

const QImage& SpectrogramView::picture() const
{
    if (picture_.isNull()) picture_ = makePicture();
    return picture_;
}

void SpectrogramView::repaintPicture()
{
    picture_ = QImage();
    update();
}

SpectrogramView::Layout SpectrogramView::layoutFor(const QRectF& area, const QFontMetricsF& metrics, bool print) const
{
    Layout layout;
    layout.plot = area;
    if (axesVisible_) {
        const double left = metrics.horizontalAdvance(QStringLiteral("0.5k")) + kGrid;
        layout.plot.adjust(left, metrics.height() / 2, -1, -(metrics.height() + 4));
    }
    if (exact_ && frames() > 0) layout.plot = fitted({frames(), mel_.bands()}, layout.plot, !print, print ? 1.0 : devicePixelRatioF());
    layout.picture = layout.plot;
    if (isLive()) layout.picture.setLeft(layout.plot.right() - layout.plot.width() * frames() / mel_.ring());
    return layout;
}

SpectrogramView::Layout SpectrogramView::layoutNow() const { return layoutFor(rect(), QFontMetricsF(smallNumberFont()), false); }

QRectF SpectrogramView::plotRect() const { return layoutNow().plot; }

void SpectrogramView::paintSpectrogram(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const auto [plot, where] = layoutFor(area, QFontMetricsF(painter.font()), print);
    if (plot.width() < 2 || plot.height() < 2) return;
    if (isLive()) painter.fillRect(plot, theme.mat);
    if (frames() > 0) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact_);
        const int factor = print ? (exact_ ? 12 : 4) : 1;
        const QImage& plain = picture();
        const QImage image = factor == 1 ? plain
                             : exact_    ? enlarged(plain, factor)
                                         : plain.scaled(plain.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const QSizeF size = image.size();
        painter.drawImage(where, image,
                          QRectF(window_.left * size.width(), (1 - window_.top) * size.height(),
                                 (window_.right - window_.left) * size.width(), (window_.top - window_.bottom) * size.height()));
        painter.restore();
        paintOver(painter, where);
    }
    if (axesVisible_ && mel_.bands() > 0) paintAxes(painter, area, plot, theme);
}

void SpectrogramView::paintAxes(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(theme.secondaryText);
    const FrequencyAxis frequencies = axis();
    double lastY = plot.bottom() + metrics.height();
    for (const double hertz : frequencies.ticks(window_.bottom, window_.top, int(plot.height() / (metrics.height() * 1.8)))) {
        const double share = (frequencies.shareOf(hertz) - window_.bottom) / (window_.top - window_.bottom);
        const double y = plot.bottom() - share * plot.height();
        if (y < plot.top() || y > plot.bottom() || lastY - y < metrics.height() * 1.15) continue;
        lastY = y;
        painter.fillRect(QRectF(plot.left() - 4, y - 0.5, 4, 1), theme.hairline);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, hertzText(hertz));
    }
    if (lastY - plot.top() > metrics.height() * 1.4)
        painter.drawText(QRectF(area.left(), plot.top() - metrics.height() / 4, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tr("Hz"));

    auto [left, right] = timeRange();
    if (isLive()) left = right - secondsPerColumn() * mel_.ring();
    const int most = std::max(1, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("00.00 s")) * 1.6)));
    const double step = niceStep(right - left, most);
    for (const double tick : niceTicks(left, right, most)) {
        const double x = plot.left() + (tick - left) / (right - left) * plot.width();
        const QString text = tr("%1 s").arg(tickText(tick, step));
        const double wide = metrics.horizontalAdvance(text);
        painter.fillRect(QRectF(std::clamp(x, plot.left(), plot.right() - 1), plot.bottom(), 1, 4), theme.hairline);
        painter.drawText(QRectF(std::clamp(x - wide / 2, area.left(), std::max(area.left(), plot.right() - wide)), plot.bottom() + 4,
                                wide + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

SpectrogramView::Cell SpectrogramView::nearestCell(QPointF position) const
{
    const QRectF where = layoutNow().picture;
    if (grid().empty() || where.isEmpty()) return {};
    const double x = window_.left + (position.x() - where.left()) / where.width() * (window_.right - window_.left);
    const double y = window_.bottom + (where.bottom() - position.y()) / where.height() * (window_.top - window_.bottom);
    const int columns = grid().frames(), rows = axis().rows();
    return {std::clamp(int(std::floor(x * columns)), 0, columns - 1), std::clamp(int(std::floor(y * rows)), 0, rows - 1)};
}

std::optional<SpectrogramView::Cell> SpectrogramView::cellAt(QPointF position) const
{
    if (grid().empty() || !layoutNow().picture.contains(position)) return std::nullopt;
    return nearestCell(position);
}

QRectF SpectrogramView::cellsRect(const Cell& first, int columns, int rows) const
{
    const QRectF where = layoutNow().picture;
    const double width = where.width() / ((window_.right - window_.left) * std::max(1, grid().frames()));
    const double height = where.height() / ((window_.top - window_.bottom) * axis().rows());
    const double left = where.left() + first.column * width - window_.left * width * grid().frames();
    const double bottom = where.bottom() - first.row * height + window_.bottom * height * axis().rows();
    return {left, bottom - rows * height, columns * width, rows * height};
}

void SpectrogramView::paintReadOut(QPainter& painter, const QRectF& plot, const QRectF& where) const
{
    const auto cell = cellAt(hover_);
    if (!cell) return;
    const QRectF box = cellsRect(*cell, 1, 1);
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(Qt::NoBrush);
    if (exact_) return painter.drawRect(box);
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
    const auto [left, right] = timeRange();
    if (exact_ || isLive() || playPosition_ < left || playPosition_ > right || right <= left) return {};
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
    if (frames() == 0 && !isLive()) {
        if (exact_) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().mat);
            painter.drawRoundedRect(fitted({1, 1}, rect(), false, 1), 4, 4);
        }
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        paintSpectrogram(painter, rect(), colors(), false);
        if (const QRectF cursor = cursorRect(); !cursor.isEmpty()) {
            painter.fillRect(cursor.adjusted(-1, 0, 1, 0), QColor(0, 0, 0, 120));
            painter.fillRect(cursor, Qt::white);
        }
        const auto [plot, where] = layoutNow();
        paintReadOut(painter, plot, where);
    }
    paintFocus(painter, rect());
}

void SpectrogramView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (frames() > 0) paintSpectrogram(painter, area.adjusted(2, 2, -4, -2), printColors(), true);
}

/// What is shown: the scale's own rows, and of a zoomed view those that can be seen.
QString SpectrogramView::figureCsv() const
{
    if (frames() == 0) return {};
    const FrequencyAxis frequencies = axis();
    const auto part = [](double low, double high, int count) {
        return std::pair(std::clamp(int(std::floor(low * count + 1e-6)), 0, count),
                         std::clamp(int(std::ceil(high * count - 1e-6)), 0, count));
    };
    const auto [first, end] = part(window_.left, window_.right, grid().frames());
    const auto [lowest, top] = part(window_.bottom, window_.top, frequencies.rows());
    QString csv = QStringLiteral("hertz");
    for (int frame = first; frame < end; ++frame) csv += QStringLiteral(",%1").arg(frame * secondsPerColumn(), 0, 'f', 4);
    csv += QLatin1Char('\n');
    for (int row = lowest; row < top; ++row) {
        csv += QString::number(frequencies.hertzOfRow(row), 'f', 1);
        const int band = bandOf({0, row});
        for (int frame = first; frame < end; ++frame) csv += QStringLiteral(",%1").arg(double(grid().at(band, frame)), 0, 'f', 4);
        csv += QLatin1Char('\n');
    }
    return csv;
}

QString SpectrogramView::readOut(const Cell& cell) const
{
    const double seconds = firstSecond() + (cell.column + 0.5) * secondsPerColumn();
    const int decimals = secondsPerColumn() * grid().frames() * (window_.right - window_.left) < 0.5 ? 3 : 2;
    return tr("%1 s   %2 Hz   %3 dB")
        .arg(numberText(seconds, decimals))
        .arg(std::lround(axis().hertzOfRow(cell.row)))
        .arg(numberText(decibels(double(grid().at(bandOf(cell), cell.column))), 0));
}

bool SpectrogramView::isZoomed() const { return window_ != Window(); }

void SpectrogramView::setWindow(Window window)
{
    keepInside(window.left, window.right, closestCells / std::max(1, grid().frames()));
    keepInside(window.bottom, window.top, closestCells / axis().rows());
    if (window == window_) return;
    window_ = window;
    setCursor(isZoomed() ? Qt::OpenHandCursor : Qt::ArrowCursor);
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
    if (!isZoomed()) return;
    window_ = {};
    unsetCursor();
    describe();
    update();
    Q_EMIT windowChanged();
}

void SpectrogramView::zoom(double time, double frequency, QPointF at)
{
    const QRectF where = layoutNow().picture;
    if (exact_ || isLive() || frames() == 0 || where.isEmpty() || !(time > 0) || !(frequency > 0)) return;
    const double x = std::clamp((at.x() - where.left()) / where.width(), 0.0, 1.0);
    const double y = std::clamp((where.bottom() - at.y()) / where.height(), 0.0, 1.0);
    const auto around = [](double low, double high, double share, double factor, double least) {
        const double size = std::clamp((high - low) * factor, std::min(1.0, least), 1.0);
        const double begin = low + share * (high - low) - share * size;
        return std::pair(begin, begin + size);
    };
    const auto [left, right] = around(window_.left, window_.right, x, time, closestCells / grid().frames());
    const auto [bottom, top] = around(window_.bottom, window_.top, y, frequency, closestCells / axis().rows());
    setWindow({left, right, bottom, top});
}

void SpectrogramView::pan(double time, double frequency)
{
    if (!isZoomed()) return;
    const double dx = time * (window_.right - window_.left), dy = frequency * (window_.top - window_.bottom);
    setWindow({window_.left + dx, window_.right + dx, window_.bottom + dy, window_.top + dy});
}

void SpectrogramView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const auto [plot, where] = layoutNow();
    if (exact_ || isLive() || frames() == 0 || turned.isNull()) return event->ignore();
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
    if (event->button() != Qt::LeftButton || !isZoomed()) return FigureView::mousePressEvent(event);
    grabbed_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void SpectrogramView::mouseReleaseEvent(QMouseEvent* event)
{
    FigureView::mouseReleaseEvent(event);
    if (!grabbed_) return;
    grabbed_.reset();
    if (isZoomed()) setCursor(Qt::OpenHandCursor);
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
    if (exact_) setToolTip(text);
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
    if (exact_ || event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return FigureView::keyPressEvent(event);
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
    if (!isZoomed()) return FigureView::keyPressEvent(event);
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
    if (frames() == 0) return setAccessibleDescription(emptyText_);
    QString text = tr("%1 columns of %2 frequency bands.").arg(frames()).arg(grid().bands());
    if (isZoomed()) {
        const auto [left, right] = timeRange();
        const auto [low, high] = hertzRange();
        text += QLatin1Char(' ') + tr("Shown: %1 to %2 s, %3 to %4 Hz.")
                                       .arg(numberText(left, 2), numberText(right, 2))
                                       .arg(std::lround(low))
                                       .arg(std::lround(high));
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
