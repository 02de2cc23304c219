// A network input with cells taken out of it by a brush, and every step back to how it was. Any thread, one at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "core/audio/spectrogram_cells.h"

namespace sonoglyph {

enum class Brush {
    Erase,  ///< hides the cells under it
    Keep,   ///< hides all others
};

/// What is hidden is remembered apart from the sound: the original stays as it is, and another original of the same size can take its
/// place.
class InputEdit {
public:
    /// A new sound: nothing is hidden, nothing can be undone.
    void setOriginal(const Spectrogram& original);
    /// The same sound, made anew for another model: what is hidden stays hidden where the size is the same; else as setOriginal().
    void replaceOriginal(const Spectrogram& original);

    const Spectrogram& original() const { return original_; }
    /// The original with the hidden cells at the floor.
    const Spectrogram& input() const { return input_; }
    bool edited() const { return hiddenCells() > 0; }
    int hiddenCells() const;

    /// A stroke of the brush, or the same one further on: `cells` is all of it so far. Nothing happens without an original.
    void stroke(Brush brush, const CellRect& cells);
    /// The stroke is one step now; one that changed nothing is none.
    void endStroke();
    /// Nothing is hidden any more; a step, too.
    void restore();

    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < steps_.size(); }
    void undo();
    void redo();

private:
    using Mask = std::vector<std::uint8_t>;  // 1: hidden; row by row from the lowest band

    void push(Mask mask);
    void show();

    Spectrogram original_, input_;
    std::vector<Mask> steps_;  // the first one hides nothing; empty without an original
    std::size_t at_ = 0;
    bool stroking_ = false;  // step at_ is not finished
};

}  // namespace sonoglyph
