// Interference with the run that trains, below its curves: single steps and epochs, a snapshot, another alpha or learning rate. To be shown
// while a run is active. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/training_controller.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace sonoglyph {

class RunControls : public QWidget {
    Q_OBJECT
public:
    /// `actions` become buttons; they and the controller must outlive the widget.
    RunControls(const QList<QAction*>& actions, TrainingController& training, QWidget* parent = nullptr);

    /// Puts the cursor into the field of alpha.
    void edit();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        RunChange::Field field;
        QLineEdit* line;
        double now;  ///< what holds at present
    };

    void addField(RunChange::Field field, const QString& name, const QString& tip, int width);
    void follow();
    void showValues();
    void change(Field& field);
    void say(const QString& reason);
    void restyle();

    TrainingController& training_;
    std::vector<Field> fields_;
    QHBoxLayout* row_;
    QLabel* reason_;
};

}  // namespace sonoglyph
