// The audio-visual features of the current sound, moved, zeroed and locked by hand; every change is drawn at once. GUI thread only.
//
// Paper section 3.1: z is drawn from q(z|x) = N(mean, exp(logVariance)); section 5.4: zeroing features shows what each carries.
// A locked feature stays as it is, whatever else is done; undo() takes back locks too.
#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <span>
#include <vector>

#include "core/session/decoder.h"

namespace sonoglyph {

class DecoderController;

/// The features of one sound and what was done to them: a step of undo, and what a saved state holds.
struct LatentPlacement {
    QString sound;                     ///< what the sound is called
    std::vector<float> mean;           ///< of its posterior
    std::vector<float> deviation;      ///< exp(logVariance / 2)
    std::vector<float> values;         ///< where each feature stands, whether zeroed or not
    std::vector<bool> zeroed, locked;  ///< by feature
    std::optional<quint32> sampled;    ///< the values were drawn from the posterior by this seed, before they were moved

    /// What is decoded: the values, 0 where zeroed.
    std::vector<float> z() const;
    bool operator==(const LatentPlacement&) const = default;
};

class LatentController : public QObject {
    Q_OBJECT
public:
    explicit LatentController(DecoderController& decoder, QObject* parent = nullptr);

    /// False until a sound was heard by a model.
    bool hasCode() const { return size() > 0; }
    int size() const { return int(now_.mean.size()); }
    const LatentPlacement& placement() const { return now_; }
    const std::vector<float>& mean() const { return now_.mean; }
    const std::vector<float>& deviation() const { return now_.deviation; }
    const std::vector<float>& values() const { return now_.values; }
    const std::vector<bool>& zeroed() const { return now_.zeroed; }
    const std::vector<bool>& locked() const { return now_.locked; }
    int zeroedCount() const;
    std::vector<float> z() const { return now_.z(); }
    /// The newest image of z().
    const std::optional<Drawing>& drawing() const { return drawing_; }
    /// Nothing is moved or zeroed.
    bool untouched() const;

    // All of these leave locked features alone, and everything where the number of features is another or a value is not a number.
    void setValues(std::span<const float> values);
    /// `done`: a step of undo; else commit() ends it, as for values.
    void setZeroed(const std::vector<bool>& zeroed, bool done = true);
    void setLocked(const std::vector<bool>& locked);
    /// Every feature drawn from its posterior by `seed`; what is zeroed stays so.
    void sample(quint32 seed);
    /// Every feature at its mean; what is zeroed stays so.
    void useMean();
    /// Every feature at its mean, nothing zeroed.
    void reset();

    /// Another place for all of it, as a saved state holds it: one step of undo. False where it has not the model's latent size.
    bool restore(const LatentPlacement& placement);

    /// Ends a move of setValues(): one step for undo(). The other changes are a step each.
    void commit();
    void undo();
    void redo();
    bool canUndo() const { return !undo_.empty(); }
    bool canRedo() const { return !redo_.empty(); }

Q_SIGNALS:
    /// Another sound or model: size, mean and deviation may all be new.
    void codeChanged();
    void valuesChanged();
    /// canUndo() or canRedo() may be another one.
    void historyChanged();
    void drawingChanged();

private:
    bool fits(std::size_t size) const { return size > 0 && size == now_.mean.size(); }
    void takeCode();
    void forget();
    void redraw();
    void step(std::vector<LatentPlacement>& from, std::vector<LatentPlacement>& to);
    void show(const LatentPlacement& placement);

    DecoderController& decoder_;
    LatentPlacement now_, committed_;
    std::vector<LatentPlacement> undo_, redo_;
    std::optional<Drawing> drawing_;
    std::uint64_t firstRequest_ = 0;  ///< of this code: earlier answers belong to another sound
};

}  // namespace sonoglyph
