#include "ui/widgets/toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/widgets/theme.h"

namespace sonoglyph {

Toast::Toast(QWidget* parent) : QWidget(parent), text_(new QLabel), action_(new QPushButton)
{
    action_->setFlat(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, kGrid, kGrid, kGrid);
    layout->setSpacing(kMargin);
    layout->addWidget(text_, 1);
    layout->addWidget(action_);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(action_, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::showText(const QString& text, const QString& action, int milliseconds)
{
    text_->setText(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    place();
    raise();
    timer_.start(milliseconds);
}

void Toast::place()
{
    adjustSize();
    const QSize room = parentWidget()->size();
    const int wide = std::min(sizeHint().width(), room.width() - 2 * kMargin);
    setGeometry((room.width() - wide) / 2, room.height() - sizeHint().height() - kMargin - roomBelow_, wide, sizeHint().height());
}

// Inverted, so that it stands out from whatever it floats over.
void Toast::paintEvent(QPaintEvent*)
{
    const Colors& other = isDark() ? lightColors() : darkColors();
    QPalette p = palette();
    if (p.color(QPalette::WindowText) != other.text) {
        p.setColor(QPalette::WindowText, other.text);
        text_->setPalette(p);
        p.setColor(QPalette::ButtonText, other.accent);
        action_->setPalette(p);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(other.raised);
    painter.drawRoundedRect(rect(), 6, 6);
}

void Toast::enterEvent(QEnterEvent*) { timer_.stop(); }
void Toast::leaveEvent(QEvent*) { timer_.start(2000); }

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace sonoglyph
