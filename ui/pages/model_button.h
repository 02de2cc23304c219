// Shows which model is used and lets a person choose another: a built-in one, any checkpoint of a run, a file, a run folder. GUI thread
// only.
#pragma once

#include <QList>
#include <QPushButton>

class QAction;

namespace sonoglyph {

class DecoderController;
class ModelCatalog;
class ChoicePopup;
class Settings;

class ModelButton : public QPushButton {
    Q_OBJECT
public:
    ModelButton(DecoderController& decoder, ModelCatalog& catalog, Settings& settings, QWidget* parent = nullptr);

    /// "Open model file", "Open run as model" and "Choose model".
    QList<QAction*> commands() const { return {openFile_, openRun_, choose_}; }
    ChoicePopup& popup() { return *popup_; }

private:
    void describe();
    void open();
    void ask(bool folder);

    DecoderController& decoder_;
    ModelCatalog& catalog_;
    Settings& settings_;
    ChoicePopup* popup_;
    QAction* choose_;
    QAction* openFile_;
    QAction* openRun_;
};

}  // namespace sonoglyph
