// The record button of Listen with what it says, the level meter, microphone, mode and room, and where to go next. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

#include "core/session/decoder.h"
#include "ui/logic/listener.h"
#include "ui/logic/room_memory.h"
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

    QList<QAction*> commands() const { return {record_, handsFree_, pushToTalk_, checkRoom_}; }
    void takeFocus();
    /// Of the edited network input: what is read in it is told in place of the sound's own. None: the sound's own.
    void setEdited(const std::optional<Drawing>& drawing);
    /// What the controller does now, or what became of the current sound.
    void showState();

Q_SIGNALS:
    void pageWanted(const QString& name);
    /// What a check of the room found.
    void roomTold(const QString& text, bool isTrouble);

private:
    void makeActions();
    void connectButton();
    void makeMicrophoneMenu();
    QWidget* makeHints();
    void showOn();
    void showIdle();
    /// What LeNet-5 reads in the current image, with what comes next; false where there is none.
    bool showReading(const QString& next);
    void useMode(Listener::Mode mode);
    void describeRoom();
    void fillMicrophones();

    AppContext context_;
    ListenController& listen_;
    RoomMemory rooms_;
    std::optional<Drawing> edited_;
    QAction* record_;
    QAction* handsFree_;
    QAction* pushToTalk_;
    QAction* checkRoom_;
    RecordButton* button_;
    QLabel* headline_;
    QLabel* hint_;
    LevelMeter* level_;
    QToolButton* microphones_;
    QWidget* next_;
};

}  // namespace sonoglyph
