// Captions and buttons that step back behind what they stand beside. GUI thread only.
#pragma once

#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QString;
class QToolButton;
class QWidget;

namespace sonoglyph {

/// Small text in the secondary colour.
QLabel* quietLabel(const QString& text, QWidget* parent);
/// A small button without a frame that is `action`: icon, text, tooltip and enabled follow it.
QToolButton* quietButton(QAction* action, QWidget* parent);
/// Quiet buttons side by side that come and go with their actions; a screen reader hears `of` before each text.
QHBoxLayout* quietButtons(const QList<QAction*>& actions, const QString& of, QWidget* parent);
/// A thin line from 0 to 1000 without a text.
QProgressBar* quietProgress(const QString& accessibleName, QWidget* parent);

}  // namespace sonoglyph
