#include "ui/pages/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QToolButton>

namespace sonoglyph {

QAction* makeAction(QWidget* page, const QIcon& icon, const QString& text, const QString& tip, const QKeySequence& shortcut,
                    std::function<void()> slot)
{
    auto* action = new QAction(icon, text, page);
    action->setShortcut(shortcut);
    action->setToolTip(
        shortcut.isEmpty()
            ? tip
            : QCoreApplication::translate("sonoglyph::makeAction", "%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::triggered, page, std::move(slot));
    page->addAction(action);
    return action;
}

QToolButton* iconButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    // A tool button does not follow its action out of sight by itself.
    const auto follow = [button, action] { button->setVisible(action->isVisible()); };
    QObject::connect(action, &QAction::changed, button, follow);
    if (!action->isVisible()) button->hide();
    return button;
}

}  // namespace sonoglyph
