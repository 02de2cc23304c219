#include "ui/widgets/posterior_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/logic/text.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr float widestDeviation = 0.5F;  // a pixel that is 0 in half of the draws and 1 in the others

QImage inColour(const std::vector<float>& deviation, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) row[x] = colorAt(ColorMap::Magma, deviation[std::size_t(y * width + x)] / widestDeviation);
    }
    return image;
}

}  // namespace

PosteriorView::PosteriorView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString PosteriorView::kindOfFigure() const { return tr("Posterior"); }

void PosteriorView::setPicture(const PosteriorPicture& picture)
{
    mean_ = toQImage(picture.mean);
    deviations_ = picture.deviation;
    deviation_ = inColour(deviations_, picture.width, picture.height);
    draws_.clear();
    read_.clear();
    for (const Drawing& draw : picture.draws) {
        draws_ << toQImage(draw.image);
        read_ << QString::fromStdString(draw.reading.name());
    }
    spread_ = picture.spread;
    if (current_ >= draws_.size()) current_ = -1;
    describe();
    update();
}

void PosteriorView::clear()
{
    mean_ = deviation_ = QImage();
    draws_.clear();
    read_.clear();
    deviations_.clear();
    current_ = -1;
    hover_ = none;
    describe();
    update();
}

void PosteriorView::setCurrent(int draw)
{
    current_ = draw >= 0 && draw < draws_.size() ? draw : -1;
    describe();
    update();
}

/// The words above a picture are never wider than it and the room beside it.
double PosteriorView::narrowest(const QFontMetricsF& metrics)
{
    return std::ceil(std::max(metrics.horizontalAdvance(tr("Mean")), metrics.horizontalAdvance(tr("Deviation")) - kGrid));
}

QSize PosteriorView::minimumSizeHint() const
{
    const QFontMetricsF metrics(smallNumberFont());
    return {240, int(std::ceil(metrics.height() + narrowest(metrics))) + 2 * 2};
}

/// Of all ways to place two pictures and a grid beside each other, the one that shows most.
PosteriorView::Layout PosteriorView::layoutFor(const QRectF& area, const QFont& font, double ratio) const
{
    const QFontMetricsF metrics(font);
    const double caption = metrics.height() + 2, gap = 3, between = 2 * kGrid;
    const int count = std::max(1, int(draws_.size()));
    const auto whole = [ratio](double side) { return std::floor(side * ratio) / ratio; };
    Layout best;
    double most = -1;
    for (const bool stacked : {true, false}) {
        const double tallest = stacked ? (area.height() - 2 * caption - gap) / 2 : area.height() - caption;
        for (double share = 1; share > 0.3; share -= 0.1) {
            const double side = whole(tallest * share);
            const double left = stacked ? side : 2 * side + gap;
            for (const int columns : {4, 8, 16}) {
                const int rows = (count + columns - 1) / columns;
                const double cell = whole(std::min((area.width() - left - between - (columns - 1) * gap) / columns,
                                                   (area.height() - caption - (rows - 1) * gap) / rows));
                if (cell <= 0 || side < cell) continue;
                // A draw is worth as much as it can be seen; the two large ones need not be huge.
                const double large = std::min(side, 3 * cell);
                const double legible = side < narrowest(metrics) ? 0.01 : 1;
                const double shown = legible * (count * cell * cell + large * large);
                if (shown <= most) continue;
                most = shown;
                best.cell = cell;
                best.columns = columns;
                best.mean = {area.left(), area.top() + caption, side, side};
                best.deviation = best.mean.translated(stacked ? QPointF(0, side + gap + caption) : QPointF(side + gap, 0));
                best.draws = {area.left() + left + between, area.top() + caption, columns * (cell + gap) - gap, rows * (cell + gap) - gap};
            }
        }
    }
    best.caption = caption;
    best.gap = gap;
    return best;
}

QRectF PosteriorView::cellIn(const Layout& layout, int draw)
{
    const double step = layout.cell + layout.gap;
    return {layout.draws.left() + draw % layout.columns * step, layout.draws.top() + draw / layout.columns * step, layout.cell,
            layout.cell};
}

