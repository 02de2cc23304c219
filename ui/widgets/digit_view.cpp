#include "ui/widgets/digit_view.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

DigitView::DigitView(QWidget* parent) : FigureView(parent), emptyText_(tr("The image appears here."))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

QString DigitView::kindOfFigure() const { return tr("Image"); }

void DigitView::setImage(const QImage& image)
{
    figure_.image = toGrey(image);
    scaled_ = QImage();
    describe();
    update();
}

void DigitView::clear() { setImage(QImage()); }

void DigitView::setDimmed(bool dimmed)
{
    if (dimmed == dimmed_) return;
    dimmed_ = dimmed;
    update();
}

void DigitView::setNote(const QString& note)
{
    if (note == note_) return;
    note_ = note;
    describe();
    update();
}

void DigitView::setSmooth(bool smooth)
{
    if (smooth == figure_.smooth) return;
    figure_.smooth = smooth;
    scaled_ = QImage();
    Q_EMIT smoothChanged(smooth);
    update();
}

void DigitView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void DigitView::setClickText(const QString& text)
{
    clickText_ = text;
    setToolTip(text);
    setCursor(text.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

// The mat is wide enough for the read-out below the image; where there is little room the image comes first.
double DigitView::matFor(double side) const
{
    constexpr double thin = kGrid / 2.0, smallSide = 116;
    const double wide = std::max<double>(kMargin, QFontMetricsF(smallNumberFont()).height() + kGrid / 2.0);
    return std::clamp(0.12 * (side - smallSide), thin, wide);
}

QRectF DigitView::imageArea() const
{
    const double mat = matFor(std::min(width(), height()));
    const QSize shape = figure_.image.isNull() ? QSize(1, 1) : figure_.image.size();
    return fitted(shape, QRectF(rect()).adjusted(mat, mat, -mat, -mat), !figure_.smooth && !figure_.image.isNull(), devicePixelRatioF());
}

void DigitView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& c = colors();
    painter.setFont(smallNumberFont());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.mat);
    painter.drawRoundedRect(rect(), 6, 6);
    if (figure_.image.isNull()) {
        painter.setPen(c.onMat);
        painter.drawText(QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
        paintFocus(painter, rect());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF area = imageArea();
    if (dimmed_) painter.setOpacity(0.3);
    if (figure_.smooth) {
        const QSize pixels = (area.size() * devicePixelRatioF()).toSize();
        if (scaled_.size() != pixels) scaled_ = scaledSmoothly(figure_.image, pixels);
        painter.drawImage(area, scaled_);
    } else {
        painter.drawImage(area, figure_.image);
    }
    painter.setOpacity(1);
    painter.setPen(c.onMat);
    if (!note_.isEmpty() && area.top() >= painter.fontMetrics().height())
        painter.drawText(QRectF(0, 0, width(), area.top()), Qt::AlignCenter, note_);
    if (hover_.x() >= 0 && hover_.x() < figure_.image.width() && hover_.y() < figure_.image.height()) {
        const double cell = area.width() / figure_.image.width();
        painter.setPen(QPen(c.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(area.left() + hover_.x() * cell, area.top() + hover_.y() * cell, cell, cell));
        const QRectF below(0, area.bottom(), width(), height() - area.bottom());
        painter.setPen(c.onMat);
        if (below.height() >= painter.fontMetrics().height()) painter.drawText(below, Qt::AlignCenter, readOut());
    }
    paintFocus(painter, rect());
}

QString DigitView::readOut() const
{
    if (hover_.x() < 0) return {};
    return tr("row %1, column %2: %3")
        .arg(hover_.y())
        .arg(hover_.x())
        .arg(numberText(figure_.image.constScanLine(hover_.y())[hover_.x()] / 255.0, 3));
}

void DigitView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint now = imageArea().contains(event->position()) ? pixelAt(event->position()) : QPoint(-1, -1);
    if (now == hover_) return;
    hover_ = now;
    Q_EMIT hovered(readOut());
    update();
}

QPoint DigitView::pixelAt(QPointF position) const
{
    if (figure_.image.isNull()) return {-1, -1};
    const QRectF area = imageArea();
    const double cell = area.width() / figure_.image.width();
    return {std::clamp(int(std::floor((position.x() - area.left()) / cell)), 0, figure_.image.width() - 1),
            std::clamp(int(std::floor((position.y() - area.top()) / cell)), 0, figure_.image.height() - 1)};
}

void DigitView::leaveEvent(QEvent*)
{
    hover_ = {-1, -1};
    Q_EMIT hovered(QString());
    update();
}

void DigitView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && !figure_.image.isNull()) Q_EMIT clicked();
}

void DigitView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !figure_.image.isNull())
        Q_EMIT clicked();
    else
        FigureView::keyPressEvent(event);
}

void DigitView::addMenuItems(QMenu& menu)
{
    QAction* smooth = menu.addAction(tr("Smooth pixels"));
    smooth->setCheckable(true);
    smooth->setChecked(figure_.smooth);
    connect(smooth, &QAction::toggled, this, &DigitView::setSmooth);
}

void DigitView::describe()
{
    setAccessibleName(tr("Image"));
    QString text =
        figure_.image.isNull() ? emptyText_ : tr("%1 by %2 pixels, white on black.").arg(figure_.image.width()).arg(figure_.image.height());
    if (!note_.isEmpty()) text += QLatin1Char(' ') + note_;
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
