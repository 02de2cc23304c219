#include "ui/widgets/posterior_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/logic/text.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr float widestDeviation = 0.5F;  // a pixel that is 0 in half of the draws and 1 in the others

}  // namespace

PosteriorView::PosteriorView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString PosteriorView::kindOfFigure() const { return tr("Posterior"); }

void PosteriorView::setPicture(const PosteriorPicture& picture)
{
    figure_.mean = toQImage(picture.mean);
    figure_.deviations = picture.deviation;
    figure_.deviation = mapped(ColorMap::Magma, picture.width, picture.height,
                               [&](int x, int y) { return picture.deviation[std::size_t(y * picture.width + x)] / widestDeviation; });
    figure_.draws.clear();
    figure_.read.clear();
    for (const Drawing& draw : picture.draws) {
        figure_.draws << toQImage(draw.image);
        figure_.read << QString::fromStdString(draw.reading.name());
    }
    spread_ = picture.spread;
    if (current_ >= figure_.draws.size()) current_ = -1;
    describe();
    update();
}

void PosteriorView::clear()
{
    figure_.mean = figure_.deviation = QImage();
    figure_.draws.clear();
    figure_.read.clear();
    figure_.deviations.clear();
    current_ = -1;
    hover_ = none;
    describe();
    update();
}

void PosteriorView::setCurrent(int draw)
{
    current_ = draw >= 0 && draw < figure_.draws.size() ? draw : -1;
    describe();
    update();
}

QSize PosteriorView::minimumSizeHint() const
{
    const QFontMetricsF metrics(smallNumberFont());
    return {240, int(std::ceil(metrics.height() + PosteriorFigure::narrowest(metrics))) + 2 * 2};
}

PosteriorFigure::Layout PosteriorView::layoutNow() const { return figure_.layoutFor(pictures(), smallNumberFont(), devicePixelRatioF()); }

/// Room for the frame of a picture.
QRectF PosteriorView::pictures() const { return QRectF(rect()).adjusted(2, 0, -2, -2); }

QRectF PosteriorView::meanRect() const { return layoutNow().mean; }

QRectF PosteriorView::deviationRect() const { return layoutNow().deviation; }

QRectF PosteriorView::drawRect(int draw) const { return PosteriorFigure::cellIn(layoutNow(), draw); }

void PosteriorView::paintMarked(QPainter& painter) const
{
    figure_.paintAll(painter, pictures(), colors(), devicePixelRatioF(), false);
    const auto frame = [&](int which, const QColor& color) {
        if (which == none) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect((which < 0 ? meanRect() : drawRect(which)).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, colors().secondaryText);
    frame(current_, colors().accent);
}

void PosteriorView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.isEmpty())
        paintEmpty(painter, rect(), tr("What the sound leaves open appears here: the image of the mean, and others that are as likely."),
                   colors());
    else
        paintMarked(painter);
    paintFocus(painter, rect());
}

int PosteriorView::pictureAt(const QPointF& position) const
{
    if (figure_.isEmpty()) return none;
    const PosteriorFigure::Layout layout = layoutNow();
    if (layout.mean.contains(position)) return -1;
    for (int i = 0; i < figure_.draws.size(); ++i)
        if (PosteriorFigure::cellIn(layout, i).contains(position)) return i;
    return none;
}

QString PosteriorView::readOut(const QPointF& position) const
{
    const int at = pictureAt(position);
    if (at == -1) return tr("The image of the mean of z");
    if (at >= 0 && !figure_.read[at].isEmpty())
        return tr("Draw %1 of %2 at spread %3: LeNet-5 reads %4")
            .arg(at + 1)
            .arg(figure_.draws.size())
            .arg(numberText(spread_, 2))
            .arg(figure_.read[at]);
    if (at >= 0) return tr("Draw %1 of %2 at spread %3").arg(at + 1).arg(figure_.draws.size()).arg(numberText(spread_, 2));
    const QRectF where = deviationRect();
    if (figure_.isEmpty() || !where.contains(position)) return {};
    const int x = std::min(figure_.mean.width() - 1, int((position.x() - where.left()) / where.width() * figure_.mean.width()));
    const int y = std::min(figure_.mean.height() - 1, int((position.y() - where.top()) / where.height() * figure_.mean.height()));
    return tr("Row %1, column %2: standard deviation %3 over the draws")
        .arg(y)
        .arg(x)
        .arg(numberText(double(figure_.deviations[std::size_t(y * figure_.mean.width() + x)]), 3));
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
    if (figure_.isEmpty()) return FigureView::keyPressEvent(event);
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
    setCurrent(std::clamp(next, -1, int(figure_.draws.size()) - 1));
    Q_EMIT chosen(current_);
}

void PosteriorView::describe()
{
    setAccessibleName(figureTitle());
    if (figure_.isEmpty()) {
        setAccessibleDescription(tr("Nothing to draw yet."));
        return;
    }
    QString text = figure_.drawsCaption() + QLatin1Char('.');
    if (current_ >= 0) text += tr(" Draw %1 is shown.").arg(current_ + 1);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
