// Latent, Features: the features of the sound as sliders, sorted by what they say or do, and k of them set to zero. GUI thread only.
#pragma once

#include <QWidget>

#include "core/latent/zeroing.h"

class QAction;
class QComboBox;
class QLabel;

namespace sonoglyph {

class CursorCurve;
class FeatureMeasures;
class LatentController;
class LatentPanel;
class ZeroBar;
class ZeroingMeter;

class FeaturesView : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    FeaturesView(LatentController& latent, FeatureMeasures& measures, ZeroingMeter& meter, QWidget* parent = nullptr);

    QList<QAction*> commands() const;
    LatentPanel& panel() { return *panel_; }
    /// What is said beside the order, e.g. how far the data set has been mapped; may be empty.
    void setNote(const QString& note);

Q_SIGNALS:
    /// The order by what is said over a data set needs a map of it.
    void mapWanted();
    /// The accuracy against the zeroed features.
    void curveWanted(ZeroOrder order, bool samples);

private:
    void showCode();
    void showValues();
    void showOrder();
    void showCurve();
    void wantCurve();

    LatentController& latent_;
    FeatureMeasures& measures_;
    QComboBox* order_;
    QLabel* note_;
    LatentPanel* panel_;
    ZeroBar* zero_;
    ZeroingMeter& meter_;
    CursorCurve* curve_;
    QAction* accuracy_;
};

}  // namespace sonoglyph