PosteriorView::Layout PosteriorView::layoutNow() const { return layoutFor(pictures(), smallNumberFont(), devicePixelRatioF()); }

/// Room for the frame of a picture.
QRectF PosteriorView::pictures() const { return QRectF(rect()).adjusted(2, 0, -2, -2); }

QRectF PosteriorView::meanRect() const { return layoutNow().mean; }

QRectF PosteriorView::deviationRect() const { return layoutNow().deviation; }

QRectF PosteriorView::drawRect(int draw) const { return cellIn(layoutNow(), draw); }

QString PosteriorView::drawsCaption() const
{
    if (read_.contains(QString())) return tr("%n draw(s)", nullptr, int(draws_.size()));
    QStringList sorted = read_;
    sorted.sort();
    const auto commonest =
        std::max_element(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return read_.count(a) < read_.count(b); });
    if (commonest == sorted.end()) return {};
    return tr("Draws: %1 of %2 read as %3").arg(read_.count(*commonest)).arg(read_.size()).arg(*commonest);
}

void PosteriorView::paintAll(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const
{
    const Layout layout = layoutFor(area, painter.font(), ratio);
    if (layout.cell <= 0) return;
    const QFontMetricsF metrics(painter.font());
    const auto caption = [&](const QRectF& part, const QString& text, double right) {
        painter.setPen(theme.secondaryText);
        const double room = right - part.left();
        painter.drawText(QRectF(part.left(), part.top() - layout.caption, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room));
    };
    const auto picture = [&](const QRectF& where, const QImage& image) { painter.drawImage(where, print ? enlarged(image, 8) : image); };
    caption(layout.mean, tr("Mean"), layout.mean.right());
    picture(layout.mean, mean_);
    const QString deviation = tr("Deviation");
    caption(layout.deviation, deviation, layout.deviation.right() + kGrid);
    picture(layout.deviation, deviation_);
    // The scale of the colours, where its words leave room.
    const QString high = QStringLiteral("½");
    const double scaleLeft = layout.deviation.left() + metrics.horizontalAdvance(deviation) + kGrid / 2.0;
    const double scaleRight = layout.deviation.right() - metrics.horizontalAdvance(high) - 2;
    if (scaleRight - scaleLeft >= 12) {
        const double middle = layout.deviation.top() - layout.caption + metrics.height() / 2;
        QLinearGradient scale(scaleLeft, 0, scaleRight, 0);
        for (int i = 0; i <= 8; ++i) scale.setColorAt(i / 8.0, colorAt(ColorMap::Magma, float(i) / 8));
        painter.fillRect(QRectF(scaleLeft, middle - 3, scaleRight - scaleLeft, 6), scale);
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(scaleRight + 2, middle - metrics.height() / 2, metrics.horizontalAdvance(high) + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, high);
    }
    caption(layout.draws, drawsCaption(), area.right());
    for (int i = 0; i < draws_.size(); ++i) picture(cellIn(layout, i), draws_[i]);
    if (print) return;
    const auto frame = [&](int which, const QColor& color) {
        if (which == none) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect((which < 0 ? layout.mean : cellIn(layout, which)).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, theme.secondaryText);
    frame(current_, theme.accent);
}

void PosteriorView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (isEmpty())
        paintEmpty(painter, rect(), tr("What the sound leaves open appears here: the image of the mean, and others that are as likely."),
                   colors());
    else
        paintAll(painter, pictures(), colors(), devicePixelRatioF(), false);
    paintFocus(painter, rect());
}

void PosteriorView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!isEmpty()) paintAll(painter, area.adjusted(4, 4, -4, -4), printColors(), 8, true);
}

