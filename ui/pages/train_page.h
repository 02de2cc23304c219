// The Train page: choose data, model and recipe; launch, watch, pause, change, stop and resume a run; look at the runs on disk.
//
// It shows the controller's run, or the one that is chosen in the list. Leaving the page or closing the window never asks: a run goes on
// until the controller ends, which stops it with a checkpoint, and it can be resumed.
#pragma once

#include <filesystem>
#include <optional>

#include <QTimer>

#include "ui/logic/run_cost.h"
#include "ui/logic/run_draft.h"
#include "ui/logic/run_follower.h"
#include "ui/logic/run_list.h"
#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;

namespace sonoglyph {

class EmptyState;
class LiveActions;
class RunControls;
class RunForm;
class RunView;
class RunsPanel;

class TrainPage : public Page {
    Q_OBJECT
public:
    /// Needs settings, engine, training and queue; decoder and data may be null (tests).
    explicit TrainPage(const AppContext& context, QWidget* parent = nullptr);
    ~TrainPage() override;

    QList<QAction*> commands() const override;
    /// Takes a run folder and shows it.
    bool openFiles(const QStringList& files) override;
    /// The run that is shown.
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;
    /// Remembers the form. A run goes on: its controller outlives the window.
    void closeDown() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Actions {
        QAction *start, *measure, *quick;                          ///< of the form
        QAction *resume, *stopBeside, *use, *duplicate, *restart;  ///< of the run that is shown
        QAction* folder;
    };

    void makeActions();
    void layOut();
    void watchTraining();
    void watchData();
    void watchEngine();
    void watchDisk();
    void watchQueue();

    void start();
    void measure();
    void measureUnasked();
    void startQuickLook();
    void resumeShown();
    void duplicateShown();
    void restartShown();
    void useShown();
    /// Hears and draws with it.
    void useModel(const QString& model);
    void chooseRunsFolder();
    void refreshRuns();

    void showState();
    void showTraining();
    void showItem(const RunItem& run);
    void showCurrentRun();
    void showFromDisk(const RunItem& run);
    void stopFollowing();
    void showTrouble();
    void showRightSide();
    void updateActions();
    void rememberSpeed();
    void showCost();
    void restoreDraft();
    bool showsLive() const;
    const RunItem* shownItem() const;

    RunDraft draft_;
    RunCost cost_;
    QTimer unasked_;  ///< until what it costs is measured by itself
    RunList runs_;
    RunFollower follower_;  ///< of the run in the view, where that is not ours
    RunItem listed_;        ///< as the view shows it
    Actions actions_{};
    std::filesystem::path shown_;    ///< the run in the view; empty: none
    std::filesystem::path liveRun_;  ///< the run that trains here, or the last one
    bool showNext_ = false;          ///< the run that starts next, because somebody has just asked for it
    std::size_t epochsListed_ = 0;

    LiveActions* live_ = nullptr;
    RunForm* form_ = nullptr;
    RunsPanel* panel_ = nullptr;
    RunView* view_ = nullptr;
    RunControls* controls_ = nullptr;
    QWidget* watched_ = nullptr;  ///< view_ and controls_
    EmptyState* empty_ = nullptr;
    QStackedWidget* right_ = nullptr;
    QSplitter* columns_ = nullptr;
};

}  // namespace sonoglyph
