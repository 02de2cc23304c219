// The bottom of Listen: the sounds that were heard, opening sound files, and playing the current one. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include "ui/pages/page.h"

namespace sonoglyph {

class ListenController;

class HistoryStrip : public QWidget {
    Q_OBJECT
public:
    HistoryStrip(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {open_, play_}; }
    void askForFiles();
    /// What can be done with the current sound now.
    void showState();

private:
    AppContext context_;
    ListenController& listen_;
    QAction* open_;
    QAction* play_;
};

}  // namespace sonoglyph