QString PosteriorView::figureCsv() const
{
    if (isEmpty()) return {};
    QString csv = QStringLiteral("row,column,mean,deviation");
    for (int i = 1; i <= draws_.size(); ++i) csv += QStringLiteral(",draw %1").arg(i);
    csv += QLatin1Char('\n');
    const auto value = [](const QImage& image, int x, int y) { return QString::number(image.constScanLine(y)[x] / 255.0, 'f', 4); };
    for (int y = 0; y < mean_.height(); ++y) {
        for (int x = 0; x < mean_.width(); ++x) {
            csv += QStringLiteral("%1,%2,%3,%4")
                       .arg(QString::number(y), QString::number(x), value(mean_, x, y),
                            QString::number(double(deviations_[std::size_t(y * mean_.width() + x)]), 'f', 4));
            for (const QImage& draw : draws_) csv += QLatin1Char(',') + value(draw, x, y);
            csv += QLatin1Char('\n');
        }
    }
    return csv;
}

int PosteriorView::pictureAt(const QPointF& position) const
{
    if (isEmpty()) return none;
    const Layout layout = layoutNow();
    if (layout.mean.contains(position)) return -1;
    for (int i = 0; i < draws_.size(); ++i)
        if (cellIn(layout, i).contains(position)) return i;
    return none;
}

QString PosteriorView::readOut(const QPointF& position) const
{
    const int at = pictureAt(position);
    if (at == -1) return tr("The image of the mean of z");
    if (at >= 0 && !read_[at].isEmpty())
        return tr("Draw %1 of %2 at spread %3: LeNet-5 reads %4").arg(at + 1).arg(draws_.size()).arg(numberText(spread_, 2)).arg(read_[at]);
    if (at >= 0) return tr("Draw %1 of %2 at spread %3").arg(at + 1).arg(draws_.size()).arg(numberText(spread_, 2));
    const QRectF where = deviationRect();
    if (isEmpty() || !where.contains(position)) return {};
    const int x = std::min(mean_.width() - 1, int((position.x() - where.left()) / where.width() * mean_.width()));
    const int y = std::min(mean_.height() - 1, int((position.y() - where.top()) / where.height() * mean_.height()));
    return tr("Row %1, column %2: standard deviation %3 over the draws")
        .arg(y)
        .arg(x)
        .arg(numberText(double(deviations_[std::size_t(y * mean_.width() + x)]), 3));
}

void PosteriorView::mouseMoveEvent(QMouseEvent* event)
{
    Q_EMIT hovered(readOut(event->position()));
    const int at = pictureAt(event->position());
    if (at == hover_) return;
    hover_ = at;
    setCursor(at == none ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void PosteriorView::leaveEvent(QEvent*)
{
    hover_ = none;
    Q_EMIT hovered(QString());
    update();
}

void PosteriorView::mouseReleaseEvent(QMouseEvent* event)
{
    const int at = pictureAt(event->position());
    if (event->button() != Qt::LeftButton || at == none) return;
    // A second click goes back to the mean.
    setCurrent(at == current_ ? -1 : at);
    Q_EMIT chosen(current_);
}

void PosteriorView::keyPressEvent(QKeyEvent* event)
{
    if (isEmpty()) return FigureView::keyPressEvent(event);
    const int columns = layoutNow().columns;
    int next = current_;
    switch (event->key()) {
    case Qt::Key_Left:
        next -= 1;
        break;
    case Qt::Key_Right:
        next += 1;
        break;
    case Qt::Key_Up:
        next -= columns;
        break;
    case Qt::Key_Down:
        next += current_ < 0 ? 1 : columns;
        break;
    case Qt::Key_Home:
        next = -1;
        break;
    default:
        return FigureView::keyPressEvent(event);
    }
    setCurrent(std::clamp(next, -1, int(draws_.size()) - 1));
    Q_EMIT chosen(current_);
}

void PosteriorView::describe()
{
    setAccessibleName(figureTitle());
    if (isEmpty()) {
        setAccessibleDescription(tr("Nothing to draw yet."));
        return;
    }
    QString text = drawsCaption() + QLatin1Char('.');
    if (current_ >= 0) text += tr(" Draw %1 is shown.").arg(current_ + 1);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
