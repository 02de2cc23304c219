// Evaluate, third view: the paper's figure 8 for the chosen models, and what the images look like with k features zeroed. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/zeroing_study.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QSpinBox;
class QAction;

namespace sonoglyph {

class EvaluationList;
class EngineLoader;
class ImageGrid;
class ZeroingChart;

class ZeroingView : public QWidget {
    Q_OBJECT
public:
    ZeroingView(EvaluationList& models, EngineLoader& engine, QWidget* parent = nullptr);

    void setFolder(const QString& folder) { folder_ = folder; }
    QAction* measureAction() const { return measure_; }
    ZeroingChart& chart() { return *chart_; }
    ImageGrid& images() { return *images_; }

Q_SIGNALS:
    void failed(const QString& text, const QString& details);

private:
    void measure();
    void refresh();
    void showImages();

    EvaluationList& models_;
    EngineLoader& engine_;
    ZeroingStudy study_;
    QString folder_;
    std::vector<const ZeroingCurve*> shown_;
    QAction* measure_;
    std::vector<std::pair<QCheckBox*, ZeroOrder>> orders_;
    QSpinBox* repeats_;
    QProgressBar* progress_;
    QLabel* note_;
    ZeroingChart* chart_;
    ImageGrid* images_;
};

}  // namespace sonoglyph
