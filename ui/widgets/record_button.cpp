#include "ui/widgets/record_button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "ui/widgets/theme.h"

namespace sonoglyph {

RecordButton::RecordButton(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    describe();
}

void RecordButton::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    if (state == Idle || state == Busy) level_ = 0;
    describe();
    update();
}

void RecordButton::setLevel(double level)
{
    level_ = level > 0 ? std::min(level, 1.0) : 0.0;
    if (state_ == Waiting || state_ == Recording) update();
}

void RecordButton::describe()
{
    switch (state_) {
    case Idle:
        setAccessibleName(tr("Record"));
        setAccessibleDescription(tr("Opens the microphone and waits for a spoken digit."));
        setToolTip(tr("Record a spoken digit (Space)"));
        break;
    case Waiting:
        setAccessibleName(tr("Listening"));
        setAccessibleDescription(tr("Waiting for a word. Press to stop."));
        setToolTip(tr("Waiting for a word. Press to stop (Space)"));
        break;
    case Recording:
        setAccessibleName(tr("Recording"));
        setAccessibleDescription(tr("A word is being recorded. Press to stop."));
        setToolTip(tr("Stop recording (Space)"));
        break;
    case Busy:
        setAccessibleName(tr("Working"));
        setAccessibleDescription(tr("The image is being made."));
        setToolTip(tr("The image is being made"));
        break;
    }
}

bool RecordButton::hitButton(const QPoint& position) const
{
    const QPointF offset = position - QRectF(rect()).center();
    return state_ != Busy && std::hypot(offset.x(), offset.y()) <= std::min(width(), height()) / 2.0;
}

void RecordButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) return event->ignore();
    if (state_ == Busy && event->key() == Qt::Key_Select) return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (state_ != Busy) click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void RecordButton::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) return event->ignore();
    QAbstractButton::keyReleaseEvent(event);
}

void RecordButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors();
    const QPointF centre = QRectF(rect()).center();
    const double outer = std::min(width(), height()) / 2.0 - 1;
    const double disc = outer * 0.74, ring = outer * 0.87;
    const bool alive = state_ == Waiting || state_ == Recording;
    const QColor color = !isEnabled() || state_ == Busy ? mixed(c.window, c.secondaryText, 0.55) : c.danger;

    // The track of the level ring, then the level from the top round to the right.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(alive ? mixed(c.window, color, 0.25) : c.hairline, outer * 0.08));
    painter.drawEllipse(centre, ring, ring);
    if (alive && level_ > 0.005) {
        painter.setPen(QPen(color, outer * 0.08, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(centre.x() - ring, centre.y() - ring, 2 * ring, 2 * ring), 90 * 16, int(-level_ * 360 * 16));
    }

    QColor fill = state_ == Waiting ? mixed(c.window, color, 0.14) : color;
    if (isDown())
        fill = mixed(fill, c.text, 0.16);
    else if (underMouse() && isEnabled() && state_ != Busy)
        fill = mixed(fill, c.text, 0.07);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(centre, disc, disc);

    const QColor sign = state_ == Waiting ? color : state_ == Busy || !isEnabled() ? c.window : c.onDanger;
    const double size = disc * 0.84;
    if (state_ == Recording) {
        painter.setBrush(sign);
        const double side = disc * 0.62;
        painter.drawRoundedRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), 3, 3);
    } else if (state_ == Busy) {
        painter.setBrush(sign);
        for (int i = -1; i <= 1; ++i) painter.drawEllipse(centre + QPointF(i * disc * 0.34, 0), disc * 0.09, disc * 0.09);
    } else {
        const QPixmap picture = iconPixmap(QStringLiteral("microphone"), int(size), sign, devicePixelRatioF());
        painter.drawPixmap(centre - QPointF(int(size), int(size)) / 2, picture);
    }

    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.accent, 2));
        painter.drawEllipse(centre, outer - 0.5, outer - 0.5);
    }
}

}  // namespace sonoglyph
