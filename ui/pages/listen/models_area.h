// The same word through all built-in models and those that a person adds, in one row. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QToolButton;

namespace sonoglyph {

class DecoderController;
class ModelCatalog;
class ChoicePopup;
class ModelStrip;
class Settings;
class WordAcrossModels;

class ModelsArea : public QWidget {
    Q_OBJECT
public:
    ModelsArea(DecoderController& decoder, ModelCatalog& catalog, Settings& settings, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {add_}; }
    /// Chooses more models; the panel places it where there is room.
    QToolButton* addButton() const { return button_; }
    void setWatched(bool watched);
    /// The run of this key has new weights.
    void renew(const QString& key);

private:
    void showCells();
    void openPopup();

    DecoderController& decoder_;
    ModelCatalog& catalog_;
    Settings& settings_;
    WordAcrossModels* word_;
    ModelStrip* strip_;
    ChoicePopup* popup_;
    QAction* add_;
    QToolButton* button_;
};

}  // namespace sonoglyph
