#include "ui/logic/input_editor.h"

#include <utility>

#include "ui/logic/decoder_controller.h"

namespace sonoglyph {

InputEditor::InputEditor(DecoderController& decoder, QObject* parent) : QObject(parent), decoder_(decoder)
{
    connect(&decoder.story(), &SoundStory::soundChanged, this, &InputEditor::takeSound);
    connect(&decoder, &DecoderController::heard, this, [this](const Drawing& drawing) {
        if (request_ == 0 || drawing.request < request_) return;
        // The newest request wins: another sound's may have taken the place of this one.
        if (drawing.request > request_) return ask();
        request_ = 0;
        drawing_ = drawing;
        Q_EMIT drawingChanged();
    });
    takeSound();
}

void InputEditor::takeSound()
{
    const auto& heard = decoder_.story().sound();
    const std::uint64_t number = heard ? heard->number : 0;
    const Spectrogram input = heard ? heard->input : Spectrogram();
    if (number != 0 && number == sound_)
        edit_.replaceOriginal(input);
    else
        edit_.setOriginal(input);
    sound_ = number;
    follow();
}

void InputEditor::enter()
{
    if (sound_ == 0) takeSound();
}

void InputEditor::leave()
{
    if (sound_ == 0) return;
    sound_ = 0;
    edit_.setOriginal({});
    follow();
}

void InputEditor::stroke(Brush brush, const CellRect& cells)
{
    edit_.stroke(brush, cells);
    follow();
}

void InputEditor::endStroke()
{
    edit_.endStroke();
    Q_EMIT changed();
}

void InputEditor::restore()
{
    edit_.restore();
    follow();
}

void InputEditor::undo()
{
    edit_.undo();
    follow();
}

void InputEditor::redo()
{
    edit_.redo();
    follow();
}

void InputEditor::follow()
{
    Q_EMIT changed();
    if (edit_.edited()) return ask();
    request_ = 0;
    if (!std::exchange(drawing_, std::nullopt)) return;
    Q_EMIT drawingChanged();
}

void InputEditor::ask() { request_ = decoder_.hear(edit_.input()); }

}  // namespace sonoglyph
