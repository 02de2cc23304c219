#include "ui/widgets/quiet.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

#include "ui/widgets/theme.h"

namespace sonoglyph {

QLabel* quietLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton* quietButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(smallFont());
    return button;
}

}  // namespace sonoglyph
