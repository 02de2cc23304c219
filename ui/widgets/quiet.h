// Captions and buttons that step back behind what they stand beside. GUI thread only.
#pragma once

class QAction;
class QLabel;
class QString;
class QToolButton;
class QWidget;

namespace sonoglyph {

/// Small text in the secondary colour.
QLabel* quietLabel(const QString& text, QWidget* parent);
/// A small button without a frame that is `action`: icon, text, tooltip and enabled follow it.
QToolButton* quietButton(QAction* action, QWidget* parent);

}  // namespace sonoglyph
