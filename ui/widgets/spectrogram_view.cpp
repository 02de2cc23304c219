#include "ui/widgets/spectrogram_view.h"

#include <QActionGroup>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

// HTK mel scale, as in core/audio/spectrogram.h.
double melOf(double hertz) { return 2595 * std::log10(1 + hertz / 700); }
double hertzOf(double mel) { return 700 * (std::pow(10.0, mel / 2595) - 1); }

}  // namespace

SpectrogramView::SpectrogramView(QWidget* parent) : FigureView(parent), emptyText_(tr("The spectrogram appears here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString SpectrogramView::kindOfFigure() const { return exact_ ? tr("Network input") : tr("Mel spectrogram"); }

void SpectrogramView::setParams(const SpectrogramParams& params, int rate)
{
    params_ = params;
    rate_ = params.rate > 0 ? params.rate : std::max(1, rate);
    update();
}

void SpectrogramView::setSpectrogram(const Spectrogram& spectrogram, double seconds)
{
    liveFrames_ = 0;
    head_ = 0;
    seconds_ = seconds;
    frames_ = spectrogram.frames;
    image_ = spectrogram.frames > 0 ? QImage(spectrogram.frames, spectrogram.bands, QImage::Format_Indexed8) : QImage();
    for (int band = 0; band < image_.height(); ++band) {
        uchar* line = image_.scanLine(image_.height() - 1 - band);
        for (int frame = 0; frame < frames_; ++frame)
            line[frame] = uchar(std::lround(std::clamp(spectrogram.at(band, frame), 0.0f, 1.0f) * 255));
    }
    describe();
    update();
}

void SpectrogramView::startLive(int frames)
{
    clear();
    liveFrames_ = std::max(2, frames);
}

void SpectrogramView::reserve(int frames, int bands)
{
    if (image_.width() >= frames && image_.height() == bands) return;
    const int width = liveFrames_ > 0 ? liveFrames_ : std::max(frames, image_.width() * 2);
    QImage larger(width, bands, QImage::Format_Indexed8);
    larger.fill(0);
    if (image_.height() == bands) {
        for (int y = 0; y < bands; ++y) std::copy_n(image_.constScanLine(y), image_.width(), larger.scanLine(y));
    } else {
        frames_ = head_ = 0;
    }
    image_ = larger;
}

void SpectrogramView::appendColumn(std::span<const float> values)
{
    const int bands = int(values.size());
    if (bands == 0) return;
    reserve(liveFrames_ > 0 ? liveFrames_ : frames_ + 1, bands);
    const int column = liveFrames_ > 0 ? head_ : frames_;
    for (int band = 0; band < bands; ++band) {
        const float value = values[std::size_t(band)];
        image_.scanLine(bands - 1 - band)[column] = uchar(std::lround((value > 0 ? std::min(value, 1.0f) : 0.0f) * 255));
    }
    if (liveFrames_ > 0) {
        head_ = (head_ + 1) % liveFrames_;
        frames_ = std::min(frames_ + 1, liveFrames_);
    } else {
        ++frames_;
        seconds_ = 0;
    }
    describe();
    update();
}

void SpectrogramView::clear()
{
    image_ = QImage();
    frames_ = head_ = liveFrames_ = 0;
    seconds_ = 0;
    hover_ = {-1, -1};
    describe();
    update();
}

void SpectrogramView::setColorMap(ColorMap map)
{
    if (map == map_) return;
    map_ = map;
    Q_EMIT colorMapChanged(map);
    update();
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

// Filter b of n peaks at (b + 1) / (n + 1) of the mel range; the middle of its row lies half a row above b.
double SpectrogramView::bandHertz(double row) const
{
    return hertzOf(std::clamp((row + 0.5) / (image_.height() + 1), 0.0, 1.0) * melOf(maxHertz()));
}

double SpectrogramView::rowOf(double hertz) const { return melOf(hertz) / melOf(maxHertz()) * (image_.height() + 1) - 0.5; }

double SpectrogramView::secondsPerColumn() const { return seconds_ > 0 && frames_ > 0 ? seconds_ / frames_ : params_.hopSeconds; }

QImage SpectrogramView::picture() const
{
    QImage ordered = image_.copy(0, 0, frames_, image_.height());
    if (liveFrames_ > 0 && frames_ == liveFrames_) {
        for (int y = 0; y < image_.height(); ++y) {
            const uchar* in = image_.constScanLine(y);
            std::rotate_copy(in, in + head_, in + frames_, ordered.scanLine(y));
        }
    }
    const auto& table = colorTable(map_);
    ordered.setColorTable(QList<QRgb>(table.begin(), table.end()));
    return ordered.convertToFormat(QImage::Format_RGB32);
}

SpectrogramView::Layout SpectrogramView::layoutFor(const QRectF& area, const QFontMetricsF& metrics, bool print) const
{
    Layout layout;
    layout.plot = area;
    if (axesVisible_) {
        const double left = metrics.horizontalAdvance(QStringLiteral("0.5k")) + kGrid;
        layout.plot.adjust(left, metrics.height() / 2, -1, -(metrics.height() + 4));
    }
    if (exact_ && frames_ > 0) layout.plot = fitted({frames_, image_.height()}, layout.plot, !print, print ? 1.0 : devicePixelRatioF());
    layout.picture = layout.plot;
    if (liveFrames_ > 0) layout.picture.setLeft(layout.plot.right() - layout.plot.width() * frames_ / liveFrames_);
    return layout;
}

QRectF SpectrogramView::plotRect() const { return layoutFor(rect(), QFontMetricsF(smallNumberFont()), false).plot; }

void SpectrogramView::paintSpectrogram(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const QFontMetricsF metrics(painter.font());
    const auto [plot, where] = layoutFor(area, metrics, print);
    if (plot.width() < 2 || plot.height() < 2) return;
    if (liveFrames_ > 0) painter.fillRect(plot, theme.mat);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact_);
    QImage image = picture();
    if (print) image = exact_ ? enlarged(image, 12) : image.scaled(image.size() * 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(where, image);
    painter.restore();
    if (!axesVisible_ || image_.height() == 0) return;

    painter.setPen(theme.secondaryText);
    const double rowHeight = plot.height() / image_.height();
    double lastY = plot.bottom() + metrics.height();
    for (const double hertz : {125., 250., 500., 1000., 2000., 4000., 8000., 16000.}) {
        const double y = plot.bottom() - (rowOf(hertz) + 0.5) * rowHeight;
        if (hertz > maxHertz() || y < plot.top() || y > plot.bottom() || lastY - y < metrics.height() * 1.15) continue;
        lastY = y;
        painter.fillRect(QRectF(plot.left() - 4, y - 0.5, 4, 1), theme.hairline);
        const QString text = hertzText(hertz);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }

    if (lastY - plot.top() > metrics.height() * 1.4)
        painter.drawText(QRectF(area.left(), plot.top() - metrics.height() / 4, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tr("Hz"));

    const double total = secondsPerColumn() * (liveFrames_ > 0 ? liveFrames_ : frames_);
    const double left = liveFrames_ > 0 ? -total : 0, right = left + total;
    const int most = std::max(1, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("00.00 s")) * 1.6)));
    const double step = niceStep(total, most);
    for (const double tick : niceTicks(left, right, most)) {
        const double x = plot.left() + (tick - left) / total * plot.width();
        const QString text = tr("%1 s").arg(tickText(tick, step));
        const double wide = metrics.horizontalAdvance(text);
        painter.fillRect(QRectF(std::clamp(x, plot.left(), plot.right() - 1), plot.bottom(), 1, 4), theme.hairline);
        painter.drawText(QRectF(std::clamp(x - wide / 2, area.left(), std::max(area.left(), plot.right() - wide)), plot.bottom() + 4,
                                wide + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void SpectrogramView::paintReadOut(QPainter& painter, const QRectF& plot, const QRectF& where) const
{
    const double cellWidth = where.width() / frames_, cellHeight = where.height() / image_.height();
    const QRectF cell(where.left() + hover_.x() * cellWidth, where.bottom() - (hover_.y() + 1) * cellHeight, cellWidth, cellHeight);
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(Qt::NoBrush);
    if (exact_) {
        painter.drawRect(cell);
    } else {
        painter.setOpacity(0.6);
        painter.drawLine(QPointF(cell.center().x(), plot.top()), QPointF(cell.center().x(), plot.bottom()));
        painter.drawLine(QPointF(plot.left(), cell.center().y()), QPointF(plot.right(), cell.center().y()));
        painter.setOpacity(1);
    }
    if (exact_) return;
    const QFontMetricsF metrics(painter.font());
    const QString text = readOut(hover_.x(), hover_.y());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 2 * kGrid, metrics.height() + kGrid);
    box.moveTopRight(plot.topRight() + QPointF(-kGrid, kGrid));
    if (box.contains(cell.center()) || cell.center().x() > box.left() - kGrid) box.moveLeft(plot.left() + kGrid);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor back = colors().raised;
    back.setAlphaF(0.92f);
    painter.setBrush(back);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colors().text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void SpectrogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (frames_ == 0 && liveFrames_ == 0) {
        if (exact_) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().mat);
            painter.drawRoundedRect(fitted({1, 1}, rect(), false, 1), 4, 4);
        }
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        paintSpectrogram(painter, rect(), colors(), false);
        if (hover_.x() >= 0 && hover_.x() < frames_) {
            const auto [plot, where] = layoutFor(rect(), QFontMetricsF(painter.font()), false);
            paintReadOut(painter, plot, where);
        }
    }
    paintFocus(painter, rect());
}

void SpectrogramView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (frames_ > 0) paintSpectrogram(painter, area.adjusted(2, 2, -4, -2), printColors(), true);
}

QString SpectrogramView::figureCsv() const
{
    if (frames_ == 0) return {};
    QString csv = QStringLiteral("hertz");
    for (int frame = 0; frame < frames_; ++frame) csv += QStringLiteral(",%1").arg(frame * secondsPerColumn(), 0, 'f', 4);
    csv += QLatin1Char('\n');
    for (int band = 0; band < image_.height(); ++band) {
        csv += QString::number(bandHertz(band + 0.5), 'f', 1);
        for (int frame = 0; frame < frames_; ++frame) csv += QStringLiteral(",%1").arg(valueAt(frame, band), 0, 'f', 4);
        csv += QLatin1Char('\n');
    }
    return csv;
}

double SpectrogramView::valueAt(int column, int band) const
{
    const int stored = liveFrames_ > 0 && frames_ == liveFrames_ ? (head_ + column) % liveFrames_ : column;
    return image_.constScanLine(image_.height() - 1 - band)[stored] / 255.0;
}

QString SpectrogramView::readOut(int column, int band) const
{
    const double seconds = (column + 0.5 - (liveFrames_ > 0 ? frames_ : 0)) * secondsPerColumn();
    const double decibels = (valueAt(column, band) - 1) * -params_.floorDecibels;
    return tr("%1 s   %2 Hz   %3 dB").arg(numberText(seconds, 2)).arg(std::lround(bandHertz(band + 0.5))).arg(numberText(decibels, 0));
}

void SpectrogramView::mouseMoveEvent(QMouseEvent* event)
{
    const auto [plot, where] = layoutFor(rect(), QFontMetricsF(smallNumberFont()), false);
    QPoint now(-1, -1);
    if (frames_ > 0 && where.contains(event->position())) {
        now = {std::min(frames_ - 1, int((event->position().x() - where.left()) / where.width() * frames_)),
               std::min(image_.height() - 1, int((where.bottom() - event->position().y()) / where.height() * image_.height()))};
    }
    if (now == hover_) return;
    hover_ = now;
    const QString text = now.x() < 0 ? QString() : readOut(now.x(), now.y());
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

void SpectrogramView::addMenuItems(QMenu& menu)
{
    auto* group = new QActionGroup(&menu);
    for (const ColorMap map : {ColorMap::Magma, ColorMap::Viridis, ColorMap::Cividis, ColorMap::Grey}) {
        QAction* action = menu.addAction(colorMapName(map));
        action->setCheckable(true);
        action->setChecked(map == map_);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, map] { setColorMap(map); });
    }
}

void SpectrogramView::describe()
{
    setAccessibleName(kindOfFigure());
    setAccessibleDescription(frames_ == 0 ? emptyText_ : tr("%1 columns of %2 frequency bands.").arg(frames_).arg(image_.height()));
}

}  // namespace sonoglyph
