// A view that is higher than its place. GUI thread only.
#pragma once

#include <QScrollArea>

namespace sonoglyph {

/// `content` in a frameless area that scrolls; `name` for who cannot see it.
inline QScrollArea* scrolled(QWidget* content, const QString& name)
{
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(name);
    return area;
}

}  // namespace sonoglyph
