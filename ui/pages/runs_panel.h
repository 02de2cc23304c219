// The runs: those that wait and those on disk. Tells which one a person chooses; shows trouble with either. GUI thread only.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QModelIndex;

namespace sonoglyph {

class Banner;
class QueuePanel;
class RunList;
class RunQueue;

class RunsPanel : public QWidget {
    Q_OBJECT
public:
    /// `buttons` stand beside the heading, `menu` is the list's context menu. All of it must outlive the panel.
    RunsPanel(RunList& runs, RunQueue& queue, const QList<QAction*>& buttons, const QList<QAction*>& menu, QWidget* parent = nullptr);

    /// Without telling it by chosen().
    void choose(const QModelIndex& index);
    Banner& banner() { return *banner_; }
    /// Of the queue, for the command palette.
    QList<QAction*> commands() const;

Q_SIGNALS:
    void chosen(const QModelIndex& index);

private:
    void follow();

    RunList& runs_;
    Banner* banner_;
    QueuePanel* queue_;
    QListView* list_;
    QLabel* none_;
};

}  // namespace sonoglyph
