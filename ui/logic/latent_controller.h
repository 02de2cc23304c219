// The audio-visual features of the current sound, moved and zeroed by hand; every change is drawn at once. GUI thread only.
//
// Paper section 3.1: z is drawn from q(z|x) = N(mean, exp(logVariance)); section 5.4: zeroing features shows what each carries.
#pragma once

#include <QObject>

#include <optional>
#include <vector>

#include "core/session/decoder.h"

namespace sonoglyph {

class DecoderController;

class LatentController : public QObject {
    Q_OBJECT
public:
    explicit LatentController(DecoderController& decoder, QObject* parent = nullptr);

    /// False until a sound was heard by a model.
    bool hasCode() const { return !mean_.empty(); }
    int size() const { return int(mean_.size()); }
    const std::vector<float>& mean() const { return mean_; }
    /// Standard deviation of the posterior, exp(logVariance / 2).
    const std::vector<float>& deviation() const { return deviation_; }
    /// Where each feature stands, whether zeroed or not.
    const std::vector<float>& values() const { return values_; }
    const std::vector<bool>& zeroed() const { return zeroed_; }
    int zeroedCount() const;
    /// What is decoded: the values, 0 where zeroed.
    std::vector<float> z() const;
    /// The newest image of z.
    const std::optional<Drawing>& drawing() const { return drawing_; }
    /// Nothing is moved or zeroed.
    bool untouched() const;

    /// An index outside the code or a value that is not a number is left alone.
    void setValue(int feature, float value);
    void setZeroed(int feature, bool zeroed);
    /// Zeroes `count` features drawn at random by `seed`, and no other one; the same seed zeroes the same ones.
    void zeroAtRandom(int count, quint32 seed);
    /// Every feature drawn from its posterior by `seed`; what is zeroed stays so.
    void sample(quint32 seed);
    /// Every feature at its mean, nothing zeroed.
    void reset();
    /// Ends a move of setValue(): one step for undo(). The other changes are a step each.
    void commit();
    void undo();
    void redo();
    bool canUndo() const { return !undo_.empty(); }
    bool canRedo() const { return !redo_.empty(); }

Q_SIGNALS:
    /// Another sound or model: size, mean and deviation may all be new.
    void codeChanged();
    void valuesChanged();
    void drawingChanged();

private:
    struct Placement {
        std::vector<float> values;
        std::vector<bool> zeroed;
        bool operator==(const Placement&) const = default;
    };

    void takeCode();
    void forget();
    void redraw();
    void step(std::vector<Placement>& from, std::vector<Placement>& to);

    DecoderController& decoder_;
    std::vector<float> mean_, deviation_, values_;
    std::vector<bool> zeroed_;
    Placement committed_;
    std::vector<Placement> undo_, redo_;
    std::optional<Drawing> drawing_;
    std::uint64_t firstRequest_ = 0;  ///< of this code: earlier answers belong to another sound
};

}  // namespace sonoglyph
