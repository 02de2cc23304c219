#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/widgets/theme.h"

namespace sonoglyph {

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent), iconName_(iconName), icon_(new QLabel), sentence_(new QLabel), action_(new QPushButton)
{
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence_->setForegroundRole(QPalette::PlaceholderText);
    action_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin);
    layout->addStretch(2);
    layout->addWidget(icon_, 0, Qt::AlignHCenter);
    layout->addWidget(sentence_, 0, Qt::AlignHCenter);
    layout->addWidget(action_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(action_, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setSentence(sentence);
    setAction(action);
    restyle();
}

void EmptyState::setSentence(const QString& sentence)
{
    sentence_->setText(sentence);
    setAccessibleName(sentence);
    fitSentence();
}

// A centred label that wraps reports a height for some other width: it gets its width, and with it its height, by hand.
void EmptyState::fitSentence()
{
    const int room = std::max(120, std::min(440, width() - 2 * kMargin));
    const int wanted = sentence_->fontMetrics().horizontalAdvance(sentence_->text()) + 4;
    sentence_->setFixedWidth(std::min(room, wanted));
    sentence_->setFixedHeight(sentence_->heightForWidth(sentence_->width()));
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitSentence();
}

void EmptyState::setAction(const QString& action)
{
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
}

void EmptyState::setIconName(const QString& iconName)
{
    iconName_ = iconName;
    restyle();
}

void EmptyState::restyle()
{
    icon_->setPixmap(iconPixmap(iconName_, 48, mixed(colors().window, colors().secondaryText, 0.7), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace sonoglyph
