// A run as a person watches it: where it stands, its curves, what it had learnt after every epoch, and other runs' curves beside its own.
// Shows the controller's run or one from the disk.
//
// GUI thread only.
#pragma once

#include <functional>
#include <optional>

#include <QImage>
#include <QJsonObject>
#include <QWidget>

#include "ui/logic/metric_store.h"
#include "ui/logic/run_list.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/run_charts.h"
#include "ui/widgets/image_grid.h"

class QAction;
class QLabel;
class QProgressBar;
class QSplitter;

namespace sonoglyph {

class Banner;
class CoachLine;
class EpochPanel;
class RunPicker;
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
    void showMetrics(std::shared_ptr<const MetricStore> metrics);
    /// The reconstruction grid as the run wrote it (pairs of rows of 28x28 images); null: there is none.
    void showPreview(const QImage& grid);

    /// The runs on disk: those that can be laid beside this one.
    void setRuns(const std::vector<RunItem>& runs);
    /// Where alpha or the learning rate became another one, marked on the curves. Forgotten when another run is shown.
    void showChanges(const QList<RunChange>& changes);
    /// What the coach knows beside the numbers. Forgotten likewise.
    void showNotices(const QList<TrainNotice>& notices);

    /// What the watched run is looked at with: curves, scales, stretch, epoch, the runs beside it. Runs are named by `keyOf`.
    QJsonObject state(const std::function<QString(const std::filesystem::path&)>& keyOf) const;
    /// As above, of the run in `folder`, once it is shown and read; at once what is not of a run. `runs` lie beside it.
    void restore(const QJsonObject& state, const std::filesystem::path& folder, const std::vector<std::filesystem::path>& runs);

    Banner& banner() { return *banner_; }
    RunCharts& charts() { return *charts_; }
    EpochPanel& epochs() { return *epochs_; }

Q_SIGNALS:
    /// A person wants to hear and draw with this checkpoint file.
    void checkpointWanted(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void setComparing(bool comparing);
    void showName(const std::filesystem::path& run);
    void showEpoch(const EpochMetrics* epoch);
    void openStep(const std::filesystem::path& run, qint64 step);
    void showNumbers();
    void showNewest(const QList<ImageRow>& rows, const QStringList& captions);
    /// From another run's epoch back to the watched run.
    void goHome();
    void placeWanted();

    /// Of a restored figure, until its run is there.
    struct Wanted {
        std::filesystem::path run;
        std::optional<CurveRange> view;
        int epoch = 0;
        std::vector<std::filesystem::path> beside;
    };
    Settings& settings_;
    std::optional<Wanted> wanted_;
    ChartedRun watched_;
    std::pair<QList<ImageRow>, QStringList> newest_;
    bool visits_ = false;  ///< an epoch of another run is open
    QLabel* name_;
    QLabel* state_;
    QProgressBar* progress_;
    QLabel* facts_;
    QLabel* epoch_;
    Banner* banner_;
    CoachLine* coach_;
    QList<TrainNotice> notices_;
    RunComparison others_;
    std::vector<RunItem> runs_;
    RunPicker* picker_;
    RunCharts* charts_;
    EpochPanel* epochs_;
    QSplitter* splitter_;
};

}  // namespace sonoglyph
