// Ctrl+K: every action of the program, found by a few letters, chosen with Enter.
//
// An overlay at the top of the window it belongs to; Escape or a click elsewhere closes it and gives the focus back.
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/logic/command_registry.h"

class QLabel;
class QLineEdit;
class QListView;

namespace sonoglyph {

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    /// Opens with these commands and an empty search.
    void open(std::vector<Command> commands);
    void close();

Q_SIGNALS:
    /// A person chose this action, which is done by whoever opened the palette.
    void chosen(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void select(int row);
    void chooseSelected();

    CommandRegistry commands_;
    QLineEdit* search_;
    QListView* list_;
    QLabel* empty_;
    QPointer<QWidget> focusBefore_;
};

}  // namespace sonoglyph
