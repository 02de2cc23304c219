// What can be done with the run that trains: pause, stop, single steps and epochs, a snapshot, another alpha or learning rate. The actions
// follow the run's state; out of sight where nothing trains. GUI thread only.
#pragma once

#include <functional>

#include <QObject>

class QAction;
class QKeySequence;
class QWidget;

namespace sonoglyph {

class TrainingController;

class LiveActions : public QObject {
    Q_OBJECT
public:
    /// The controller must outlive them. Shortcuts work in `page`, the parent.
    LiveActions(TrainingController& training, QWidget* page);

    QAction* pause() const { return pause_; }
    QAction* stop() const { return stop_; }
    QAction* change() const { return change_; }
    /// Single steps, epochs, snapshots.
    QList<QAction*> teaching() const { return {step_, epoch_, generator_, discriminator_, snapshot_}; }
    QList<QAction*> all() const { return QList<QAction*>{pause_, stop_} + teaching() + QList<QAction*>{change_}; }

Q_SIGNALS:
    /// Somebody wants to type another alpha or learning rate.
    void changeWanted();

private:
    QAction* make(const QString& icon, const QString& text, const QString& tip, const QKeySequence& shortcut, std::function<void()> slot);
    void follow();

    TrainingController& training_;
    QAction *pause_, *stop_, *step_, *epoch_, *generator_, *discriminator_, *snapshot_, *change_;
};

}  // namespace sonoglyph
