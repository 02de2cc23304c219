// The runs that wait, above the runs on disk: drag them or use the keys, hold the queue and let it go on, one at a time or several side by
// side. There while something waits. GUI thread only.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QSpinBox;

namespace sonoglyph {

class RunQueue;

class QueuePanel : public QWidget {
    Q_OBJECT
public:
    /// The queue must outlive the panel.
    explicit QueuePanel(RunQueue& queue, QWidget* parent = nullptr);

    /// For the command palette.
    QList<QAction*> commands() const { return {hold_, next_, up_, down_, remove_}; }

private:
    void toggleHeld();
    void runNext();
    void moveUp();
    void moveDown();
    void removeRun();
    void moveTo(int row);
    int row() const;
    void follow();

    RunQueue& queue_;
    QAction *hold_, *next_, *up_, *down_, *remove_;
    QLabel* heading_;
    QSpinBox* beside_;
    QListView* list_;
};

}  // namespace sonoglyph
