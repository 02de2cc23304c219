// A run as a person watches it: where it stands, its loss curves, its reconstructions. Shows the controller's run or one from the disk.
//
// GUI thread only.
#pragma once

#include <array>
#include <optional>

#include <QImage>
#include <QWidget>

#include "ui/logic/metric_store.h"
#include "ui/logic/run_list.h"
#include "ui/logic/training_controller.h"

class QAction;
class QCheckBox;
class QLabel;
class QProgressBar;
class QSplitter;
class QToolButton;

namespace sonoglyph {

class Banner;
class ImageGrid;
class LossChart;
class Settings;

class RunView : public QWidget {
    Q_OBJECT
public:
    /// `actions` become the buttons beside the run's name. The choice of curves and the splitter are remembered in `settings`.
    RunView(const QList<QAction*>& actions, Settings& settings, QWidget* parent = nullptr);
    ~RunView() override;

    /// Everything of the controller's run; call it whenever its state or plan changes.
    void showLive(const TrainingController& controller);
    void showLiveMetrics(const TrainingController& controller);
    void showLivePreview(const TrainingController& controller);
    /// A run on disk; its numbers and its newest reconstructions follow when they have been read.
    void showRun(const RunItem& run);
    void showMetrics(const MetricStore& metrics);
    /// The reconstruction grid as the run wrote it (pairs of rows of 28x28 images); null: there is none.
    void showPreview(const QImage& grid);

    Banner& banner() { return *banner_; }
    LossChart& chart() { return *chart_; }
    ImageGrid& grid() { return *grid_; }

private:
    void showEpoch(const EpochMetrics* epoch);
    void showTerms();

    Settings& settings_;
    QLabel* name_;
    QLabel* state_;
    QProgressBar* progress_;
    QLabel* facts_;
    QLabel* epoch_;
    Banner* banner_;
    std::array<QCheckBox*, 3> terms_;
    QCheckBox* logarithmic_;
    LossChart* chart_;
    ImageGrid* grid_;
    QSplitter* splitter_;
};

}  // namespace sonoglyph
