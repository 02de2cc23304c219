#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int kIcon = 48;
constexpr int kWidest = 440;

}  // namespace

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent), iconName_(iconName), icon_(new QLabel(this)), sentence_(new QLabel(this)), action_(new QPushButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence_->setForegroundRole(QPalette::PlaceholderText);
    action_->setDefault(true);
    connect(action_, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setSentence(sentence);
    setAction(action);
    restyle();
}

void EmptyState::setSentence(const QString& sentence)
{
    sentence_->setText(sentence);
    setAccessibleName(sentence);
    place();
}

void EmptyState::setAction(const QString& action)
{
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    place();
}

void EmptyState::setIconName(const QString& iconName)
{
    iconName_ = iconName;
    restyle();
}

QSize EmptyState::sizeHint() const { return {kWidest + 2 * kMargin, 260}; }

QSize EmptyState::minimumSizeHint() const { return {std::max(200, action_->sizeHint().width()) + 2 * kMargin, 180}; }

// By hand: a layout asks a wrapping label for its height before it knows its width.
void EmptyState::place()
{
    const int room = std::max(120, std::min(kWidest, width() - 2 * kMargin));
    const int wide = std::min(room, sentence_->fontMetrics().horizontalAdvance(sentence_->text()) + 8);
    const int text = sentence_->text().isEmpty() ? 0 : sentence_->heightForWidth(wide);
    const bool button = !action_->text().isEmpty();
    const QSize press = action_->sizeHint();
    const int whole = kIcon + kMargin + text + (button ? kMargin + press.height() : 0);
    // A little above the middle, where the eye expects it.
    int y = std::max(0, (height() - whole) * 2 / 5);
    icon_->setGeometry((width() - kIcon) / 2, y, kIcon, kIcon);
    y += kIcon + kMargin;
    sentence_->setGeometry((width() - wide) / 2, y, wide, text);
    y += text + kMargin;
    action_->setGeometry((width() - press.width()) / 2, y, press.width(), press.height());
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void EmptyState::restyle()
{
    icon_->setPixmap(iconPixmap(iconName_, kIcon, mixed(colors().window, colors().secondaryText, 0.7), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) place();
}

}  // namespace sonoglyph
