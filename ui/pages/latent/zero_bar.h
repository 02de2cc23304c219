// Sets k features to zero, as in figure 8 of the paper: which ones, how many with a slider that plays the whole way, of the mean of z or of
// a sample. GUI thread only.
#pragma once

#include <QWidget>

#include "core/latent/zeroing.h"

class QAction;
class QLabel;
class QSlider;
class QSpinBox;

namespace sonoglyph {

class FeatureMeasures;
class LatentController;
class Segments;

class ZeroBar : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    ZeroBar(LatentController& latent, FeatureMeasures& measures, QWidget* parent = nullptr);

    /// For the command palette.
    QList<QAction*> commands() const { return {redraw_, sample_}; }
    ZeroOrder order() const;
    /// Whether samples of z are zeroed, not its mean.
    bool samples() const;
    /// So many features zero; with `done` it is a step of undo.
    void setCount(int count, bool done);

Q_SIGNALS:
    /// order(), samples() or the count is another one.
    void changed();

private:
    void zero(int count, bool done);
    void sample();
    void follow();

    LatentController& latent_;
    FeatureMeasures& measures_;
    Segments *order_, *base_;
    QSlider* slider_;
    QLabel* count_;
    QSpinBox* seed_;
    QAction *redraw_, *sample_;
    quint32 sampleSeed_ = 0;
    bool following_ = false;  ///< what a person sees follows the controller: it is no wish
};

}  // namespace sonoglyph
