// The record button of Listen with what it says, the level meter, the choice of the microphone, and where to go next. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include "ui/pages/page.h"

class QLabel;
class QToolButton;

namespace sonoglyph {

class LevelMeter;
class ListenController;
class RecordButton;

class RecordRow : public QWidget {
    Q_OBJECT
public:
    RecordRow(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {record_}; }
    void takeFocus();
    /// Begins to record, or ends the word.
    void press();
    /// What the controller does now, or what became of the current sound.
    void showState();

Q_SIGNALS:
    void pageWanted(const QString& name);

private:
    void makeMicrophoneMenu();
    QWidget* makeHints();
    void showIdle();
    void fillMicrophones();

    AppContext context_;
    ListenController& listen_;
    QAction* record_;
    RecordButton* button_;
    QLabel* headline_;
    QLabel* hint_;
    LevelMeter* level_;
    QToolButton* microphones_;
    QWidget* next_;
};

}  // namespace sonoglyph
