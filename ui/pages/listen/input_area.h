// The network input of the current sound, exactly as the model gets it, with what can be done to it: erase or keep a part with a brush, and
// see which part of it makes which stroke of the image. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include "ui/logic/input_editor.h"
#include "ui/logic/occlusion_controller.h"
#include "ui/pages/page.h"

class QAction;
class QKeyEvent;
class QLabel;
class QProgressBar;

namespace sonoglyph {

class InputView;

class InputArea : public QWidget {
    Q_OBJECT
public:
    explicit InputArea(const AppContext& context, QWidget* parent = nullptr);

    QList<QAction*> commands() const;
    InputView& view() { return *view_; }
    const InputEditor& editor() const { return editor_; }
    /// What the colours over the input mean, in words; for a place with more room. Visible while it is asked what makes a stroke.
    QLabel* legend() const { return legend_; }

    /// The input of the story's sound, or that there is none.
    void showSound();
    /// A sound begins to come in; nothing is there to be edited.
    void beginLive(const SpectrogramParams& params, int rate);
    /// What of it the network hears now.
    void showLive(const Spectrogram& input);

    /// Pixels of the image that a person marked; empty: none.
    void select(const PixelMask& pixels);
    /// Undo or redo of the brush by its keys, where there is something to undo; false: the key is not taken. `only` looks.
    bool takeKey(const QKeyEvent& event, bool only);

Q_SIGNALS:
    /// editor().drawing() is another one, or gone.
    void editedDrawingChanged();
    /// Whether a part of the image may be marked. Also told when another sound comes: what was marked is over.
    void selectingChanged(bool selecting);
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);

private:
    void makeActions();
    void layOut();
    void showEdit();
    void showProgress();
    void showMap();

    AppContext context_;
    InputEditor editor_;
    OcclusionController occlusion_;
    InputView* view_;
    QLabel* edited_;
    QLabel* legend_;
    QProgressBar* progress_;
    QAction *erase_, *keep_, *undo_, *redo_, *restore_, *which_;
    std::uint64_t sound_ = 0;  ///< whose input is shown; 0: none, or one that comes in
    bool live_ = false;        ///< what is shown comes in
};

}  // namespace sonoglyph
