// The network input of the current sound under the brush: has what is left of it drawn at once. The sound's own drawing, in the story and
// in the history, is never touched. GUI thread only.
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>

#include "core/session/decoder.h"
#include "ui/logic/input_edit.h"

namespace sonoglyph {

class DecoderController;

class InputEditor : public QObject {
    Q_OBJECT
public:
    /// Follows the sound of the decoder's story: another sound begins anew, the same sound for another model keeps what is hidden.
    explicit InputEditor(DecoderController& decoder, QObject* parent = nullptr);

    const InputEdit& edit() const { return edit_; }
    /// Of the edited input; absent while nothing is hidden, and until the model has answered for the first time.
    const std::optional<Drawing>& drawing() const { return drawing_; }

    /// As in InputEdit.
    void stroke(Brush brush, const CellRect& cells);
    void endStroke();
    void restore();
    void undo();
    void redo();
    /// A new sound comes in: nothing can be edited until enter(), or until the story has it.
    void leave();
    /// Nothing comes in any more: the story's sound is back, unless it is there.
    void enter();

Q_SIGNALS:
    /// edit() is another one: what is hidden, or what can be undone.
    void changed();
    /// drawing() is another one, or gone.
    void drawingChanged();

private:
    void takeSound();
    void follow();
    void ask();

    DecoderController& decoder_;
    InputEdit edit_;
    std::optional<Drawing> drawing_;
    std::uint64_t sound_ = 0;    ///< number of the edited sound; 0: none
    std::uint64_t request_ = 0;  ///< not answered yet; 0: none
};

}  // namespace sonoglyph
