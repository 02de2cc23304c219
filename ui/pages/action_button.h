// A push button that is an action: text, icon, tooltip, enabled and visible follow it.
#pragma once

#include <QPushButton>

class QAction;

namespace sonoglyph {

class ActionButton : public QPushButton {
    Q_OBJECT
public:
    /// `action` must outlive the button.
    explicit ActionButton(QAction& action, QWidget* parent = nullptr);

private:
    void follow();

    QAction& action_;
};

}  // namespace sonoglyph
