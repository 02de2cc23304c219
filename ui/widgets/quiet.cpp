#include "ui/widgets/quiet.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
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

QHBoxLayout* quietButtons(const QList<QAction*>& actions, const QString& of, QWidget* parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    for (QAction* action : actions) {
        QToolButton* button = quietButton(action, parent);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(of, action->text()));
        QObject::connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}

QProgressBar* quietProgress(const QString& accessibleName, QWidget* parent)
{
    auto* progress = new QProgressBar(parent);
    progress->setTextVisible(false);
    progress->setMaximumHeight(6);
    progress->setRange(0, 1000);
    progress->setAccessibleName(accessibleName);
    return progress;
}

}  // namespace sonoglyph
