#include "ui/logic/input_edit.h"

#include <algorithm>
#include <utility>

namespace sonoglyph {

void InputEdit::setOriginal(const Spectrogram& original)
{
    original_ = original;
    steps_.clear();
    if (!original.values.empty()) steps_.emplace_back(original.values.size());
    at_ = 0;
    stroking_ = false;
    show();
}

void InputEdit::replaceOriginal(const Spectrogram& original)
{
    if (original.bands != original_.bands || original.frames != original_.frames) return setOriginal(original);
    original_ = original;
    show();
}

int InputEdit::hiddenCells() const { return steps_.empty() ? 0 : int(std::count(steps_[at_].begin(), steps_[at_].end(), 1)); }

void InputEdit::stroke(Brush brush, const CellRect& cells)
{
    if (steps_.empty()) return;
    const CellRect part = within(cells, original_.bands, original_.frames);
    Mask mask = steps_[stroking_ ? at_ - 1 : at_];
    for (int band = 0; band < original_.bands; ++band)
        for (int frame = 0; frame < original_.frames; ++frame)
            if (part.contains(band, frame) == (brush == Brush::Erase)) mask[std::size_t(band * original_.frames + frame)] = 1;
    if (stroking_)
        steps_[at_] = std::move(mask);
    else
        push(std::move(mask));
    stroking_ = true;
    show();
}

void InputEdit::endStroke()
{
    if (!std::exchange(stroking_, false) || steps_[at_] != steps_[at_ - 1]) return;
    steps_.pop_back();
    --at_;
}

void InputEdit::restore()
{
    endStroke();
    if (!edited()) return;
    push(Mask(original_.values.size()));
    show();
}

void InputEdit::undo()
{
    endStroke();
    if (!canUndo()) return;
    --at_;
    show();
}

void InputEdit::redo()
{
    endStroke();
    if (!canRedo()) return;
    ++at_;
    show();
}

void InputEdit::push(Mask mask)
{
    steps_.resize(at_ + 1);
    steps_.push_back(std::move(mask));
    ++at_;
}

void InputEdit::show()
{
    input_ = original_;
    if (steps_.empty()) return;
    for (std::size_t i = 0; i < input_.values.size(); ++i)
        if (steps_[at_][i] != 0) input_.values[i] = 0;
}

}  // namespace sonoglyph
