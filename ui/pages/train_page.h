// The Train page: choose data, model and recipe; launch, watch, pause, stop and resume a run; look at the runs on disk.
//
// It shows the controller's run, or the one that is chosen in the list. Leaving the page or closing the window never asks: a run goes on
// until the controller ends, which stops it with a checkpoint, and it can be resumed.
#pragma once

#include <filesystem>
#include <optional>

#include <QThreadPool>

#include "ui/logic/run_draft.h"
#include "ui/logic/run_list.h"
#include "ui/pages/page.h"

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace sonoglyph {

class EmptyState;
class RunForm;
class RunView;

class TrainPage : public Page {
    Q_OBJECT
public:
    /// Needs settings, engine and training; decoder and data may be null (tests).
    explicit TrainPage(const AppContext& context, QWidget* parent = nullptr);
    ~TrainPage() override;

    QList<QAction*> commands() const override;
    /// Takes a run folder and shows it.
    bool openFiles(const QStringList& files) override;
    /// Remembers the form. A run goes on: its controller outlives the window.
    void closeDown() override;

private:
    struct Actions {
        QAction *start, *quick, *pause, *stop, *resume, *use, *folder;
    };

    void makeActions();
    void layOut();
    void watchTraining();
    void watchData();
    void watchEngine();

    void start();
    void startQuickLook();
    void resumeShown();
    void useShown();
    /// Hears and draws with it.
    void useModel(const QString& model);
    void chooseRunsFolder();
    void refreshRuns();

    void showState();
    void showItem(const RunItem& run);
    void showCurrentRun();
    void readFromDisk(const std::filesystem::path& run);
    void showTrouble();
    void showRightSide();
    void updateActions();
    void rememberSpeed();
    void restoreDraft();
    /// Samples a second of the last run with this model and batch; absent where none has been measured.
    std::optional<double> speed(const RunConfig& config) const;

    bool showsLive() const;
    const RunItem* shownItem() const;

    RunDraft draft_;
    RunList runs_;
    Actions actions_{};
    std::filesystem::path shown_;  ///< the run in the view; empty: none
    std::size_t epochsListed_ = 0;

    RunForm* form_ = nullptr;
    RunView* view_ = nullptr;
    EmptyState* empty_ = nullptr;
    QStackedWidget* right_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* noRuns_ = nullptr;
    QSplitter* columns_ = nullptr;
    QThreadPool reader_;  ///< last member: waits for its job first
};

}  // namespace sonoglyph
