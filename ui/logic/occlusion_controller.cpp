#include "ui/logic/occlusion_controller.h"

#include <algorithm>
#include <cmath>

#include "ui/logic/decoder_controller.h"

namespace sonoglyph {

namespace {

constexpr int patchCells = 8, strideCells = 4;

}  // namespace

OcclusionController::OcclusionController(DecoderController& decoder, QObject* parent) : QObject(parent), decoder_(decoder)
{
    connect(&decoder, &DecoderController::occlusionCame, this, &OcclusionController::take);
    connect(&decoder, &DecoderController::modelChanged, this, [this] {
        forget();
        ask();
    });
}

void OcclusionController::setOn(bool on)
{
    if (on == on_) return;
    on_ = on;
    if (on)
        ask();
    else
        forget();
}

void OcclusionController::setInput(const Spectrogram& input)
{
    if (input.bands == input_.bands && input.values == input_.values) return;
    input_ = input;
    forget();
    ask();
}

void OcclusionController::setSelection(const PixelMask& selection)
{
    if (selection == selection_) return;
    selection_ = selection;
    makeMap();
}

double OcclusionController::progress() const { return double(images_.size()) / (grid_.count() + 1); }

void OcclusionController::ask()
{
    if (!on_ || input_.values.empty() || input_.bands < patchCells) return;
    const OcclusionRequest asked{input_, patchCells, strideCells};
    grid_ = asked.grid();
    request_ = decoder_.occlude(asked);
    Q_EMIT progressChanged();
}

void OcclusionController::forget()
{
    if (request_ != 0) decoder_.stopOccluding();
    request_ = 0;
    images_.clear();
    makeMap();
    Q_EMIT progressChanged();
}

void OcclusionController::take(const OcclusionPart& part)
{
    if (part.request != request_ || part.first != int(images_.size())) return;
    images_.insert(images_.end(), part.images.begin(), part.images.end());
    if (part.last()) {
        request_ = 0;
        makeMap();
    }
    Q_EMIT progressChanged();
}

void OcclusionController::makeMap()
{
    const bool had = map_.has_value();
    map_.reset();
    if (request_ == 0 && !images_.empty()) {
        const bool selected = selection_.size() == images_.front().size();
        EffectMap made;
        made.size = grid_.size;
        made.effect = selected ? Effect::Loss : Effect::Change;
        made.cells = cellEffects(grid_, patchEffects(images_, selected ? selection_ : PixelMask(), made.effect));
        for (const float value : made.cells) made.largest = std::max(made.largest, std::abs(value));
        map_ = std::move(made);
    }
    if (had || map_) Q_EMIT mapChanged();
}

}  // namespace sonoglyph
