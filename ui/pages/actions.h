// Actions and their small buttons, made alike on every page.
#pragma once

#include <functional>

#include <QString>

class QAction;
class QIcon;
class QKeySequence;
class QToolButton;
class QWidget;

namespace sonoglyph {

/// A child of `page`, whose shortcut works there and stands in the tooltip.
QAction* makeAction(QWidget* page, const QIcon& icon, const QString& text, const QString& tip, const QKeySequence& shortcut,
                    std::function<void()> slot);

/// The action's icon alone; out of sight with the action.
QToolButton* iconButton(QAction* action);

}  // namespace sonoglyph
