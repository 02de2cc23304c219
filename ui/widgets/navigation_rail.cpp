#include "ui/widgets/navigation_rail.h"

#include <QAction>
#include <QFocusEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace sonoglyph {

class NavigationRail::Button : public QToolButton {
public:
    Button(const QString& iconName, QWidget* parent) : QToolButton(parent), iconName_(iconName)
    {
        setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFont(smallFont());
        setCursor(Qt::PointingHandCursor);
    }

    void setBusy(bool busy)
    {
        busy_ = busy;
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        const int textHeight = toolButtonStyle() == Qt::ToolButtonIconOnly ? 0 : metrics.height() + 2;
        const int textWidth = textHeight > 0 ? QFontMetrics(boldFont()).horizontalAdvance(text()) : 0;
        return {std::max(72, textWidth + 3 * kGrid), 24 + textHeight + 2 * kGrid};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& c = colors();
        const QRectF box = QRectF(rect()).adjusted(4, 2, -4, -2);
        painter.setPen(Qt::NoPen);
        if (isChecked())
            painter.setBrush(c.accentSoft);
        else if (isDown() || underMouse())
            painter.setBrush(mixed(c.window, c.text, isDown() ? 0.12 : 0.06));
        else
            painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 6, 6);
        const QColor color = isChecked() ? railTextColor() : c.secondaryText;
        const bool words = toolButtonStyle() != Qt::ToolButtonIconOnly;
        const QFontMetrics metrics(font());
        const double high = 24 + (words ? 2 + metrics.height() : 0);
        const double top = box.center().y() - high / 2;
        painter.drawPixmap(QPointF(std::round(box.center().x() - 12), std::round(top)),
                           iconPixmap(iconName_, 24, color, devicePixelRatioF()));
        if (words) {
            painter.setFont(isChecked() ? boldFont() : font());
            painter.setPen(color);
            painter.drawText(QRectF(box.left(), top + 26, box.width(), metrics.height()), Qt::AlignCenter, text());
        }
        if (busy_) {
            painter.setPen(QPen(c.window, 2));
            painter.setBrush(c.accent);
            painter.drawEllipse(QPointF(box.center().x() + 13, top + 4), 5, 5);
        }
        if (hasFocus() && byKeyboard_) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(c.accent, 2));
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5);
        }
    }

    void focusInEvent(QFocusEvent* event) override
    {
        const Qt::FocusReason reason = event->reason();
        byKeyboard_ = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
        QToolButton::focusInEvent(event);
    }

private:
    QFont boldFont() const
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        return bold;
    }

    static QColor railTextColor() { return isDark() ? colors().accent : mixed(colors().accent, colors().text, 0.25); }

    QString iconName_;
    bool busy_ = false;
    bool byKeyboard_ = false;
};

NavigationRail::NavigationRail(QWidget* parent) : QWidget(parent), pages_(new QVBoxLayout), footer_(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, kGrid);
    layout->setSpacing(0);
    pages_->setSpacing(kGrid / 2);
    layout->addLayout(pages_);
    layout->addStretch(1);
    layout->addLayout(footer_);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
}

void NavigationRail::addPage(const QString& name, const QString& iconName, const QString& text, const QString& toolTip)
{
    auto* button = new Button(iconName, this);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    buttons_.insert(name, button);
    names_.append(name);
    pages_->addWidget(button);
    setPageText(name, text, toolTip);
    connect(button, &QToolButton::clicked, this, [this, name] {
        current_ = name;
        Q_EMIT pageChosen(name);
    });
    if (names_.size() == 1) setCurrent(name);
}

void NavigationRail::setPageText(const QString& name, const QString& text, const QString& toolTip)
{
    if (Button* page = button(name)) {
        page->setText(text);
        page->setToolTip(toolTip);
        page->setAccessibleName(text);
        page->updateGeometry();
    }
}

void NavigationRail::setCurrent(const QString& name)
{
    if (Button* page = button(name)) {
        page->setChecked(true);
        current_ = name;
    }
}

void NavigationRail::setBusy(const QString& name, bool busy)
{
    if (Button* page = button(name)) page->setBusy(busy);
}

void NavigationRail::addFooterAction(QAction* action, const QString& iconName)
{
    auto* button = new Button(iconName, this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->text());
    if (action->menu()) button->setPopupMode(QToolButton::InstantPopup);
    footer_->addWidget(button);
}

NavigationRail::Button* NavigationRail::button(const QString& name) const { return buttons_.value(name); }

}  // namespace sonoglyph
