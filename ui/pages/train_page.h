// The Train page: choose data, model and recipe; launch, watch, pause, stop and resume a run; look at the runs on disk.
//
// It shows the controller's run while one is active, else the run that is chosen in the list. Leaving the page or closing the window never
// asks: the controller stops the run with a checkpoint and the run can be resumed.
#pragma once

#include "ui/pages/page.h"

namespace sonoglyph {

class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(const AppContext& context, QWidget* parent = nullptr);
    ~TrainPage() override;

    QList<QAction*> commands() const override;
    /// Takes a run folder: shows it.
    bool openFiles(const QStringList& files) override;
    void closeDown() override;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sonoglyph
