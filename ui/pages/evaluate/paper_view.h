// Evaluate, fifth view: the paper's section 5.2 with one button, ours beside the paper's numbers as they come. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/reproduction_job.h"

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace sonoglyph {

class AccuracyChart;
class Settings;

class PaperView : public QWidget {
    Q_OBJECT
public:
    PaperView(Settings& settings, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {begin_, openReport_, openFolder_, chooseFolder_}; }
    ReproductionJob& job() { return job_; }

Q_SIGNALS:
    void failed(const QString& text);
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QString folder() const;
    void setFolder(const QString& folder);
    void begin();
    void showState();
    void showResults();

    Settings& settings_;
    ReproductionJob job_;
    QAction *begin_, *openReport_, *openFolder_, *chooseFolder_;
    QComboBox* epochs_;
    QString epochsOf_;  ///< the folder whose epochs were taken over
    QLabel *folder_, *state_, *note_;
    QProgressBar* progress_;
    AccuracyChart* chart_;
    QVBoxLayout* tables_;
};

}  // namespace sonoglyph
