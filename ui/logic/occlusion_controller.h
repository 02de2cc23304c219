// Which part of the present sound makes which part of its image: asks for the images without each patch while it is on, keeps them, and
// makes of them the map for whatever is selected. GUI thread only.
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/session/occlusion.h"
#include "ui/logic/pixel_selection.h"

namespace sonoglyph {

class DecoderController;

/// The effect of hiding a place, for every cell of a network input.
struct EffectMap {
    int size = 0;              ///< cells a side
    std::vector<float> cells;  ///< size * size, row by row from the lowest band
    Effect effect = Effect::Change;
    float largest = 0;  ///< the largest absolute value
};

class OcclusionController : public QObject {
    Q_OBJECT
public:
    explicit OcclusionController(DecoderController& decoder, QObject* parent = nullptr);

    /// Off, nothing is asked and what was being drawn ends.
    void setOn(bool on);
    bool isOn() const { return on_; }
    /// The network input as it is now, edited or not; without cells: there is none. The same one again changes nothing.
    void setInput(const Spectrogram& input);
    /// Of the image that is drawn from the input, 28 x 28; empty: all of it. Another size selects nothing.
    void setSelection(const PixelMask& selection);
    const PixelMask& selection() const { return selection_; }

    /// The images are being drawn.
    bool busy() const { return request_ != 0; }
    /// Share of the images that are there, 0 to 1.
    double progress() const;
    /// Present once all images are: of a selection how much brightness goes, of the whole image how much it changes.
    const std::optional<EffectMap>& map() const { return map_; }

Q_SIGNALS:
    /// busy() or progress() is another one.
    void progressChanged();
    /// map() is another one, or gone.
    void mapChanged();

private:
    void ask();
    void take(const OcclusionPart& part);
    void forget();
    void makeMap();

    DecoderController& decoder_;
    bool on_ = false;
    Spectrogram input_;
    PixelMask selection_;
    std::uint64_t request_ = 0;  ///< being answered; 0: none
    PatchGrid grid_;
    std::vector<std::vector<float>> images_;
    std::optional<EffectMap> map_;
};

}  // namespace sonoglyph
