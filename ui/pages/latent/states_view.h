// Latent, States: named places of the features with their images; put back, renamed, deleted, copied for another machine, two compared. GUI
// thread only.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;

namespace sonoglyph {

class DifferenceView;
class LatentStates;
class Toast;
class WipeView;

class StatesView : public QWidget {
    Q_OBJECT
public:
    /// The states must outlive it. `keep`: the action that keeps the present one.
    StatesView(LatentStates& states, QAction& keep, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {restore_, rename_, copy_, remove_}; }

Q_SIGNALS:
    void restoreWanted(int row);
    void statusChanged(const QString& text);

private:
    QList<int> selected() const;
    void remove();
    void copy();
    void follow();
    void compare();

    LatentStates& states_;
    QAction *restore_, *rename_, *copy_, *remove_;
    QStackedWidget* stack_;
    QListView* list_;
    QWidget* pair_;
    QLabel* caption_;
    WipeView* wipe_;
    DifferenceView* difference_;
    Toast* toast_;
};

}  // namespace sonoglyph
