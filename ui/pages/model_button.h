// Shows which model is used and lets a person choose another: a built-in one, a file, a run folder. GUI thread only.
#pragma once

#include <QList>
#include <QPushButton>

class QAction;
class QMenu;

namespace sonoglyph {

class DecoderController;
class Settings;

class ModelButton : public QPushButton {
    Q_OBJECT
public:
    ModelButton(DecoderController& decoder, Settings& settings, QWidget* parent = nullptr);

    /// "Open model file" and "Open run folder".
    QList<QAction*> commands() const { return {openFile_, openRun_}; }
    /// The menu as it is shown now.
    QMenu* filledMenu();

private:
    void describe();
    void fill();
    void ask(bool folder);

    DecoderController& decoder_;
    Settings& settings_;
    QAction* openFile_;
    QAction* openRun_;
};

}  // namespace sonoglyph
