#include "ui/pages/action_button.h"

#include <QAction>

namespace sonoglyph {

ActionButton::ActionButton(QAction& action, QWidget* parent) : QPushButton(parent), action_(action)
{
    connect(&action_, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, &action_, &QAction::trigger);
    follow();
}

void ActionButton::follow()
{
    setText(action_.text());
    setIcon(action_.icon());
    setToolTip(action_.toolTip());
    setEnabled(action_.isEnabled());
    setVisible(action_.isVisible());
}

}  // namespace sonoglyph
